"""The address of a table: what is declared on it, in the query of the page's address, so that a reload loses nothing.

``file=kursk/2025-03-article&seed=1&day=10&set=a.b=2&inject={...}``, and the same once more after ``right.`` for a
course set beside.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode

from sim.browser.course import Declared, seed_of
from sim.browser.injects import Inject
from sim.scenario.files.overrides import ASSIGNMENT
from sim.vocabulary import BadInput

PREFIXES: Final = ("", "right.")
"""What the parameters of the first course and of one set beside begin with."""
DATES: Final = ("date", "arrives", "leaves", "until")
"""Members of injects that are dates."""
CODE: Final = "code"
"""Key of a doctrine that is code."""


class Laid(NamedTuple):
    """What lies on a table: the declared courses, and the day that is shown."""

    courses: tuple[Declared, ...]
    day: int


def query_of(laid: Laid, names: Mapping[str, Path]) -> str:
    """Return the query of a table's address; ``names`` are the files that can be named."""
    named = {path: name for name, path in names.items()}
    pairs: list[tuple[str, str]] = []
    for prefix, declared in zip(PREFIXES, laid.courses, strict=False):
        pairs += [
            (f"{prefix}file", named.get(declared.file, declared.file.stem)),
            (f"{prefix}seed", str(declared.seed)),
        ]
        pairs += [(f"{prefix}set", f"{path}={json.dumps(value)}") for path, value in declared.changes.items()]
        pairs += [(f"{prefix}inject", _written(inject)) for inject in declared.injects]
    return urlencode([*pairs, ("day", str(laid.day))])


def laid_of(query: str, names: Mapping[str, Path]) -> Laid:
    """Return what an address declares.

    Raises:
        BadInput: it names a file that is not offered, or cannot be read.

    """
    pairs = parse_qsl(query)
    prefixes = [prefix for prefix in PREFIXES if any(name == f"{prefix}file" for name, _ in pairs)]
    courses = tuple(_declared(prefix, pairs, names) for prefix in prefixes)
    if not courses:
        raise BadInput("the address names no scenario")
    return Laid(courses, seed_of(dict(pairs).get("day", "0"), "day"))


def _declared(prefix: str, pairs: Sequence[tuple[str, str]], names: Mapping[str, Path]) -> Declared:
    single = dict(pairs)
    name = single[f"{prefix}file"]
    if name not in names:
        raise BadInput(f'the address names a scenario "{name}", which is not among those offered')
    changes = dict(_change(text) for key, text in pairs if key == f"{prefix}set")
    injects = tuple(_inject(text) for key, text in pairs if key == f"{prefix}inject")
    return Declared(names[name], seed_of(single.get(f"{prefix}seed", "1")), changes, injects)


def _change(text: str) -> tuple[str, object]:
    found = ASSIGNMENT.fullmatch(text)
    if found is None:
        raise _unreadable(text)
    try:
        path, value = found[1].strip(), json.loads(found[2])
    except ValueError:
        raise _unreadable(text) from None
    if _names_code(path.rpartition(".")[2].strip('" '), value):
        raise BadInput("the address asks for a doctrine that is code; write it into the scenario's file")
    return path, value


def _names_code(key: str, value: object) -> bool:
    """Return whether a value would name code to be run: a link that somebody sends must not."""
    if isinstance(value, dict):
        return any(_names_code(str(inner), part) for inner, part in value.items())
    return key == CODE or (key == "doctrine" and isinstance(value, str))


def _written(inject: Inject) -> str:
    parts = {"text": inject.words, "date": inject.date, "events": inject.events, "formations": inject.formations}
    parts |= {"orders": inject.orders, "by": inject.by}
    return json.dumps({name: part for name, part in parts.items() if part}, default=str, separators=(",", ":"))


def _inject(text: str) -> Inject:
    try:
        parts = json.loads(text, object_hook=_with_dates)
        events = tuple(dict(event) for event in parts.get("events", ()))
        formations = {str(name): dict(body) for name, body in parts.get("formations", {}).items()}
        orders = tuple(dict(order) for order in parts.get("orders", ()))
        when, by = date.fromisoformat(str(parts["date"])), str(parts.get("by", ""))
        return Inject(str(parts["text"]), when, events, formations or None, orders, by)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _unreadable(text) from None


def _with_dates(members: dict[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value) if name in DATES and isinstance(value, str) else value
        for name, value in members.items()
    }


def _unreadable(text: str) -> BadInput:
    return BadInput(f"the address holds what cannot be read: {text[:60]}")

"""The table of keys: everything a scenario file can say, with unit, default, bounds and meaning, as Markdown."""

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sim.scenario.declared import alternatives, fields_of, is_model
from sim.scenario.files.defaults import laws_that_ship, with_defaults
from sim.scenario.files.derivation import DERIVED
from sim.scenario.files.located import Located, Mark, located
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario

COMMON: Final = {
    "source": "Where it comes from: author and year, a data file, or ASSUMED and why.",
    "confidence": "How sure we are: high (measured), medium (derived), low (assumed).",
    "note": "Anything else a reader should know.",
    "date": "Day on which it happens, such as 2025-03-05.",
    "kind": "What happens.",
}
"""What keys mean that many parts have."""
PLACEHOLDERS: Final = {"sides": "SIDE", "weights": "SIDE", "patience": "SIDE", "costs": "SIDE", "pressure": "SIDE"}
"""What stands for a name of the user's own; NAME for any other."""
LIMITS: Final = {"ge": "from", "gt": "above", "le": "to", "lt": "below"}
"""How limits of plain values are told."""
HEADER: Final = "| key | unit or kind | default | possible | meaning |\n|---|---|---|---|---|\n"
SAMPLE: Final[dict[str, dict[str, dict[str, object]]]] = {
    "sides": {"SIDE": {}},
    "supporters": {"NAME": {}},
    "mediators": {"NAME": {}},
}
"""What the defaults are shown beneath."""


def key_table() -> str:
    """Return one table a part of the scenario, each after what the part is."""
    defaults = with_defaults(located(SAMPLE, Mark("sample")), laws_that_ship())
    return "\n".join(_tables(Scenario, (), defaults))


def _tables(model: type[BaseModel], path: tuple[str, ...], defaults: Located) -> Iterator[str]:
    """Yield the table of a part, then those of the parts within."""
    inner: list[tuple[type[BaseModel], tuple[str, ...]]] = []
    rows = []
    for name, field in fields_of(model).items():
        here = (*path, name)
        if name == "outline":
            continue
        models = [] if name == "code" else _models(field.annotation, name)
        parts = [(part, (*here, *within)) for part, within in models]
        inner += parts
        if not parts:
            rows.append(_row(name, field, here, defaults))
    title = ".".join(path) or "the scenario"
    about = " ".join((model.__doc__ or "").split())
    if rows:
        yield f"### `{title}`\n\n{about}\n\n{HEADER}{''.join(rows)}" if path else f"{about}\n\n{HEADER}{''.join(rows)}"
    for part, within in inner:
        yield from _tables(part, within, defaults)


def _models(kind: Any, name: str) -> Iterator[tuple[type[BaseModel], tuple[str, ...]]]:  # noqa: ANN401 - annotations
    """Yield the classes of parts that an annotation holds, with the names that lie between."""
    for each in alternatives(kind):
        if is_model(each) and each is not Quantity:
            yield each, ()
        elif get_origin(each) is dict:
            for part, within in _models(get_args(each)[-1], name):
                yield part, (PLACEHOLDERS.get(name, "NAME"), *within)
        elif get_origin(each) is list:
            for part, within in _models(get_args(each)[0], name):
                named = fields_of(part).get("kind")
                tag = get_args(named.annotation)[0] if named and len(get_args(named.annotation)) == 1 else ""
                yield part, (f"kind: {tag}" if tag else "-", *within)


def _row(name: str, field: FieldInfo, path: tuple[str, ...], defaults: Located) -> str:
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    unit = f"{extra['unit']}" if "unit" in extra else _kind(field.annotation)
    bounds = extra.get("bounds")
    possible = f"{bounds[0]:g} to {bounds[1]:g}" if isinstance(bounds, list) else _limits(field)
    meaning = " ".join((field.description or COMMON.get(name, "")).split()).replace("``", "`").replace("|", "\\|")
    return f"| `{name}` | {unit} | {_default(field, path, defaults)} | {possible} | {meaning} |\n"


def _default(field: FieldInfo, path: tuple[str, ...], defaults: Located) -> str:
    here, taken = defaults.follow(path)
    named = (*path, PLACEHOLDERS.get(path[-1], "NAME"))
    if defaults.follow(named)[1] == named:
        here, taken, path = defaults.follow(named)[0], named, named
    if taken == path and here.value is not None:
        value = (here.member("value") or here).plain
        return f"{value:g}" if isinstance(value, float) else str(value).lower()
    if ".".join(path) in DERIVED or ".".join(path[:-1]) in DERIVED:
        return "derived"
    if field.is_required():
        return "**required**"
    default = field.get_default(call_default_factory=True)
    if isinstance(default, Quantity):
        return f"{default.value:g}, off"
    return "none" if default in (None, "", [], {}) else str(default).lower()


def _limits(field: FieldInfo) -> str:
    """Return the limits or the choices that a plain value has."""
    choices = [
        each for kind in alternatives(field.annotation) if get_origin(kind) is Literal for each in get_args(kind)
    ]
    if choices:
        return ", ".join(map(str, choices))
    limits = ((f"{word} {getattr(each, name, None)}") for each in field.metadata for name, word in LIMITS.items())
    return " ".join(limit for limit in limits if not limit.endswith("None"))


def _kind(kind: Any) -> str:  # noqa: ANN401 - annotations have no type
    names = {str: "text", int: "whole number", float: "number", bool: "true or false"}
    found = []
    for each in alternatives(kind):
        if each is type(None):
            continue
        if get_origin(each) is dict:
            found.append(f"{_kind(get_args(each)[-1])} by name")
        elif get_origin(each) is list:
            found.append(f"list of {_kind(get_args(each)[0])}")
        elif get_origin(each) is Literal:
            found.append("choice")
        else:
            found.append(names.get(each, "date" if getattr(each, "__name__", "") == "date" else "text"))
    return " or ".join(dict.fromkeys(found))

"""One YAML document as located values: safe scalars only, and every key once.

The dialect is the YAML 1.2 core schema with dates: ``no`` is a word, ``1e-3`` is a number and
``2025-03-01`` is a day. Keys are always text. Anchors, aliases and merge keys (``<<``) work within bounds.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, ClassVar, Final

import yaml

from sim.scenario.files.anchors import DEEPEST, MERGE, Anchors, merge_sources, with_merged
from sim.scenario.files.faults import Fault, fault_at
from sim.scenario.files.located import Located, Mark, Scalar, Steps
from sim.scenario.files.spelling import spelt, unwritable

THOUSANDS: Final = 3
"""Digits between two commas of a number."""
MOST_VALUES: Final = 100_000
"""Values of a document, some ten times what the largest scenario has."""
MOST_KEPT: Final = 128
"""Documents kept as read, twice as many as ship: a scenario takes its declarations from ten of them."""
LONGEST_KEPT: Final = 200_000
"""Characters of a text whose document is kept, some three times the longest that ships."""
TAG: Final = "tag:yaml.org,2002:"
SCALARS: Final = {
    "null": (r"~|null|Null|NULL|", "~nN"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+", "-+0123456789"),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?" + r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
    "timestamp": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
}
"""What a plain scalar must look like to be more than text, and the characters it starts with."""
VALUES: Final[dict[str, Callable[[str], Scalar]]] = {
    "int": int,
    "float": lambda text: float(re.sub(r"\.(?=inf|nan)", "", text.lower())),
    "timestamp": dt.date.fromisoformat,
}
NAMES: Final = {"int": "whole number", "float": "number", "timestamp": "day of the calendar"}


class _Dialect(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _name, (_pattern, _first) in SCALARS.items():
    _Dialect.add_implicit_resolver(TAG + _name, re.compile(rf"(?:{_pattern})\Z"), list(_first))
_Dialect.yaml_implicit_resolvers[""] = [(TAG + "null", re.compile(r"\Z"))]


def read_document(file: str, text: str, faults: list[Fault]) -> Located | None:
    """Return the mapping a YAML text holds, or None when it holds none; faults are appended.

    The mapping is that of every reader of the same text, so none may change it.
    """
    if len(text) > LONGEST_KEPT:
        return _parsed(file, text, faults)
    mapping, found = _read(file, text)
    faults += found
    return mapping


@lru_cache(MOST_KEPT)
def _read(file: str, text: str) -> tuple[Located | None, list[Fault]]:
    faults: list[Fault] = []
    mapping = _parsed(file, text, faults)
    return mapping, faults


def _parsed(file: str, text: str, faults: list[Fault]) -> Located | None:
    if (found := unwritable(text)) and "UTF-8" in found:
        faults.append(fault_at(Mark(file), (), f"this holds {found}", "write it in UTF-8"))
        return None
    try:
        return _Reading(file, text, faults).document()
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"this is not YAML: {broken.problem or broken.context}"
        remedy = f"look at column {column} and the line above; indent with spaces"
        faults.append(fault_at(Mark(file, line), (), message, remedy))
    except yaml.reader.ReaderError as broken:
        line = text.count("\n", 0, broken.position) + 1
        message = f"this is not YAML: {broken.reason}"
        faults.append(fault_at(Mark(file, line), (), message, "remove the character"))
    return None


def read_value(text: str) -> object:
    """Return a value as a scenario file would read it; a text that is no YAML stays text."""
    faults: list[Fault] = []
    holder = _parsed("", "value: " + text, faults)
    if holder is None or faults or len(holder.members) > 1:
        return text
    return holder.members["value"].plain


class _Reading:
    """One pass over a document, collecting its faults."""

    def __init__(self, file: str, text: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        self.events = _Dialect(text)
        self.values = 0
        self.anchors = Anchors()

    def document(self) -> Located | None:
        """Return the mapping the document holds, or None with a fault."""
        self.next()
        is_empty = isinstance(self.next(), yaml.StreamEndEvent)
        root = None if is_empty else self.located(self.next(), Mark(self.file, 1), ())
        if root is None or not isinstance(root.value, dict):
            message = "the file is empty" if is_empty else "the file holds no mapping"
            self.refuse(Mark(self.file, 1), (), message, "write keys and values, `key: value`")
            return None
        self.next()
        further = self.next()
        if not isinstance(further, yaml.StreamEndEvent):
            self.refuse(self.at(further), (), "a second document begins here", "keep one document a file")
        return root

    def located(self, event: Any, mark: Mark, steps: Steps) -> Located:  # noqa: ANN401 - see next
        """Return what begins with an event, with all it holds."""
        self.values += 1
        if self.values > MOST_VALUES:
            raise yaml.MarkedYAMLError(
                problem=f"it holds more than {MOST_VALUES:,} values", problem_mark=event.start_mark
            )
        if isinstance(event, yaml.AliasEvent):
            return self.aliased(str(event.anchor), mark, steps)
        value = self.written(event, mark, steps)
        if event.anchor is not None:
            self.anchors.keep(str(event.anchor), value)
        return value

    def aliased(self, name: str, mark: Mark, steps: Steps) -> Located:
        """Return what an alias stands for, as if written where the alias is."""
        try:
            return Located(self.anchors.value(name, len(steps)).value, mark)
        except ValueError as wrong:
            message, _, remedy = str(wrong).partition("; ")
            self.refuse(mark, steps, message, remedy)
            return Located(None, mark)

    def written(self, event: Any, mark: Mark, steps: Steps) -> Located:  # noqa: ANN401 - see next
        """Return what begins with an event that is no alias."""
        if isinstance(event, yaml.ScalarEvent):
            return Located(self.scalar(event, mark, steps), mark)
        if len(steps) > DEEPEST:
            raise yaml.MarkedYAMLError(problem="it is nested too deeply", problem_mark=event.start_mark)
        if event.tag not in {None, "!", TAG + "map", TAG + "seq"}:
            self.refuse_tag(event.tag, mark, steps)
        if isinstance(event, yaml.MappingStartEvent):
            return Located(self.mapping(steps), mark)
        parts: list[Located] = []
        while not isinstance(part := self.next(), yaml.SequenceEndEvent):
            parts.append(self.located(part, self.at(part), (*steps, len(parts))))
        return Located(parts, mark)

    def mapping(self, steps: Steps) -> dict[str, Located]:
        """Return the members of the mapping that has begun."""
        members: dict[str, Located] = {}
        sources: list[Located] = []
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            mark = self.at(key)
            if not isinstance(key, yaml.ScalarEvent):
                self.refuse(mark, steps, "a key is no plain name", "write a name as the key")
                self.located(key, mark, (*steps, "?"))
                self.located(self.next(), mark, (*steps, "?"))
                continue
            name = self.words(str(key.value), mark, steps)
            if name in members:
                message = f'"{name}" is written twice, first on line {members[name].mark.line}'
                self.refuse(mark, (*steps, name), message, "keep one of the two")
            member = self.located(self.next(), mark, (*steps, name))
            if name == MERGE and key.implicit[0]:
                sources += self.to_merge(member, steps)
                continue
            if name.isdecimal() and member.value is None and self.comma_in_number(name, members, mark, steps):
                continue
            members[name] = member
        return with_merged(members, sources)

    def to_merge(self, value: Located, steps: Steps) -> list[Located]:
        """Return the mappings under a merge key, or none with a fault."""
        sources = merge_sources(value)
        if sources is None:
            remedy = "write an alias of a mapping, or a list of such"
            self.refuse(value.mark, (*steps, MERGE), f"{MERGE} takes over mappings alone", remedy)
        return sources or []

    def comma_in_number(self, digits: str, members: dict[str, Located], mark: Mark, steps: Steps) -> bool:
        """Note a number written with a comma, such as 2,200, of which YAML makes the number 2 and the key 200."""
        before, number = next(reversed(members.items()), ("", Located(None, mark)))
        if not isinstance(number.value, int) or isinstance(number.value, bool):
            return False
        is_thousands = len(digits) == THOUSANDS and number.value != 0
        meant = f"{number.value}{digits}" if is_thousands else f"{number.value}.{digits}"
        message = f"the comma in {number.value},{digits} ends the number"
        self.refuse(mark, (*steps, before), message, f"write {before}: {meant}")
        return True

    def scalar(self, event: Any, mark: Mark, steps: Steps) -> Scalar:  # noqa: ANN401 - see next
        """Return the value of a scalar; one that cannot be read stays text, with a fault."""
        text = str(event.value)
        tag = event.tag
        if tag in {None, "!"}:
            tag = self.events.resolve(yaml.ScalarNode, text, event.implicit)
        match tag.removeprefix(TAG):
            case "str":
                return self.words(text, mark, steps)
            case "null":
                return None
            case "bool" if text.lower() in {"true", "false"}:
                return text.lower() == "true"
            case "int" | "float" | "timestamp" as kind:
                try:
                    return VALUES[kind](text)
                except ValueError:
                    self.refuse(mark, steps, f"{text} is no {NAMES[kind]}", "correct it, or put it in quotes")
            case _:
                self.refuse_tag(tag, mark, steps)
        return text

    def words(self, text: str, mark: Mark, steps: Steps) -> str:
        """Return text in its one spelling, with a fault where nobody could read it."""
        if wrong := unwritable(text):
            self.refuse(mark, steps, f"the text holds {wrong}", "leave it out")
        return spelt(text)

    def next(self) -> Any:  # noqa: ANN401 - the published types lack what events carry
        """Return the next event of the document."""
        return self.events.get_event()

    def at(self, event: Any) -> Mark:  # noqa: ANN401 - see next
        """Return where an event stands."""
        return Mark(self.file, event.start_mark.line + 1)

    def refuse_tag(self, tag: str, mark: Mark, steps: Steps) -> None:
        """Note a tag that asks for more than plain values."""
        self.refuse(mark, steps, f"the tag {tag} is not read here", "write the plain value")

    def refuse(self, mark: Mark, steps: Steps, message: str, remedy: str) -> None:
        """Note a fault and go on."""
        self.faults.append(fault_at(mark, steps, message, remedy))

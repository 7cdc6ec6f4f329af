"""Declared values with their place of writing: each knows the file and line it was written on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Scalar = str | int | float | bool | dt.date | tuple[object, ...] | None
"""A value written in one place; a tuple is what was read from a file that is named there."""
Step = str | int
"""A key of a mapping or the position in a list, from 0."""
Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of writing: the line of a file, counted from 1, or a command-line option."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        """Return the place as editors and compilers write it."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Located:
    """A value of a scenario file: a scalar, a mapping or a list of located values.

    The mark of a mapping's member is where its key stands.
    """

    value: Scalar | dict[str, Located] | list[Located]
    mark: Mark

    @property
    def members(self) -> dict[str, Located]:
        """Return the members of a mapping by key; a scalar and a list have none."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def plain(self) -> object:
        """Return the same value without its marks."""
        if isinstance(self.value, dict):
            return {key: member.plain for key, member in self.value.items()}
        if isinstance(self.value, list):
            return [member.plain for member in self.value]
        return self.value

    def follow(self, steps: Sequence[Step]) -> tuple[Located, Steps]:
        """Return the deepest value written along a path, and how much of the path that is.

        Steps that nobody wrote, such as the names of alternatives in a validation error, are
        skipped.
        """
        here, taken = self, []
        for step in steps:
            inner = here.member(step)
            if inner is not None:
                here = inner
                taken.append(step)
        return here, tuple(taken)

    def member(self, step: Step) -> Located | None:
        """Return the member under a key or at a position, or None when there is none."""
        if isinstance(self.value, dict):
            return self.value.get(str(step))
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None


def names_in(declared: Located | None) -> list[str]:
    """Return the names of a declaration that is one name or a list of names."""
    if declared is None or declared.value is None:
        return []
    parts = declared.value if isinstance(declared.value, list) else [declared]
    return [str(part.value) for part in parts if not isinstance(part.value, dict | list)]


def dotted(steps: Sequence[Step]) -> str:
    """Return a path as written after ``--set``; a name that is no plain word is quoted."""
    return ".".join(str(step) if re.fullmatch(r"[\w-]+", str(step)) else f'"{step}"' for step in steps)


def located(value: object, mark: Mark) -> Located:
    """Return a plain value, of mappings and lists and scalars, as written at one place."""
    if isinstance(value, Mapping):
        return Located({str(key): located(part, mark) for key, part in value.items()}, mark)
    if isinstance(value, list | tuple):
        return Located([located(part, mark) for part in value], mark)
    return Located(value, mark)  # type: ignore[arg-type]


def is_number(value: object) -> bool:
    """Return whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)

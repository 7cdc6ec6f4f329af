"""Faults of a scenario: what is wrong, where it was written, and what to do about it."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from sim.scenario.files.located import Located, Mark, Steps, dotted

Severity = Literal["error", "warning", "note"]
MOST_FAULTS: Final = 50
"""Errors told at a time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend (error), to look at (warning) or to know (note) about a scenario."""

    severity: Severity
    file: str
    line: int | None
    where: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return the fault on one line: place, path in the scenario, message; remedy."""
        place = str(Mark(self.file, self.line))
        where = f"{self.where}: " if self.where else ""
        return f"{place}: {where}{self.message}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found at a path of the scenario, before anybody looked up its line."""

    severity: Severity
    steps: Steps
    message: str
    remedy: str

    def fault(self, tree: Located) -> Fault:
        """Return the finding as a fault at the nearest line that was written for its path."""
        mark = tree.follow(self.steps)[0].mark
        return fault_at(mark, self.steps, self.message, self.remedy, self.severity)


def fault_at(mark: Mark, steps: Steps, message: str, remedy: str, severity: Severity = "error") -> Fault:
    """Return a fault at a place of writing."""
    return Fault(severity, mark.file, mark.line, dotted(steps), message, remedy)


def in_reading_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return each fault once, the errors first, then by file and line."""
    rank = {"error": 0, "warning": 1, "note": 2}
    return sorted(dict.fromkeys(faults), key=lambda fault: (rank[fault.severity], fault.file, fault.line or 0))


def first_faults(faults: list[Fault]) -> list[Fault]:
    """Return faults in reading order up to the most that a person can work through at a time, and how many follow."""
    errors = [fault for fault in faults if fault.severity == "error"]
    if len(errors) <= MOST_FAULTS:
        return faults
    last = errors[MOST_FAULTS - 1]
    return [*errors[:MOST_FAULTS], Fault("error", last.file, last.line, "", "more errors follow", "mend these first")]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like a misspelt one, or None when none is like it."""
    spelt = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(name.casefold(), spelt, n=1)
    return spelt[near[0]] if near else None


def suggestion(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return "did you mean ...?" for the known name most like a misspelt one, or the other advice."""
    near = nearest(name, known)
    return f'did you mean "{near}"?' if near else otherwise


def listed(names: Iterable[str], most: int = 8) -> str:
    """Return names in a row, the first few when they are many."""
    every = list(names)
    return ", ".join(_shortened(every, most))


def _shortened(names: list[str], most: int) -> Iterator[str]:
    yield from names[:most]
    if len(names) > most:
        yield f"... ({len(names)} in all)"

"""Failed runs: one line of JSON each, in a file that grows as they happen; they never end a sweep."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sim.results.store import FAILURES
from sim.results.strict_json import json_text


@dataclass(frozen=True)
class FailedRun:
    """A run that failed, with all that is needed to play it again."""

    point: int
    replication: int
    values: Mapping[str, float | int | bool | str]
    error: str
    trace: str


class FailedRuns:
    """The failures of a sweep in progress; those of an earlier session are tried again, so the file begins anew."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FAILURES
        self.path.write_text("", encoding="utf-8")
        self.count = 0

    def keep(self, failed: FailedRun) -> None:
        """Add a failure to the file."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json_text(asdict(failed)) + "\n")
        self.count += 1

"""A tally: what came of each mutant, kept line by line so that an interrupted ``make fuzz`` goes on where it was."""

import hashlib
import json
import os
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

KEPT: Final = "WESTPHALIA_FUZZ_KEPT"
"""Names the file to keep the tally in."""
WRONG: Final = "wrong"
ROOT: Final = Path(__file__).parents[2]


@dataclass
class Tally:
    """What came of the mutants of one kind, by their numbers."""

    kind: str
    file: Path | None = None
    edition: str = ""
    """Of the program and of the mutants: what came of others does not count."""
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    longest: float = 0.0
    """Seconds of processor time."""
    memory: int = 0
    """Megabytes that the process took at most."""
    over: set[int] = field(default_factory=set)
    """Mutants that were tried."""

    def attempt(self, seed: int, attempt: Callable[[], list[str]]) -> None:
        """Try a mutant, unless that was done before."""
        if seed in self.over:
            return
        began = time.process_time()
        wrong = ""
        try:
            outcomes = attempt()
        except Exception as error:  # noqa: BLE001 - whatever it was is what is sought
            where = traceback.extract_tb(error.__traceback__)[-1]
            outcomes = [WRONG]
            wrong = f"seed {seed}: {type(error).__name__}: {error} ({where.filename}:{where.lineno})"
        seconds = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1024**2)
        self._count(seed, outcomes, wrong, seconds, memory)
        if self.file:
            line = {"kind": self.kind, "edition": self.edition, "seed": seed, "outcomes": outcomes, "wrong": wrong}
            with self.file.open("a", encoding="utf-8") as kept:
                kept.write(json.dumps({**line, "seconds": round(seconds, 3), "memory": memory}) + "\n")

    def read(self) -> None:
        """Count what an earlier session tried."""
        for text in self.file.read_text(encoding="utf-8").splitlines() if self.file and self.file.is_file() else ():
            line = json.loads(text)
            if (line["kind"], line["edition"]) == (self.kind, self.edition):
                self._count(line["seed"], line["outcomes"], line["wrong"], line["seconds"], line["memory"])

    def _count(self, seed: int, outcomes: list[str], wrong: str, seconds: float, memory: int) -> None:
        self.over.add(seed)
        self.counts.update(outcomes)
        self.wrong += [wrong] if wrong else []
        self.longest = max(self.longest, seconds)
        self.memory = max(self.memory, memory)


def tally_of(kind: str) -> Tally:
    """Return the tally of a kind of input, with what an earlier session tried."""
    named = os.environ.get(KEPT)
    found = Tally(kind, Path(named).absolute() if named else None, _edition())
    found.read()
    return found


@cache
def _edition() -> str:
    seal = hashlib.sha256()
    for source in sorted((*(ROOT / "sim").rglob("*.py"), *Path(__file__).parent.glob("*.py"))):
        seal.update(source.read_bytes())
    return seal.hexdigest()[:16]

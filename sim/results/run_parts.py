"""Parts of an ensemble: finished runs on disk as they come, so that whatever stops it loses little.

A part is three files; that of outcomes is written last, and without it the other two do not count.
"""

import json
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from sim.campaign.outcome import Outcome
from sim.results.digest import Sealed, digest_of_sealed, sealed
from sim.results.edition import differences, identity, listed
from sim.results.parquet import read_parquet, write_parquet
from sim.results.parts import FIRST, PARTS, SHARE
from sim.results.strict_json import json_text
from sim.results.tables import CAUSES, by_run, tables_of
from sim.results.whole_files import write_whole
from sim.vocabulary import SERIES, BadInput

QUESTION = "question.json"
NAMES = ("days", "talks", "outcomes")
ORDER: Mapping[str, Sequence[str]] = {
    "outcomes": ("replication",),
    "talks": ("replication", "talks_day"),
    "days": ("replication", "day"),
}
"""Columns by which each table of an ensemble is sorted."""


@dataclass(frozen=True)
class Question:
    """What an ensemble asks; with the edition, its answer follows from nothing else."""

    fingerprint: str
    seed: int
    replications: int


class Ensemble(NamedTuple):
    """All runs of an ensemble as tables, in their order, with their digest."""

    tables: dict[str, pa.Table]
    digest: str


class RunParts:
    """The finished runs of an ensemble in progress."""

    def __init__(self, folder: Path, question: Question, start: date, issues: Sequence[str]) -> None:
        """Go on from the parts in a folder, or begin.

        Raises:
            BadInput: the parts are of another edition.

        """
        self.folder = folder / PARTS
        self.folder.mkdir(exist_ok=True)
        for draft in self.folder.glob(".*"):
            draft.unlink()
        marker = self.folder / QUESTION
        if marker.is_file():
            changed = differences(json.loads(marker.read_text(encoding="utf-8"))["identity"], identity())
            if changed:
                found = f"{folder}: it holds unfinished runs of another edition ({listed(changed, 'then', 'now')})"
                raise BadInput(f"{found}; name another folder with --out, or remove {self.folder} to begin anew")
        else:
            text = json_text({**question.__dict__, "identity": identity()}, indent=1)
            write_whole(marker, lambda draft: draft.write_text(text + "\n", encoding="utf-8"))
        self._start, self._issues = start, issues
        self._numbers = sorted(int(path.name.split(".")[0]) for path in self.folder.glob("*.outcomes.parquet"))
        self._waiting: list[Outcome] = []
        self._began = self._written = time.monotonic()
        kept = [read_parquet(self._path(number, "outcomes"), ["replication"]) for number in self._numbers]
        self.finished = {int(run) for part in kept for run in part["replication"].to_pylist()}

    def keep(self, outcome: Outcome) -> None:
        """Keep a run, and write a part when it is time to."""
        self._waiting.append(outcome)
        now = time.monotonic()
        if now - self._written > max(FIRST, SHARE * (now - self._began)):
            self.flush()

    def flush(self) -> None:
        """Write what is waiting as a part."""
        if self._waiting:
            number = max(self._numbers, default=0) + 1
            tables = self._tables()
            for name in NAMES:
                write_parquet(self._path(number, name), tables[name])
            self._numbers.append(number)
            self.finished |= {outcome.replication for outcome in self._waiting}
            self._waiting = []
        self._written = time.monotonic()

    def gathered(self) -> Ensemble:
        """Return all runs, those of parts and those that are waiting."""
        now = self._tables()
        tables = {}
        for name in NAMES:
            parts = [read_parquet(self._path(number, name)) for number in self._numbers]
            parts += [now[name]] if now[name].num_rows or not parts else []
            whole = pa.concat_tables(parts, promote_options="permissive")
            order = [(column, "ascending") for column in ORDER[name] if column in whole.column_names]
            tables[name] = whole.take(pc.sort_indices(whole, order)).combine_chunks() if order else whole
        runs, series = by_run(tables["days"], SERIES)
        _, ledger = by_run(tables["days"], CAUSES)
        talks = tables["outcomes"]["sealed"].to_pylist()
        each = zip(runs.tolist(), series, ledger, talks, strict=True)
        digest = digest_of_sealed(Sealed(run, s.tobytes(), g.tobytes(), text) for run, s, g, text in each)
        tables["outcomes"] = tables["outcomes"].drop_columns(["sealed"])
        return Ensemble(tables, digest)

    def remove(self) -> None:
        """Remove the parts, once their runs are kept elsewhere."""
        shutil.rmtree(self.folder)

    def _tables(self) -> dict[str, pa.Table]:
        tables = tables_of(self._waiting, self._start, self._issues)
        texts = pa.array([sealed(outcome).talks for outcome in self._waiting], pa.string())
        return {**tables, "outcomes": tables["outcomes"].append_column("sealed", texts)}

    def _path(self, number: int, name: str) -> Path:
        return self.folder / f"{number:06d}.{name}.parquet"

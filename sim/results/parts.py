"""Parts: outcomes on disk as they come, in a few Parquet files of whole runs.

A part is written when the last one is some seconds old, and later ones ever less often, so that a stop at any moment
loses a small share of the work and a long sweep leaves few files.
"""

import time
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from sim.results.parquet import write_parquet
from sim.results.rows import Row
from sim.results.tables import table_of

PARTS = "parts"
FIRST = 1.0
"""Seconds until the first part is written."""
SHARE = 0.03
"""Share of the time so far that may pass until the next."""
FULL = 10_000
"""Rows after which a part is written in any case."""
PIECE = 2048
"""Rows that are read or written at a time; so much is in memory at once."""


class Parts:
    """The outcomes of a sweep in progress."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / PARTS
        self.folder.mkdir(exist_ok=True)
        for draft in self.folder.glob(".*"):
            draft.unlink()
        numbers = [int(path.stem) for path in self.folder.glob("*.parquet")]
        self._next = max(numbers, default=0) + 1
        self._waiting: list[pa.Table] = []
        self._started = self._written = time.monotonic()

    def keep(self, rows: Sequence[Row]) -> None:
        """Keep rows, and write a part when it is time to."""
        if rows:
            self._waiting.append(table_of(rows))
        now = time.monotonic()
        due = max(FIRST, SHARE * (now - self._started))
        if now - self._written > due or sum(table.num_rows for table in self._waiting) >= FULL:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting as a part."""
        if self._waiting:
            table = pa.concat_tables(self._waiting, promote_options="permissive")
            write_parquet(self.folder / f"{self._next:06d}.parquet", table, PIECE)
            self._next += 1
            self._waiting = []
        self._written = time.monotonic()

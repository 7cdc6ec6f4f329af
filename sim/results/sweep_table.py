"""The table of a sweep: one row a run, in parts while it is played and in one file of design order afterwards."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from pyarrow import csv

from sim.results.parquet import AS_WRITTEN, opened, read_parquet, schema_in
from sim.results.parts import PARTS, PIECE
from sim.results.sweep_manifest import SweepManifest
from sim.results.whole_files import hash_of, write_whole
from sim.vocabulary import BadInput

OUTCOMES = "outcomes.parquet"
KEYS = ["point", "replication"]


@dataclass(frozen=True)
class _Piece:
    """Some consecutive rows of a file, and where they belong in design order."""

    path: Path
    group: int
    keys: NDArray[np.int64]


def read_columns(folder: Path, columns: Sequence[str]) -> pd.DataFrame:
    """Return some columns of all runs that a sweep has finished, in design order."""
    tables = [read_parquet(path, [*KEYS, *columns]) for path in _files(folder)]
    if not tables:
        return pd.DataFrame({name: [] for name in (*KEYS, *columns)})
    whole: pd.DataFrame = pa.concat_tables(tables, promote_options="permissive").to_pandas()
    return whole.drop_duplicates(KEYS).sort_values(KEYS, ignore_index=True)


def columns_of(folder: Path) -> list[str]:
    """Return the names of all columns of a sweep's table."""
    return list(dict.fromkeys(name for path in _files(folder) for name in schema_in(path).names))


def gather(folder: Path, settle: Callable[[int, str], None] = lambda _count, _digest: None) -> tuple[int, str]:
    """Write all parts as one table in design order, remove them, and return the number of runs and their digest.

    Whatever must be on the disk before the parts go is written by ``settle``, which is given number and digest. The
    digest hashes the digests of all runs in design order. Rows are copied piece by piece, so memory does not grow with
    their number.

    Raises:
        BadInput: a file is damaged.

    """
    files = _files(folder)
    seal, count = hashlib.sha256(), 0
    if not files:
        settle(0, seal.hexdigest()[:16])
        return 0, seal.hexdigest()[:16]
    schema = pa.unify_schemas([schema_in(path) for path in files], promote_options="permissive")

    def write_to(draft: Path) -> None:
        nonlocal count
        with pq.ParquetWriter(draft, schema.remove_metadata(), **AS_WRITTEN) as writer:
            for table in _in_order(files, schema):
                writer.write_table(table)
                count += table.num_rows
                for point, replication, digest in zip(*(table[k].to_pylist() for k in (*KEYS, "digest")), strict=True):
                    seal.update(f"{point} {replication} {digest}\n".encode())

    write_whole(folder / OUTCOMES, write_to)
    settle(count, seal.hexdigest()[:16])
    for path in (folder / PARTS).glob("*.parquet"):
        path.unlink()
    return count, seal.hexdigest()[:16]


def write_csv(folder: Path, file: Path) -> int:
    """Write all runs that a sweep has finished as CSV, in design order, and return their number.

    Raises:
        BadInput: no run has finished, or a file is damaged.

    """
    files = _files(folder)
    if not files:
        raise BadInput(f"{folder}: the sweep has finished no run yet; run it")
    schema = pa.unify_schemas([schema_in(path) for path in files], promote_options="permissive").remove_metadata()
    count = 0

    def write_to(draft: Path) -> None:
        nonlocal count
        with csv.CSVWriter(draft, schema) as writer:
            for table in _in_order(files, schema):
                writer.write_table(table)
                count += table.num_rows

    write_whole(file, write_to)
    return count


def hashes_in(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of a sweep's table by its name; nothing where no run has finished."""
    return {OUTCOMES: hash_of(folder / OUTCOMES)} if (folder / OUTCOMES).is_file() else {}


def require_as_written(folder: Path, manifest: SweepManifest) -> None:
    """Do nothing if a sweep's table is what the sweep wrote, or is gone; with parts, it is about to be written.

    Raises:
        BadInput: the table has been altered since.

    """
    known = manifest.files.get(OUTCOMES)
    gathering = any((folder / PARTS).glob("*.parquet"))
    if known and not gathering and hashes_in(folder).get(OUTCOMES, known) != known:
        remedy = "put a sound copy in its place, or remove it to play its runs again"
        raise BadInput(f"{folder / OUTCOMES}: it is not as the sweep has written it (SHA-256); {remedy}")


def _files(folder: Path) -> list[Path]:
    whole = folder / OUTCOMES
    return [*([whole] if whole.is_file() else []), *sorted((folder / PARTS).glob("*.parquet"))]


def _in_order(files: Sequence[Path], schema: Any) -> Iterator[Any]:  # noqa: ANN401 - Parquet's own types
    """Yield tables that together hold every run once, in design order."""
    pieces = [piece for path in files for piece in _pieces(path)]
    keys = np.unique(np.concatenate([piece.keys for piece in pieces]))
    bounds = [*keys[::PIECE].tolist(), int(keys[-1]) + 1]
    for low, high in pairwise(bounds):
        tables = []
        for piece in pieces:
            wanted = np.flatnonzero((piece.keys >= low) & (piece.keys < high))
            if wanted.size:
                with opened(piece.path) as file:
                    rows = file.read_row_group(piece.group, use_threads=False).take(wanted)
                tables.append(pa.concat_tables([rows, schema.empty_table()], promote_options="permissive"))
        joined = pa.concat_tables([table.select(schema.names).cast(schema) for table in tables])
        _, first = np.unique(_key(joined), return_index=True)
        yield joined.take(first)


def _pieces(path: Path) -> list[_Piece]:
    with opened(path) as file:
        groups = range(file.metadata.num_row_groups)
        return [_Piece(path, group, _key(file.read_row_group(group, columns=KEYS))) for group in groups]


def _key(table: Any) -> NDArray[np.int64]:  # noqa: ANN401 - as above
    point, replication = (table[name].to_numpy().astype(np.int64) for name in KEYS)
    return np.asarray((point << 32) | replication, dtype=np.int64)

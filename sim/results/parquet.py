"""Parquet with a checksum on every page: a flipped byte is an error, no number."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from sim.results.whole_files import write_whole
from sim.vocabulary import BadInput

AS_WRITTEN: Final = {"compression": "zstd", "write_page_checksum": True}
"""How every table is written."""


def write_parquet(path: Path, table: pa.Table, rows: int | None = None) -> None:
    """Write a table, whole or not at all, in groups of so many rows."""
    write_whole(
        path,
        lambda draft: pq.write_table(table, draft, row_group_size=rows, compression="zstd", write_page_checksum=True),
    )


def read_parquet(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table, or some of its columns.

    Raises:
        BadInput: the file is damaged or none of Parquet's.

    """
    with told_if_damaged(path):
        names = None if columns is None else list(columns)
        return pq.read_table(path, columns=names, page_checksum_verification=True)


@contextmanager
def opened(path: Path) -> Iterator[pq.ParquetFile]:
    """Open a table to be read group by group.

    Raises:
        BadInput: the file is damaged or none of Parquet's.

    """
    with told_if_damaged(path), pq.ParquetFile(path, page_checksum_verification=True) as file:
        yield file


def schema_in(path: Path) -> pa.Schema:
    """Return the names and types of a table's columns.

    Raises:
        BadInput: the file is damaged or none of Parquet's.

    """
    with told_if_damaged(path):
        return pq.read_schema(path)


@contextmanager
def told_if_damaged(path: Path) -> Iterator[None]:
    """Turn what the reader of Parquet makes of a damaged file into a message with a remedy.

    Raises:
        BadInput: the file is damaged or none of Parquet's.

    """
    try:
        yield
    except FileNotFoundError:
        raise
    except (OSError, pa.ArrowException) as damage:
        reason = " ".join(str(damage).split())[:120]
        remedy = "put a sound copy in its place, or remove it to play its runs again"
        raise BadInput(f"{path}: it is damaged ({reason}); {remedy}") from None

"""Parquet with a checksum on every page: a flipped byte is an error, no number."""

from collections.abc import Sequence
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
    try:
        return pq.read_table(
            path, columns=list(columns) if columns is not None else None, page_checksum_verification=True
        )
    except FileNotFoundError:
        raise
    except (OSError, pa.ArrowException) as damage:
        raise damaged(path, damage) from None


def damaged(path: Path, damage: Exception) -> BadInput:
    """Return what to say of a file that cannot be read."""
    reason = " ".join(str(damage).split())[:120]
    return BadInput(
        f"{path}: it is damaged ({reason}); put a sound copy in its place, or remove it to play its runs again"
    )

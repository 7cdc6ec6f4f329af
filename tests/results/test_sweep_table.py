import random
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from sim.results.parts import PIECE, Parts
from sim.results.sweep_table import columns_of, gather, read_columns
from sim.vocabulary import BadInput

Row = dict[str, Any]


def row(point: int, replication: int, share: float | None = None) -> Row:
    return {"point": point, "replication": replication, "digest": f"{point}/{replication}", "share": share}


def kept(folder: Path, *parts: list[Row]) -> None:
    """Write each list of rows as a part."""
    store = Parts(folder)
    for rows in parts:
        store.keep(rows)
        store.flush()


def test_parts_become_one_table_in_design_order_and_are_removed(tmp_path: Path) -> None:
    kept(tmp_path, [row(1, 0), row(0, 1)], [row(1, 1), row(0, 0)])

    count, _ = gather(tmp_path)

    whole = pd.read_parquet(tmp_path / "outcomes.parquet")
    assert count == 4
    assert whole["digest"].tolist() == ["0/0", "0/1", "1/0", "1/1"]
    assert list((tmp_path / "parts").iterdir()) == []


def test_the_digest_depends_on_the_rows_and_not_on_their_parts(tmp_path: Path) -> None:
    rows = [row(point, replication) for point in range(30) for replication in range(300)]
    digests = []
    for name, cuts in (("one", [len(rows)]), ("many", [10, 4000, 4100, len(rows)])):
        shuffled = rows.copy()
        random.Random(name).shuffle(shuffled)  # noqa: S311 - no secret
        (tmp_path / name).mkdir()
        kept(tmp_path / name, *(shuffled[a:b] for a, b in zip([0, *cuts], cuts, strict=False)))
        digests.append(gather(tmp_path / name))

    assert digests[0] == digests[1]
    assert digests[0][0] == len(rows) > 2 * PIECE


def test_a_run_that_two_parts_hold_counts_once(tmp_path: Path) -> None:
    kept(tmp_path, [row(0, 0), row(0, 1)], [row(0, 1)])

    assert len(read_columns(tmp_path, [])) == 2
    assert gather(tmp_path)[0] == 2


def test_runs_join_those_of_a_table_that_was_gathered_before(tmp_path: Path) -> None:
    kept(tmp_path, [row(0, 1)])
    gather(tmp_path)
    kept(tmp_path, [row(0, 0)])

    assert gather(tmp_path)[0] == 2
    assert read_columns(tmp_path, ["digest"])["digest"].tolist() == ["0/0", "0/1"]


def test_a_column_that_one_part_has_no_value_for_keeps_those_of_the_others(tmp_path: Path) -> None:
    kept(tmp_path, [row(0, 0)], [row(0, 1, 0.5)])

    gather(tmp_path)

    assert read_columns(tmp_path, ["share"])["share"].tolist() == [pytest.approx(float("nan"), nan_ok=True), 0.5]
    assert columns_of(tmp_path) == ["point", "replication", "digest", "share"]


def test_a_draft_left_by_a_kill_is_removed(tmp_path: Path) -> None:
    kept(tmp_path, [row(0, 0)])
    (tmp_path / "parts" / ".000002.parquet.123").write_bytes(b"half")

    Parts(tmp_path)

    assert [path.name for path in (tmp_path / "parts").iterdir()] == ["000001.parquet"]


def test_rows_are_written_in_pieces_that_fit_in_memory(tmp_path: Path) -> None:
    kept(tmp_path, [row(0, replication) for replication in range(2 * PIECE + 1)])

    gather(tmp_path)

    file = pq.ParquetFile(tmp_path / "outcomes.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(3)] == [PIECE, PIECE, 1]


def test_a_folder_without_runs_has_an_empty_table(tmp_path: Path) -> None:
    assert gather(tmp_path)[0] == 0
    assert read_columns(tmp_path, ["share"]).empty


def test_a_flipped_byte_is_an_error_and_no_number(tmp_path: Path) -> None:
    kept(tmp_path, [row(point, 0, point / 7) for point in range(200)])
    gather(tmp_path)
    file = tmp_path / "outcomes.parquet"
    sound = file.read_bytes()
    column = pq.ParquetFile(file).metadata.row_group(0).column(3)
    at = column.data_page_offset + column.total_compressed_size - 20
    file.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])

    for read in (lambda: read_columns(tmp_path, ["share"]), lambda: gather(tmp_path)):
        with pytest.raises(BadInput, match=r"outcomes\.parquet: it is damaged"):
            read()


def test_what_must_be_on_the_disk_is_written_before_the_parts_go(tmp_path: Path) -> None:
    kept(tmp_path, [row(0, 0)])
    seen: list[tuple[int, int, bool]] = []

    def settle(count: int, _: str) -> None:
        seen.append((count, len(list((tmp_path / "parts").iterdir())), (tmp_path / "outcomes.parquet").is_file()))

    gather(tmp_path, settle)

    assert seen == [(1, 1, True)]
    assert not list((tmp_path / "parts").iterdir())

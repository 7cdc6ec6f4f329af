"""Rules that are compiled without a test for numbers from the end do the same as all others."""

from typing import Any

import numpy as np
from numba import njit

from sim.world.numbering import compiled_forward


def marked(rows: Any, counts: Any, first: int, last: int) -> float:  # noqa: ANN401 - as compiled or not
    total = 0.0
    for row in rows[first:last]:
        total += row.weight
        row.seen = 1
        counts[row.number] += 1
    return total


def test_parts_of_a_table_are_gone_through_and_written_to_as_ever() -> None:
    found = []
    for entry in (njit(marked), compiled_forward(njit(marked))):
        rows = np.zeros(6, np.dtype([("number", "i8"), ("weight", "f8"), ("seen", "i8")], align=True))
        rows["number"], rows["weight"] = np.arange(6), 2.0 ** np.arange(6)
        counts = np.zeros(6, np.int64)
        totals = [entry(rows, counts, *ends) for ends in ((1, 4), (0, 6), (3, 3), (4, 2))]
        found.append((totals, counts.tolist(), rows["seen"].tolist()))

    assert found[0] == found[1]
    assert found[0][0] == [14.0, 63.0, 0.0, 0.0]

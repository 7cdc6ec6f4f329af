"""A course of the war as bargaining reads it: what is held, and what has been lost so far, on each morning."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.talks.continuation import CASUALTIES, SHARE
from sim.world.compilation import compiled, rule

LOSSES: Final = 4
"""Columns of losses: killed and wounded of both sides, prisoners of both."""


@rule
def read_course(
    series: NDArray[np.float64],
    columns: NDArray[np.int64],
    held: tuple[float, float],
    day: int,
    path: NDArray[np.float64],
    tied: NDArray[np.float64],
) -> None:
    """Write shares held and losses from the morning of ``day`` on to ``path``, and both sides' tied men to ``tied``.

    ``series`` has a row for each day; ``columns`` of it are the ground held, men present of both sides, and ``LOSSES``;
    ``held`` is the ground held at first and what counts as all of it, km2. ``tied`` has the mornings from the first on,
    or none where they do not matter: men are tied in proportion to the ground that is still held, and lost are tied.
    """
    area, whole = held
    for ahead in range(path.shape[0]):
        row = day + ahead - 1
        share = area if row < 0 else series[row, columns[0]]
        path[ahead, SHARE] = min(max(share / whole, 0.0), 1.0)
        for kind in range(LOSSES):
            path[ahead, CASUALTIES + kind] = 0.0 if row < 0 else series[row, columns[3 + kind]]
    for morning in range(tied.shape[0]):
        row = max(morning - 1, 0)
        share = area if morning == 0 else series[row, columns[0]]
        for side in range(2):
            lost = 0.0 if morning == 0 else series[row, columns[3 + side]] + series[row, columns[5 + side]]
            tied[morning, side] = series[row, columns[1 + side]] * min(max(share / whole, 0.0), 1.0) + lost


course_read = compiled(read_course)
"""The same, compiled."""

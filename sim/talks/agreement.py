"""The zone of agreement: what both sides could gain by a package over fighting on."""

import math

from sim.talks.bargain import Bargain
from sim.talks.nash import first_at, nash_position, second_at
from sim.talks.package import Lines
from sim.world.compilation import compiled, rule

ROUNDING = 1e-12
"""A shortfall that is the computer's, not a side's."""


@rule
def gain_on(lines: Lines, line: int, d_a: float, d_b: float) -> float:
    """Return the largest joint gain over the disagreement values on one line of a frontier; see ``surplus``."""
    corners = lines.shape[1]
    best, nearest = -math.inf, -math.inf
    for place in range(corners + 2):
        position = float(place)
        if place >= corners:
            position = nash_position(lines, line, d_a, d_b, float(place - corners))
        first = first_at(lines, line, position) - d_a
        second = second_at(lines, line, position) - d_b
        if min(first, second) >= -ROUNDING:
            best = max(best, max(first, 0.0) + max(second, 0.0))
        nearest = max(nearest, min(first, 0.0) + min(second, 0.0))
    return best if best > -math.inf else nearest


@rule
def gain_over(lines: Lines, d_a: float, d_b: float) -> float:
    """Return the largest joint gain on any line of a frontier; see ``surplus``."""
    best = gain_on(lines, 0, d_a, d_b)
    for line in range(1, lines.shape[0]):
        best = max(best, gain_on(lines, line, d_a, d_b))
    return best


_gain_over = compiled(gain_over)


def surplus(bargain: Bargain) -> float:
    """Return the largest joint gain over the disagreement values that leaves neither side below its own.

    The zone of agreement exists when it is at least 0. When no package gives both at least their disagreement values it
    is negative: the smallest sum by which the two would have to lower them. For one issue it is 1 - d_a - d_b
    (Fearon, 1995); with several, trading issues between them can make more than 1 to share (Brams and Taylor, 1996).
    With nothing to negotiate it is 0.
    """
    line = bargain.frontier
    return 0.0 if line is None else float(_gain_over(line.lines, float(bargain.d_a), float(bargain.d_b)))

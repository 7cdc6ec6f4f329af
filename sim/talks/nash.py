"""The asymmetric Nash solution: terms that divide the gain over disagreement by bargaining weight.

The package that maximises (u_a - d_a)^alpha (u_b - d_b)^(1 - alpha) (Nash, 1950; Roth, 1979), exact on the piecewise
linear frontier of packages. Disagreement values below 0 (fighting on is worse than conceding all) count as they are, so
the side that has more to lose from fighting concedes more, until nothing is left to concede. For one issue u_a is
(1 - alpha) d_a + alpha (1 - d_b), kept within [0, 1].
"""

from sim.talks.package import Lines
from sim.world.compilation import rule


@rule
def first_at(lines: Lines, line: int, position: float) -> float:
    """Return the first side's utility where ``position`` issues have passed, the last of them in part."""
    passed = min(int(position), lines.shape[1] - 1)
    here: float = lines[line, passed, 0]
    if position > passed:
        here += (position - passed) * (lines[line, passed + 1, 0] - here)
    return here


@rule
def second_at(lines: Lines, line: int, position: float) -> float:
    """Return the second side's utility there."""
    passed = min(int(position), lines.shape[1] - 1)
    here: float = lines[line, passed, 1]
    if position > passed:
        here += (position - passed) * (lines[line, passed + 1, 1] - here)
    return here


@rule
def nash_position(lines: Lines, line: int, d_a: float, d_b: float, alpha: float) -> float:
    """Return how many issues have passed at the solution on a line that has packages both prefer to fighting on.

    On a straight stretch the first side has the weighted mean of two splits: the one that leaves it only ``d_a``
    (weight 1 - ``alpha``) and the one that leaves the second side only ``d_b`` (weight ``alpha``). The stretch that
    holds its own solution, or the corner between two that do not, holds the maximum, since the line is concave. With
    ``alpha`` 0 the package gives the first side ``d_a``, with 1 the second side ``d_b``, as nearly as the line allows.
    """
    for passed in range(lines.shape[1] - 1):
        u_a, u_b = lines[line, passed, 0], lines[line, passed, 1]
        enough_for_first = (d_a - u_a) / (lines[line, passed + 1, 0] - u_a)
        enough_for_second = (u_b - d_b) / (u_b - lines[line, passed + 1, 1])
        split = (1.0 - alpha) * enough_for_first + alpha * enough_for_second
        if split <= 1.0:
            return float(passed + max(split, 0.0))
    return float(lines.shape[1] - 1)


@rule
def nash_product(u_a: float, u_b: float, d_a: float, d_b: float, alpha: float) -> float:
    """Return the weighted product of both gains, by which lines are compared."""
    return float(max(u_a - d_a, 0.0) ** alpha * max(u_b - d_b, 0.0) ** (1.0 - alpha))

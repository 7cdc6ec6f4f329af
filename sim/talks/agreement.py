"""The zone of agreement: what both sides could gain by a package over fighting on."""

from collections.abc import Sequence

from sim.talks.package import frontier

ROUNDING = 1e-12
"""A shortfall that is the computer's, not a side's."""


def surplus(weights_a: Sequence[float], weights_b: Sequence[float], d_a: float, d_b: float) -> float:
    """Return the largest joint gain over the disagreement values that leaves neither side below its own.

    The zone of agreement exists when it is above 0. When no package gives both at least their disagreement values it
    is negative: the smallest sum by which the two would have to lower them. For one issue it is 1 - ``d_a`` - ``d_b``
    (Fearon, 1995); with several, trading issues between them can make more than 1 to share (Brams and Taylor, 1996).
    """
    line = frontier(weights_a, weights_b)
    bounds = (line.division(d_a, d_b, 0.0), line.division(d_a, d_b, 1.0))
    packages = [*line.corners, *((package.u_a, package.u_b) for package in bounds)]
    gains = [(u_a - d_a, u_b - d_b) for u_a, u_b in packages]
    acceptable = [(first, second) for first, second in gains if min(first, second) >= -ROUNDING]
    if acceptable:
        return max(max(first, 0.0) + max(second, 0.0) for first, second in acceptable)
    return max(min(first, 0.0) + min(second, 0.0) for first, second in gains)

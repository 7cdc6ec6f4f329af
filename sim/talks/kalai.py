"""The proportional solution: both gain over fighting on in a fixed proportion.

The best package in which the gains stand as alpha to 1 - alpha, or, where the frontier ends before, its end (Kalai,
1977). Unlike the Nash solution it compares utilities between the sides, here on the negotiable range of each.
"""

from sim.talks.package import Lines
from sim.world.compilation import rule


@rule
def proportional_position(lines: Lines, line: int, d_a: float, d_b: float, part_a: float, part_b: float) -> float:
    """Return how many issues have passed where gains stand as ``part_a`` to ``part_b``; neither is below 0, one above.

    A line that ends before is left at its end.
    """
    for passed in range(lines.shape[1] - 1):
        u_a, u_b = lines[line, passed, 0], lines[line, passed, 1]
        slope = (lines[line, passed + 1, 0] - u_a) * part_b + (u_b - lines[line, passed + 1, 1]) * part_a
        excess = (u_b - d_b) * part_a - (u_a - d_a) * part_b
        if excess <= slope:
            return passed + (max(excess / slope, 0.0) if slope > 0.0 else 0.0)
    return float(lines.shape[1] - 1)


@rule
def smaller_gain(u_a: float, u_b: float, d_a: float, d_b: float, part_a: float, part_b: float) -> float:
    """Return the smaller of both gains, each beside its part, by which lines are compared; a part of 0 asks nothing."""
    if part_a == 0.0:
        return u_b - d_b
    if part_b == 0.0:
        return u_a - d_a
    return min((u_a - d_a) * part_b, (u_b - d_b) * part_a)

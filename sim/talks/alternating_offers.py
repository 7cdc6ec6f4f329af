"""Alternating offers: outside options bind or do nothing.

Fighting on is an outside option here, not the state while offers are made: it matters only to a side that the offers
alone would leave with less, and then that side gets just its value. Offers that follow one another fast divide the
package as the Nash solution over 0 does, with bargaining weight alpha from relative impatience. For one issue u_a is
max(d_a, min(alpha, 1 - d_b)) (Binmore, Rubinstein and Wolinsky, 1986).
"""

from sim.talks.nash import first_at, nash_position, second_at
from sim.talks.package import Lines
from sim.world.compilation import rule


@rule
def offers_position(lines: Lines, line: int, d_a: float, d_b: float, alpha: float) -> float:
    """Return how many issues have passed in what offers lead to, on a line with packages better than fighting on."""
    alone = nash_position(lines, line, 0.0, 0.0, alpha)
    if first_at(lines, line, alone) < d_a:
        return nash_position(lines, line, d_a, d_b, 0.0)
    if second_at(lines, line, alone) < d_b:
        return nash_position(lines, line, d_a, d_b, 1.0)
    return alone

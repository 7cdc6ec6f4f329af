"""Alternating offers: the second bargaining rule, under which outside options bind or do nothing."""

from collections.abc import Sequence
from itertools import pairwise

from sim.talks.agreement import surplus
from sim.talks.package import Settlement, frontier


def alternating_offers(
    weights_a: Sequence[float], weights_b: Sequence[float], d_a: float, d_b: float, alpha: float
) -> Settlement | None:
    """Return the package agreed on when offers follow one another fast, or None if no package is acceptable.

    Fighting on is an outside option here, not the state while offers are made: it matters only to a side that the
    offers alone would leave with less, and then that side gets just its value. The offers alone divide the package as
    the Nash solution over 0 does, with bargaining weight ``alpha`` from relative impatience. For one issue u_a is
    max(d_a, min(alpha, 1 - d_b)). Source: Binmore, Rubinstein and Wolinsky (1986).

    Raises:
        ValueError: ``alpha`` lies outside [0, 1], or the weights are no weights.

    """
    if not 0.0 <= alpha <= 1.0:
        raise ValueError(f"bargaining weight {alpha}: it must lie between 0 and 1")
    if surplus(weights_a, weights_b, d_a, d_b) < 0.0:
        return None
    line = frontier(weights_a, weights_b)
    offers_alone = line.division(0.0, 0.0, alpha)
    if offers_alone.u_a < d_a:
        return line.division(d_a, d_b, 0.0)
    if offers_alone.u_b < d_b:
        return line.division(d_a, d_b, 1.0)
    return offers_alone


def first_proposal(
    weights_a: Sequence[float], weights_b: Sequence[float], delta_a: float, delta_b: float
) -> Settlement:
    """Return the package the first side proposes, and the second accepts, without outside options.

    ``delta_a`` and ``delta_b``, in (0, 1), are what a round's delay leaves of each side's utility. The first side
    demands the most that leaves the second as much as it would get by waiting a round to propose itself; for one issue
    (1 - delta_b) / (1 - delta_a delta_b). Source: Rubinstein (1982).

    Raises:
        ValueError: A discount factor lies outside (0, 1), or the weights are no weights.

    """
    if not (0.0 < delta_a < 1.0 and 0.0 < delta_b < 1.0):
        raise ValueError(f"discount factors {delta_a} and {delta_b}: each must lie between 0 and 1")
    line = frontier(weights_a, weights_b)

    def left_to_second(u_a: float) -> float:
        return line.division(u_a, 0.0, 0.0).u_b

    def excess(u_a: float) -> float:
        return left_to_second(u_a) - delta_b * left_to_second(delta_a * u_a)

    corners = [u_a for u_a, _ in line.corners]
    bends = sorted({*corners, *(u_a / delta_a for u_a in corners if corners[0] < u_a / delta_a < corners[-1])})
    for low, high in pairwise(bends):
        before, after = excess(low), excess(high)
        if after <= 0.0:
            return line.division(low + (high - low) * before / (before - after), 0.0, 0.0)
    return line.division(corners[-1], 0.0, 0.0)

"""Offers in turn, with a round of delay between them: the game whose limit the campaign's rule is."""

from collections.abc import Sequence
from itertools import pairwise

from sim.talks.nash import nash_position
from sim.talks.package import Frontier, Issue, Settlement, frontier


def first_proposal(issues: Sequence[Issue], delta_a: float, delta_b: float) -> Settlement:
    """Return the package the first side proposes, and the second accepts, over divisible issues.

    ``delta_a`` and ``delta_b``, in (0, 1), are what a round's delay leaves of each side's utility. The first side
    demands the most that leaves the second as much as it would get by waiting a round to propose itself; for one issue
    (1 - delta_b) / (1 - delta_a delta_b). Source: Rubinstein (1982).

    Raises:
        ValueError: A discount factor lies outside (0, 1), no issue is valued by both, or one cannot be divided.

    """
    if not (0.0 < delta_a < 1.0 and 0.0 < delta_b < 1.0):
        raise ValueError(f"discount factors {delta_a} and {delta_b}: each must lie between 0 and 1")
    possible = frontier(issues)
    if possible is None or possible.whole:
        raise ValueError("offers in turn need issues that both sides value and that can be divided")
    corners = [corner[0] for corner in possible.lines[0].tolist()]

    def excess(u_a: float) -> float:
        return _worth_leaving(possible, u_a).u_b - delta_b * _worth_leaving(possible, delta_a * u_a).u_b

    bends = sorted({*corners, *(u_a / delta_a for u_a in corners if corners[0] < u_a / delta_a < corners[-1])})
    for low, high in pairwise(bends):
        before, after = excess(low), excess(high)
        if after <= 0.0:
            return _worth_leaving(possible, low + (high - low) * before / (before - after))
    return _worth_leaving(possible, corners[-1])


def _worth_leaving(possible: Frontier, u_a: float) -> Settlement:
    """Return the best package for the second side that leaves the first so much."""
    return possible.package(0, nash_position(possible.lines, 0, u_a, 0.0, 0.0))

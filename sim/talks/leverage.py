"""Bargaining leverage: how far what is to be had at the table leans to one side."""

from collections.abc import Sequence

from sim.talks.package import frontier


def leverage(u_a: float, u_b: float) -> float:
    """Return the first side's part, in [0, 1], of what both have; the second side's is 1 minus it.

    A utility below 0 counts as 0, since a side can always concede everything; with nothing on either side it is 1/2.
    At a settlement of one issue it is that issue's division (Esteban and Sakovics, 2008).
    """
    first, second = max(u_a, 0.0), max(u_b, 0.0)
    total = first + second
    return first / total if total > 0.0 else 0.5


def leverage_without_agreement(weights_a: Sequence[float], weights_b: Sequence[float], d_a: float, d_b: float) -> float:
    """Return the first side's leverage at the disagreement point, for when the zone of agreement is empty.

    A disagreement value counts for at least what the other side would give away for nothing: the issues it does not
    value itself. So leverage does not jump when the zone of agreement closes.
    """
    corners = frontier(weights_a, weights_b).corners
    return leverage(max(d_a, corners[0][0]), max(d_b, corners[-1][1]))


def risk_limit(d_a: float, d_b: float) -> float:
    """Return the first side's part, in [0, 1], of both sides' stakes in an agreement on their own ideal terms.

    It is (1 - d_b) / [(1 - d_a) + (1 - d_b)], a second index beside leverage (Zeuthen, 1930; Harsanyi, 1956): the side
    that would lose less by a breakdown stands firmer. Disagreement values are at most 1.
    """
    return leverage(1.0 - d_b, 1.0 - d_a)

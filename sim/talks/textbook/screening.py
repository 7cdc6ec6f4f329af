"""Screening: a demand made without knowing what war would cost the other side, and the risk it runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Demand:
    """What the first side demands, and how likely it is to be refused."""

    share: float
    war: float
    """Probability that the second side prefers war."""


def best_demand(p: float, c_a: float, highest_cost: float) -> Demand:
    """Return the demand that serves the first side best: more of the issue against a higher risk of war.

    The first side wins a war with probability ``p`` at a cost ``c_a``; the second side's cost, known to itself alone,
    is uniform between 0 and ``highest_cost``; all as parts of the issue. Where nothing is cut off the demand is
    p + (highest_cost - c_a) / 2 and war comes with probability (1 - c_a / highest_cost) / 2 (Fearon, 1995; Powell,
    1999).

    Raises:
        ValueError: The highest cost is not above 0.

    """
    if not highest_cost > 0.0:
        raise ValueError(f"highest cost {highest_cost}: it must be above 0")
    premium = min(max((highest_cost - c_a) / 2.0, 0.0), 1.0 - p)
    return Demand(p + premium, premium / highest_cost)

"""Audience costs: a public claim makes its own abandonment expensive, and so narrows what can be agreed on."""


def reservation_value(d: float, claim: float, cost: float) -> float:
    """Return the least utility a side accepts after it has publicly claimed ``claim``.

    Settling for x below the claim costs ``cost`` * (claim - x) at home, so a side that would accept ``d`` without a
    claim accepts (d + cost * claim) / (1 + cost) with it, if that is more. As ``cost`` grows the claim itself becomes
    the least it accepts. Source: Fearon (1994).

    Raises:
        ValueError: ``cost`` is below 0.

    """
    if not cost >= 0.0:
        raise ValueError(f"audience cost {cost}: it must be at least 0")
    return max(d, (d + cost * claim) / (1.0 + cost))

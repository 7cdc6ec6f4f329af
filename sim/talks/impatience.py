"""Impatience: how fast delay at the table costs a side its stake, and the bargaining weight that follows."""

import math


def impatience(discounting: float, exhaustion: float, pressure: float) -> float:
    """Return a side's rate of impatience per day.

    The sum of its discount rate, the hazard that its will or means give out, and the hazard that third-party pressure
    ends its war: independent ways in which a day's delay loses it the rest (Binmore, Rubinstein and Wolinsky, 1986).

    Raises:
        ValueError: A rate is negative or not finite.

    """
    rates = (discounting, exhaustion, pressure)
    if not all(math.isfinite(rate) and rate >= 0.0 for rate in rates):
        raise ValueError(f"rates of impatience {rates}: each must be finite and at least 0")
    return math.fsum(rates)


def bargaining_weight(r_a: float, r_b: float) -> float:
    """Return the first side's bargaining weight, r_b / (r_a + r_b): patience is power (Rubinstein, 1982).

    When neither is impatient it is 1/2.
    """
    total = r_a + r_b
    return r_b / total if total > 0.0 else 0.5

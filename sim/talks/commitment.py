"""The commitment problem: a side that will be stronger cannot promise today not to use it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PowerShift:
    """The chance of victory of the rising side, now and a period later, without a war in between."""

    now: float
    later: float
    discount: float
    """What a period's delay leaves of the worth of a thing, in (0, 1]."""

    def under(self, guarantee: float) -> "PowerShift":
        """Return the shift that remains when a guarantee holds back a part of it, from 0 (none) to 1 (all)."""
        return PowerShift(self.now, self.later - guarantee * (self.later - self.now), self.discount)


def temptation(shift: PowerShift, cost_rising: float, cost_declining: float) -> float:
    """Return what the declining side gains by war now over the best peace the rising side can promise.

    Costs are of a war, per period and part of the stake. Above 0 no promise prevents war, although both know
    everything: discount * later - now > cost_declining + discount * cost_rising (Fearon, 1995; Powell, 2006).
    """
    return shift.discount * shift.later - shift.now - (cost_declining + shift.discount * cost_rising)


def least_guarantee(shift: PowerShift, cost_rising: float, cost_declining: float) -> float:
    """Return the smallest part of the shift, in [0, 1], that a guarantee must hold back for peace to be credible."""
    excess = temptation(shift, cost_rising, cost_declining)
    if excess <= 0.0:
        return 0.0
    return excess / (shift.discount * (shift.later - shift.now))

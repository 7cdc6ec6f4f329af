"""The moment: whether it is ripe for an agreement, whether promises can be believed, and how likely one is."""

import math
from dataclasses import dataclass

from sim.campaign.negotiation.prospects import Prospects
from sim.campaign.negotiation.stakes import worth_now
from sim.campaign.setup.deployment import Deployment
from sim.scenario.scenario import Scenario
from sim.talks.commitment import PowerShift, least_guarantee, temptation
from sim.talks.ripeness import ripeness


@dataclass(frozen=True, slots=True)
class Moment:
    """What stands between a zone of agreement and an agreement."""

    ripe: bool
    """Whether neither side expects to gain, fighting hurts both, and both see a way out (Zartman 1989)."""
    temptation: float
    """What the declining side gains by fighting on over the best peace the rising side can promise; 0 or less for
    none (Fearon 1995, Powell 2006)."""
    needed: float
    """Smallest share of the shift in power, in [0, 1], that guarantees must undo for peace to be credible."""
    holds: float
    """Share of promises that hold: all when guarantees undo as much as is needed, else that part of it."""


def moment_of(
    deployment: Deployment, area: tuple[float, float], guarantee: float, ahead: Prospects, perceived_surplus: float
) -> Moment:
    """Return what a day's prospects make of the moment; ``area`` is the contested ground of both sides now, km2."""
    scenario = deployment.scenario
    talks = scenario.talks
    first, second = ((later - now) / float(talks.whole) for later, now in zip(ahead.expected_area, area, strict=True))
    rates = [talks.end_rate + float(talks.patience[side].discounting) for side in scenario.sides]
    hurt = float(talks.agreement.hurt)
    ripe = ripeness(
        (first, second),
        float(talks.agreement.worthwhile),
        (ahead.cost[0] * rates[0], ahead.cost[1] * rates[1]),
        (hurt, hurt),
        perceived_surplus,
    )
    now = worth_now(scenario, deployment.stakes, deployment.elsewhere, area[0])
    rising = 0 if ahead.worth[0] - now[0] > ahead.worth[1] - now[1] else 1
    shift = PowerShift(now[rising], ahead.worth[rising], 1.0)
    costs = ahead.cost[rising], ahead.cost[1 - rising]
    needed = min(max(least_guarantee(shift, *costs), 0.0), 1.0)
    holds = 1.0 if needed <= guarantee else guarantee / needed
    return Moment(ripe.is_ripe, temptation(shift.under(guarantee), *costs), needed, holds)


def chance_of_agreement(scenario: Scenario, perceived_surplus: float, holds: float) -> float:
    """Return the probability that talks end the war before the next ones.

    Agreements come at a hazard in proportion to the joint gain that both see, times the share of promises that hold:
    1 - e^(-hazard (gain / reference)+ holds days). The moment need not be ripe: ground is bargained with while it is
    held, not when it is lost.
    """
    agreement = scenario.talks.agreement
    seen = max(perceived_surplus, 0.0)
    part = float(seen > 0.0) if agreement.gain is None else seen / float(agreement.gain)
    return -math.expm1(-float(agreement.hazard) * part * holds * scenario.talks.every)

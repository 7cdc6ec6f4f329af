"""The moment: whether it is ripe for an agreement, and whether promises can be believed."""

from dataclasses import dataclass

import numpy as np

from sim.campaign.demands import guarantee_of
from sim.campaign.prospects import Prospects
from sim.campaign.stakes import war_utilities
from sim.scenario.scenario import Scenario
from sim.talks.commitment import PowerShift, temptation
from sim.talks.ripeness import ripeness
from sim.world.state import World


@dataclass(frozen=True, slots=True)
class Moment:
    """What stands between a zone of agreement and an agreement."""

    ripe: bool
    """Whether neither side expects to gain, fighting hurts both, and both see a way out (Zartman 1989)."""
    temptation: float
    """What the declining side gains by fighting on over the best peace the rising side can promise; 0 or less for
    none (Fearon 1995, Powell 2006)."""

    @property
    def allows_agreement(self) -> bool:
        """Return whether both want an agreement and can rely on it."""
        return self.ripe and self.temptation <= 0.0


def moment_of(scenario: Scenario, w: World, ahead: Prospects, perceived_surplus: float) -> Moment:
    """Return what a day's prospects make of the moment; ``w`` is a world on record tables."""
    talks = scenario.talks
    area = area_held(w)
    gains = (ahead.area.mean(axis=0) - area) / float(talks.whole)
    rates = (ahead.cost[0] / talks.horizon, ahead.cost[1] / talks.horizon)
    hurt = float(talks.agreement.hurt)
    ripe = ripeness(
        (float(gains[0]), float(gains[1])), float(talks.agreement.worthwhile), rates, (hurt, hurt), perceived_surplus
    )
    now = war_utilities(scenario, float(area[0]), days=0)
    rising = 0 if ahead.worth[0] - now[0] > ahead.worth[1] - now[1] else 1
    shift = PowerShift(now[rising], ahead.worth[rising], 1.0).under(guarantee_of(scenario, w))
    return Moment(ripe.is_ripe, temptation(shift, ahead.cost[rising], ahead.cost[1 - rising]))


def area_held(w: World) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the contested ground that each side holds now, km2; ground gained in a place counts in part."""
    places = np.asarray(w.places)
    contested = places["contested"] == 1
    lost = np.minimum(places["area"], places["gained"])
    held = [np.where(places["holder"] == side, places["area"] - lost, lost)[contested].sum() for side in range(2)]
    return np.array(held)

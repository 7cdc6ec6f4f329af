"""The chip curve: what holding ground adds to leverage, against how much of it is held."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.campaign.engine import STANDARD
from sim.campaign.negotiation.handing_back import handed_back
from sim.campaign.negotiation.prospects import RolloutPlayer
from sim.campaign.negotiation.stakes import area_held
from sim.campaign.negotiation.table import morning_of, position_at
from sim.campaign.setup.deployment import Deployment
from sim.rules.front import survey
from sim.talks.chip import ChipValue, chip_value
from sim.talks.position import table_at
from sim.world.tables import interpreted


@dataclass(frozen=True)
class ChipPoint:
    """The chip value of what is left when the rest has been handed back."""

    area: float
    """Contested ground still held by the first side, km2."""
    value: ChipValue
    """Leverage of the first side less its leverage with nothing held."""


def chip_curve(deployment: Deployment, seed: int, replications: int, steps: int = 8) -> list[ChipPoint]:
    """Return chip values on the first day, from all ground held down to none.

    Ground is handed back from the far end of the holder's way to its depots inwards, in so many steps.
    """
    shrinking = [_kept(deployment, kept) for kept in np.linspace(1.0, 0.0, steps + 1)]
    areas = [float(area_held(handed_back(deployment.world(seed, 0), 0, given))[0]) for given in shrinking]
    leverage = np.array(
        [[_leverage(deployment, seed, run, given) for given in shrinking] for run in range(replications)]
    )
    return [ChipPoint(area, chip_value(leverage[:, n], leverage[:, -1])) for n, area in enumerate(areas)]


def _kept(deployment: Deployment, share: float) -> Sequence[int]:
    """Return the places to hand back when a share of the held foreign places is kept, the farthest going first."""
    world = interpreted(deployment.world(0, 0))
    survey(world, deployment.laws)
    held = [n for n, place in enumerate(world.places) if place.holder == 0 and place.contested == 1 and place.home != 0]
    held.sort(key=lambda n: -world.places[n].retreat)
    return held[: len(held) - round(share * len(held))]


def _leverage(deployment: Deployment, seed: int, replication: int, given: Sequence[int]) -> float:
    scenario = deployment.scenario
    world = handed_back(deployment.world(seed, replication), 0, given)
    morning = morning_of(deployment, world, 0)
    ahead = RolloutPlayer(deployment, (seed, replication), STANDARD).prospects(
        world, 0, scenario.talks.rollouts, morning.outside
    )
    position = position_at(deployment, morning, ahead)
    return table_at(deployment.frontier.lines, position)[1][scenario.talks.rule]

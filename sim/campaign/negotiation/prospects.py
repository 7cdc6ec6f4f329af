"""Prospects: what fighting on is worth to both sides, found by playing the campaign ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.negotiation.rest import play_ahead
from sim.campaign.negotiation.stakes import area_held, path_of
from sim.campaign.own_doctrine import Doctrines
from sim.campaign.setup.deployment import Deployment
from sim.talks.continuation import OF_CAPTURED, OF_CASUALTIES, OF_TIME, WORTH, war_value
from sim.vocabulary import SERIES
from sim.world.chance import key_of
from sim.world.tables import Tables, copied

BATCH = 6
"""Rollouts played before asking whether they are enough."""
COSTS = {"casualties": OF_CASUALTIES, "captured": OF_CAPTURED, "time": OF_TIME}
"""The costs of a war by name."""

_AREA = SERIES.index("area_0")


class Outside(NamedTuple):
    """What third parties do on the day that is looked ahead from, and are taken to go on doing."""

    pressure: tuple[float, float] = (0.0, 0.0)
    """Hazard, 1/day, that they end each side's war."""
    aid: float = 1.0
    """Level of foreign arms to the first side, 1 for full support."""


UNMOVED = Outside()
"""Third parties that press nobody and support in full."""


@dataclass(frozen=True)
class Prospects:
    """Rollouts of a war from one day on."""

    parts: NDArray[np.float64]
    """Parts of the worth of fighting on by rollout and side, shape (rollouts, 2, parts): ``sim.talks.continuation``."""
    apart: bool
    """Whether rollouts share nothing but their first day, so that their spread tells their error."""
    area: NDArray[np.float64]
    """Contested ground that each side holds when the days played ahead are over, km2, shape (rollouts, 2)."""

    @cached_property
    def worth(self) -> tuple[float, float]:
        """Expected worth of what both sides have when the war ends."""
        return self._mean(0, WORTH), self._mean(1, WORTH)

    @cached_property
    def cost(self) -> tuple[float, float]:
        """Expected cost of the fighting to both sides."""
        first, second = (
            self.cost_of("casualties", side) + self.cost_of("captured", side) + self.cost_of("time", side)
            for side in range(2)
        )
        return first, second

    def cost_of(self, cause: str, side: int) -> float:
        """Return one of the expected costs of the fighting to a side."""
        return self._mean(side, COSTS[cause])

    @cached_property
    def errors(self) -> tuple[float, float]:
        """Standard errors of both disagreement values; not a number where they cannot be told."""
        if len(self.parts) == 1 or not self.apart:
            return float("nan"), float("nan")
        values = self.parts[:, :, WORTH] - self.parts[:, :, OF_CASUALTIES] - self.parts[:, :, OF_CAPTURED]
        first, second = (values.std(axis=0, ddof=1) / np.sqrt(len(values))).tolist()
        return first, second

    @cached_property
    def expected_area(self) -> tuple[float, float]:
        """Expected contested ground of both sides when the days played ahead are over, km2."""
        first, second = (_mean(self.area[:, side].tolist()) for side in range(2))
        return first, second

    def _mean(self, side: int, part: int) -> float:
        return _mean(self.parts[:, side, part].tolist())


@dataclass(frozen=True)
class RolloutPlayer:
    """Who looks ahead, from where: a deployed scenario under one replication's luck, and both sides' doctrines."""

    deployment: Deployment
    luck: tuple[int, int]
    """Seed and replication: rollout k has the same luck in every scenario and on every day."""
    doctrines: Doctrines

    def prospects(
        self,
        t: Tables,
        day: int,
        rollouts: int | None = None,
        outside: Outside = UNMOVED,
        first: int = 1,
        *,
        spent: bool = False,
    ) -> Prospects:
        """Return what fighting on from ``day`` is worth, by rollouts of that day alone.

        Events that nobody can foresee on that day do not take place. Without a number of ``rollouts`` they stop
        at the wanted standard error of disagreement values, at the latest at the most that the scenario allows.
        Where the first side never holds any of the ground, luck moves next to nothing, and the first of them do.
        ``first`` is the number of the first rollout, by which they differ in luck. The last of a given number plays on
        in the world itself when that is ``spent``: nobody asks for it afterwards.
        """
        talks = self.deployment.scenario.talks
        most = rollouts or talks.rollouts
        size = BATCH if most > BATCH else 1
        area = float(area_held(t)[0])
        played: list[NDArray[np.float64]] = []
        while len(played) < most:
            for k in range(len(played), min(most, len(played) + size)):
                last = spent and k == most - 1
                played.append(self.ahead(t, day, day + talks.look_ahead, first + k, spent=last))
            if not talks.exact and not any(series[day:, _AREA].any() for series in played):
                break
            if rollouts is None and len(played) % BATCH == 0:
                errors = weighed(self.deployment, played, day, area, outside).errors
                if max(errors) <= float(talks.precision):
                    break
        return weighed(self.deployment, played, day, area, outside)

    def ahead(
        self, t: Tables, day: int, until: int, rollout: int, *, mirrored: bool = False, spent: bool = False
    ) -> NDArray[np.float64]:
        """Return the daily series of a rollout from the morning of ``day``; unless ``spent``, the world stays as it is.

        One that is ``mirrored`` has the luck of its number, but battle noise of the other sign. With ``--exact`` all
        days are played.
        """
        key = key_of(*self.luck, rollout)
        world = t._replace(key=np.uint64(key)) if spent else copied(t, key)
        world.conditions["foreseen"] = day - 1
        world.conditions["mirrored"] = mirrored
        on = play if self.deployment.scenario.talks.exact else play_ahead
        return on(world, self.deployment.laws, day, until, self.doctrines).series


def weighed(
    deployment: Deployment,
    played: Sequence[NDArray[np.float64]],
    day: int,
    area: float,
    outside: Outside,
    *,
    apart: bool = True,
) -> Prospects:
    """Return what fighting on from ``day`` is worth on some courses of the war; ``area`` is held on day 0, km2."""
    scenario = deployment.scenario
    stakes, ending = deployment.stakes, deployment.ending
    last = day + scenario.talks.look_ahead - 1
    return Prospects(
        np.array(
            [
                war_value(
                    path_of(scenario, series, area, day, outside.aid, deployment.elsewhere),
                    stakes,
                    ending,
                    outside.pressure,
                )
                for series in played
            ]
        ),
        apart,
        np.array([series[last, _AREA : _AREA + 2] for series in played]),
    )


def _mean(values: Sequence[float]) -> float:
    """Return the mean of a few values, summed in their order, so that no version of Python rounds otherwise."""
    total = 0.0
    for value in values:
        total += value
    return total / len(values)

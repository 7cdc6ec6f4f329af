"""Prospects: what fighting on is worth to both sides, found by playing the campaign ahead."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sim.campaign.deployment import Deployment
from sim.campaign.engine import Doctrines, play
from sim.campaign.stakes import Bill, war_bill, war_utilities
from sim.vocabulary import SERIES
from sim.world.chance import key_of
from sim.world.state import World
from sim.world.tables import copied

BATCH = 6
"""Rollouts played before asking whether they are enough."""


@dataclass(frozen=True)
class Prospects:
    """Rollouts of a war from one day on; every array has a row for each rollout and a column for each side."""

    utilities: NDArray[np.float64]
    """Discounted worth of what each side has at the horizon, on the scale of packages."""
    bills: tuple[tuple[Bill, Bill], ...]
    """What the fighting until then costs each side."""
    area: NDArray[np.float64]
    """Contested ground that each side holds at the horizon, km2."""

    @cached_property
    def costs(self) -> NDArray[np.float64]:
        """Discounted cost of the fighting, on the scale of packages."""
        return np.array([[bill.total for bill in pair] for pair in self.bills])

    @cached_property
    def worth(self) -> tuple[float, float]:
        """Expected utility of both sides at the horizon."""
        first, second = self.utilities.mean(axis=0)
        return float(first), float(second)

    @cached_property
    def cost(self) -> tuple[float, float]:
        """Expected cost of the fighting to both sides."""
        first, second = self.costs.mean(axis=0)
        return float(first), float(second)

    @property
    def error(self) -> float:
        """Standard error of the disagreement value that is known less well."""
        values = self.utilities - self.costs
        return float(values.std(axis=0, ddof=1).max() / np.sqrt(len(values)))


@dataclass(frozen=True)
class Lookout:
    """Who looks ahead, from where: a deployed scenario under one replication's luck, and both sides' doctrines."""

    deployment: Deployment
    luck: tuple[int, int]
    """Seed and replication: rollout k has the same luck in every scenario and on every day."""
    doctrines: Doctrines

    def prospects(self, w: World, day: int, rollouts: int | None = None) -> Prospects:
        """Return what fighting on from ``day`` is worth in a world on record tables.

        Happenings that nobody can foresee on that day do not take place. Without a number of ``rollouts`` they stop
        at the wanted standard error of disagreement values, at the latest at the most that the scenario allows.
        """
        talks = self.deployment.scenario.talks
        most = rollouts or talks.rollouts
        played: list[NDArray[np.float64]] = []
        while len(played) < most:
            batch = range(len(played), min(most, len(played) + BATCH))
            played += [self._ahead(w, day, rollout) for rollout in batch]
            found = self._weighed(played, day)
            if rollouts is None and found.error <= float(talks.precision):
                break
        return found

    def _ahead(self, w: World, day: int, rollout: int) -> NDArray[np.float64]:
        world = copied(w, key_of(*self.luck, 1 + rollout))
        np.asarray(world.conditions)["foreseen"] = day - 1
        last = day + self.deployment.scenario.talks.horizon
        return np.asarray(play(world, self.deployment.laws, day, last, self.doctrines).series)

    def _weighed(self, played: list[NDArray[np.float64]], day: int) -> Prospects:
        scenario = self.deployment.scenario
        column = SERIES.index("area_0")
        area = np.array([series[day + scenario.talks.horizon - 1, column : column + 2] for series in played])
        utilities = np.array([war_utilities(scenario, first) for first, _ in area])
        return Prospects(utilities, tuple(war_bill(scenario, series, day) for series in played), area)

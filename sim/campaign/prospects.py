"""Prospects: what fighting on is worth to both sides, found by playing the campaign ahead."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.campaign.deployment import Deployment
from sim.campaign.engine import STANDARD, Doctrines, play
from sim.scenario.scenario import Scenario
from sim.vocabulary import SERIES
from sim.world.chance import key_of
from sim.world.state import World
from sim.world.tables import copied

THOUSAND = 1000.0


@dataclass(frozen=True)
class Prospects:
    """Rollouts of a war from one day on; every array has a row for each rollout and a column for each side."""

    utilities: NDArray[np.float64]
    """Discounted worth of what each side has at the horizon, on the scale of packages."""
    costs: NDArray[np.float64]
    """Discounted cost of the fighting until then, on the same scale."""
    area: NDArray[np.float64]
    """Contested ground that each side holds at the horizon, km2."""


def prospects(
    deployment: Deployment, w: World, day: int, luck: tuple[int, int], doctrines: Doctrines = STANDARD
) -> Prospects:
    """Return what fighting on from ``day`` is worth, without the happenings that nobody can foresee then.

    ``luck`` is (seed, replication): rollout k of a replication has the same luck in every scenario and on every day.
    """
    talks = deployment.scenario.talks
    played = [_ahead(deployment, w, day, key_of(*luck, 1 + k), doctrines) for k in range(talks.rollouts)]
    last = day + talks.horizon - 1
    area = np.array([[series[last, _column("area", s)] for s in range(2)] for series in played])
    utilities = np.array([war_utilities(deployment.scenario, first) for first, _ in area])
    costs = np.array([war_costs(deployment.scenario, series, day) for series in played])
    return Prospects(utilities, costs, area)


def _ahead(deployment: Deployment, w: World, day: int, key: int, doctrines: Doctrines) -> NDArray[np.float64]:
    world = copied(w, key)
    world.conditions["foreseen"] = day - 1  # type: ignore[call-overload]
    return np.asarray(play(world, deployment.laws, day, day + deployment.scenario.talks.horizon, doctrines).series)


def war_utilities(scenario: Scenario, area: float) -> tuple[float, float]:
    """Return both sides' utilities at the horizon when the first then holds ``area`` km2 of the contested region.

    Utilities are additive over issues and scaled so that a side's ideal package is worth 1, discounted to today.
    """
    talks = scenario.talks
    held = min(1.0, area / float(talks.whole))
    worth = [0.0, 0.0]
    for s, side in enumerate(scenario.sides):
        total = sum(float(issue.weights[side]) for issue in talks.issues.values())
        for name, issue in talks.issues.items():
            first = held if name == talks.territory else float(issue.if_war or 0.0)
            worth[s] += float(issue.weights[side]) / total * (first if s == 0 else 1.0 - first)
        worth[s] *= float(np.exp(-float(talks.patience[side].discounting) * talks.horizon))
    return worth[0], worth[1]


def war_costs(scenario: Scenario, series: NDArray[np.float64], day: int) -> tuple[float, float]:
    """Return what both sides' fighting from ``day`` to the horizon costs them, discounted to ``day``."""
    talks = scenario.talks
    ahead = np.arange(1, talks.horizon + 1)
    bills = []
    for s, side in enumerate(scenario.sides):
        cost = talks.costs[side]
        daily = np.full(talks.horizon, float(cost.time))
        for measure, price in (("casualties", cost.casualties), ("captured", cost.captured)):
            so_far = series[:, _column(measure, s)]
            before = so_far[day - 1] if day > 0 else 0.0
            daily += np.diff(so_far[day : day + talks.horizon], prepend=before) / THOUSAND * float(price)
        bills.append(float(daily @ np.exp(-float(talks.patience[side].discounting) * ahead)))
    return bills[0], bills[1]


def _column(measure: str, side: int) -> int:
    return SERIES.index(f"{measure}_{side}")

"""Stakes: what ground, lives and time are worth to both sides, on the negotiable range of each."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.scenario.scenario import Scenario
from sim.scenario.talks import IssueDeclared
from sim.vocabulary import SERIES

THOUSAND = 1000.0
"""The men that costs are declared for."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What a stretch of war costs a side."""

    casualties: float
    captured: float
    time: float

    @property
    def total(self) -> float:
        """Return the whole cost."""
        return self.casualties + self.captured + self.time


def territory_share(scenario: Scenario, area: float) -> float:
    """Return how much of the territory at stake the first side has when it holds ``area`` km2 of the region."""
    return min(1.0, max(0.0, area / float(scenario.talks.whole)))


def war_utilities(scenario: Scenario, area: float, days: int | None = None) -> tuple[float, float]:
    """Return both sides' utilities when the first ends up with ``area`` km2 after ``days`` (the horizon) of war.

    Utilities are additive over contested issues, scaled so that all of them are worth 1, and discounted to today.
    """
    first, second = (sum(worth.values()) for worth in war_worth(scenario, area, days))
    return first, second


def war_worth(scenario: Scenario, area: float, days: int | None = None) -> tuple[dict[str, float], dict[str, float]]:
    """Return the parts of ``war_utilities`` by issue."""
    talks = scenario.talks
    held = territory_share(scenario, area)
    worth: list[dict[str, float]] = []
    for s, side in enumerate(scenario.sides):
        total = negotiable_worth(scenario)[s]
        delay = math.exp(-float(talks.patience[side].discounting) * (talks.horizon if days is None else days))
        firsts = {
            name: held if name == talks.territory else float(issue.if_war or 0.0)
            for name, issue in talks.issues.items()
        }
        worth.append(
            {
                name: delay * float(issue.weights[side]) / total * (firsts[name] if s == 0 else 1.0 - firsts[name])
                for name, issue in talks.issues.items()
                if is_contested(issue)
            }
        )
    return worth[0], worth[1]


def is_contested(issue: IssueDeclared) -> bool:
    """Return whether both sides value an issue: what one alone values is no matter of bargaining."""
    return all(float(weight) > 0.0 for weight in issue.weights.values())


def negotiable_worth(scenario: Scenario) -> tuple[float, float]:
    """Return what all contested issues together are worth to both sides, in the unit of their weights."""
    contested = [issue for issue in scenario.talks.issues.values() if is_contested(issue)]
    first, second = (math.fsum(float(issue.weights[side]) for issue in contested) for side in scenario.sides)
    return first, second


def war_bill(scenario: Scenario, series: NDArray[np.float64], day: int) -> tuple[Bill, Bill]:
    """Return what the fighting from ``day`` to the horizon costs both sides, discounted to ``day``."""
    talks = scenario.talks
    whole = negotiable_worth(scenario)
    bills = []
    for s, side in enumerate(scenario.sides):
        cost = talks.costs[side]
        delay = np.exp(-float(talks.patience[side].discounting) * np.arange(1, talks.horizon + 1))
        lost = [_daily(series, f"{measure}_{s}", day, talks.horizon) @ delay for measure in ("casualties", "captured")]
        bills.append(
            Bill(
                float(lost[0]) / THOUSAND * float(cost.casualties) / whole[s],
                float(lost[1]) / THOUSAND * float(cost.captured) / whole[s],
                float(delay.sum()) * float(cost.time) / whole[s],
            )
        )
    return bills[0], bills[1]


def _daily(series: NDArray[np.float64], measure: str, day: int, horizon: int) -> NDArray[np.float64]:
    so_far = series[:, SERIES.index(measure)]
    return np.diff(so_far[day : day + horizon], prepend=so_far[day - 1] if day > 0 else 0.0)

"""Stakes: what ground, lives and time are worth to both sides, on the negotiable range of each."""

import math

import numpy as np
from numpy.typing import NDArray

from sim.scenario.scenario import Scenario
from sim.scenario.talks import ElsewhereDeclared, IssueDeclared
from sim.talks.continuation import COLUMNS, ELSEWHERE, Ending, Stakes, worth_of
from sim.talks.course import course_read
from sim.talks.elsewhere import Elsewhere, shares_elsewhere
from sim.talks.package import Frontier, Issue, frontier
from sim.vocabulary import SERIES
from sim.world.tables import Tables

THOUSAND = 1000.0
"""The men that costs are declared for."""

_READ = np.array(
    [SERIES.index(column) for column in ("area_0", "strength_0", "strength_1")]
    + [SERIES.index(f"{measure}_{side}") for measure in ("casualties", "captured") for side in range(2)]
)


def stakes_of(scenario: Scenario) -> tuple[Stakes, Stakes]:
    """Return what a war is to both sides."""
    talks, moved = scenario.talks, _moved(scenario)
    first, second = (
        Stakes(
            territory=worth.get(talks.territory, 0.0),
            elsewhere=0.0 if moved is None else worth.get(moved.issue, 0.0),
            rest=_rest(scenario, s, worth),
            casualty=float(talks.costs[side].casualties) / THOUSAND / whole,
            captive=float(talks.costs[side].captured) / THOUSAND / whole,
            day=float(talks.costs[side].time) / whole,
            discounting=float(talks.patience[side].discounting),
            breakdown=math.nan if (left := talks.patience[side].breakdown) is None else float(left),
        )
        for s, (side, whole, worth) in enumerate(
            zip(scenario.sides, negotiable_worth(scenario), contested_worth(scenario), strict=True)
        )
    )
    return first, second


def demands_of(scenario: Scenario) -> tuple[Issue, ...]:
    """Return what is at stake, with its worth to both sides, in declared order."""
    first, second = scenario.sides
    return tuple(
        Issue(name, (float(issue.weights[first]), float(issue.weights[second])), issue.divisible)
        for name, issue in scenario.talks.issues.items()
    )


def frontier_of(scenario: Scenario) -> Frontier:
    """Return the frontier of packages; a scenario with nothing to negotiate is refused at reading."""
    found = frontier(demands_of(scenario))
    if found is None:
        raise ValueError("no issue is valued by both sides, so there is nothing to negotiate")
    return found


def ending_of(scenario: Scenario) -> Ending:
    """Return how a war that is played ahead ends."""
    talks = scenario.talks
    return Ending(talks.end_rate, 0.0 if talks.fading is None else float(talks.fading))


def elsewhere_of(scenario: Scenario) -> Elsewhere | None:
    """Return what moves the share of what else is fought over; None where nothing does."""
    moved = _moved(scenario)
    if moved is None:
        return None
    first, second = (float(moved.men[side]) for side in scenario.sides)
    share = float(scenario.talks.issues[moved.issue].if_war or 0.0)
    return Elsewhere(
        share, float(moved.drift), float(moved.aid), float(moved.noise), first, second, round(float(moved.lag))
    )


def path_of(
    scenario: Scenario,
    series: NDArray[np.float64],
    area: float,
    day: int,
    aid: float = 1.0,
    elsewhere: Elsewhere | None = None,
) -> NDArray[np.float64]:
    """Return what the value of a war from ``day`` on is made of.

    ``area`` is held by the first side on day 0, km2; ``aid`` is the level of foreign arms it gets. Men in the theatre
    are tied in proportion to the ground that is still held there: with the last of it, the others are free.
    """
    mornings = scenario.talks.look_ahead + 1
    path = np.zeros((mornings, COLUMNS))
    tied = np.empty((0 if elsewhere is None else day + mornings, 2))
    course_read(series, _READ, (area, float(scenario.talks.whole)), day, path, tied)
    if elsewhere is not None:
        path[:, ELSEWHERE] = shares_elsewhere(tied, aid, elsewhere)[day:]
    return path


def area_held(t: Tables) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the contested ground that each side holds now, km2; ground gained in a place counts in part."""
    contested = np.flatnonzero(t.places["contested"])
    area, gained, holder = (t.places[column][contested] for column in ("area", "gained", "holder"))
    lost = np.minimum(area, gained)
    return np.array([np.where(holder == side, area - lost, lost).sum() for side in range(2)])


def territory_share(scenario: Scenario, area: float) -> float:
    """Return how much of the territory at stake the first side has when it holds ``area`` km2 of the region."""
    return min(1.0, max(0.0, area / float(scenario.talks.whole)))


def worth_now(
    scenario: Scenario, stakes: tuple[Stakes, Stakes], elsewhere: Elsewhere | None, area: float
) -> tuple[float, float]:
    """Return both sides' worth of what they would have if the war ended with ``area`` km2 held by the first."""
    held = territory_share(scenario, area)
    first, second = stakes
    share = 0.0 if elsewhere is None else elsewhere.share
    return worth_of(held, share, 0, first), worth_of(held, share, 1, second)


def contested_worth(scenario: Scenario) -> tuple[dict[str, float], dict[str, float]]:
    """Return what each contested issue is worth to both sides, on the negotiable range of each."""
    first, second = (
        {name: float(issue.weights[side]) / whole for name, issue in scenario.talks.issues.items() if contested(issue)}
        for side, whole in zip(scenario.sides, negotiable_worth(scenario), strict=True)
    )
    return first, second


def contested(issue: IssueDeclared) -> bool:
    """Return whether both sides value an issue: what one alone values is no matter of bargaining."""
    return all(float(weight) > 0.0 for weight in issue.weights.values())


def negotiable_worth(scenario: Scenario) -> tuple[float, float]:
    """Return what all contested issues together are worth to both sides, in the unit of their weights."""
    on_table = [issue for issue in scenario.talks.issues.values() if contested(issue)]
    first, second = (math.fsum(float(issue.weights[side]) for issue in on_table) for side in scenario.sides)
    return first, second


def _moved(scenario: Scenario) -> ElsewhereDeclared | None:
    """Return what moves the rest of the war; what moves nothing is none."""
    moved = scenario.talks.elsewhere
    if moved is None or not any(float(part) for part in (moved.drift, moved.aid, moved.noise)):
        return None
    return moved


def _rest(scenario: Scenario, side: int, worth: dict[str, float]) -> float:
    talks = scenario.talks
    moved = _moved(scenario)
    moving = {talks.territory, *([] if moved is None else [moved.issue])}
    shares = {name: float(talks.issues[name].if_war or 0.0) for name in worth if name not in moving}
    return math.fsum(worth[name] * (share if side == 0 else 1.0 - share) for name, share in shares.items())

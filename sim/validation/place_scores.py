"""Scores by place: how well a forecast tells, place by place, which side holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from sim.campaign.holders import holders_by_day
from sim.campaign.setup.cells import cells_of
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.faults import listed, suggestion
from sim.scenario.scenario import Scenario
from sim.validation.observed_table import DATE, Faults, read_table
from sim.validation.score import PlaceScore
from sim.vocabulary import BadInput

Numbers = NDArray[np.float64]
Seen = Mapping[date, Mapping[str, bool]]
"""Whether the first side held a place, by date and place, where that was observed."""


@dataclass(frozen=True)
class HeldForecast:
    """How probable it is that the first side holds each place, by day."""

    names: list[str]
    probability: Numbers
    """Share of runs, shape (days + 1, places): before the first day and on the evening of each."""
    nearness: Numbers
    """Less the distance, km, of each place from the centre of what the first side holds of the region at first."""


def observed_holders(file: Path, scenario: Scenario) -> Seen:
    """Return who was seen to hold which place when, from a table with columns ``place``, ``date`` and ``holder``.

    Raises:
        BadInput: the file is no such table, or a cell names no place, date or side, or says again what stands already.

    """
    table = read_table(file)
    places, sides = scenario.theatre.places, list(scenario.sides)
    short = {side.short: name for name, side in scenario.sides.items()}
    seen: dict[date, dict[str, bool]] = {}
    faults = Faults(file)
    columns = [table.cells(table.column(name)) for name in ("place", DATE, "holder")]
    for (line, place), _, (_, holder), day in zip(*columns, table.dates(), strict=True):
        name = short.get(holder, holder)
        if place not in places:
            faults.add(line, f'there is no place "{place}"', suggestion(place, places, "write it as the scenario does"))
        elif name not in sides:
            faults.add(line, f'"{holder}" is no side', f"write {listed(sides)}")
        elif place in seen.setdefault(day, {}):
            faults.add(line, f'"{place}" on {day} stands above already', "keep one of the two")
        else:
            seen[day][place] = name == sides[0]
    faults.end()
    return seen


def forecast_places(scenario: Scenario, *, seed: int, replications: int) -> HeldForecast:
    """Return how probable it is that the first side holds each place, by day, from so many runs."""
    deployment = deploy(scenario)
    return places_of_holders(scenario, np.array([holders_by_day(deployment, seed, r) for r in range(replications)]))


def places_of_holders(scenario: Scenario, holders: NDArray[np.int8]) -> HeldForecast:
    """Return the same from who holds each place by run and morning, shape (runs, days + 1, places)."""
    held = (holders == 0).mean(axis=0)
    cells = cells_of(scenario.theatre)
    east, north, areas = np.array(cells.east), np.array(cells.north), np.array(cells.areas)
    contested = np.array([place.region in scenario.contested for place in scenario.theatre.places.values()])
    first = contested & (held[0] > 0.0)
    kept = first if first.any() else contested
    weights = areas * kept
    centre = (weights * east).sum() / weights.sum(), (weights * north).sum() / weights.sum()
    return HeldForecast(cells.names, held, -np.hypot(east - centre[0], north - centre[1]))


def place_scores(scenario: Scenario, forecast: HeldForecast, seen: Seen) -> dict[str, PlaceScore]:
    """Return the scores of each date: Brier's of the forecast and of the flat one, and both areas under the curve.

    Brier (1950): the mean square of probability less outcome, 0 perfect. The flat forecast gives every place the share
    that was held, the best that knows no place from another. AUC is the chance that a place which is held was given
    more than one which is not, 1/2 by luck (Hanley and McNeil 1982); beside it that of nearness to the centre alone.

    Raises:
        BadInput: no date lies within the campaign.

    """
    numbers = {name: n for n, name in enumerate(forecast.names)}
    scores: dict[str, PlaceScore] = {}
    for day in sorted(seen):
        evening = (day - scenario.start).days + 1
        if not 1 <= evening <= scenario.days:
            continue
        chosen = [numbers[place] for place in seen[day]]
        held = np.array([float(is_held) for is_held in seen[day].values()])
        probability = forecast.probability[evening, chosen]
        scores[str(day)] = PlaceScore(
            places=len(held),
            held=float(held.mean()),
            brier=float(((probability - held) ** 2).mean()),
            brier_flat=float(held.mean() * (1.0 - held.mean())),
            auc=area_under_curve(probability, held),
            auc_nearness=area_under_curve(forecast.nearness[chosen], held),
        )
    if not scores:
        raise BadInput("--places: no date lies within the campaign; give the holders of places on its days")
    return scores


def area_under_curve(score: Numbers, held: Numbers) -> float | None:
    """Return the chance that what is held scores more than what is not, ties counted half; None without both."""
    yes, no = int(held.sum()), int(len(held) - held.sum())
    if not yes or not no:
        return None
    ranks = rankdata(score)
    return float((ranks[held == 1.0].sum() - yes * (yes + 1) / 2) / (yes * no))

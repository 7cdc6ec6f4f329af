"""The Kursk theatre in 2024: what the scenarios start from, and where the observations end."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from sim.campaign.engine import play
from sim.scenario.files.reading import read_scenario
from sim.scenario.parameters import parameters
from sim.scenario.scenario import Scenario
from sim.validation.observed_area import observed_area
from sim.vocabulary import SERIES
from tests.scenarios.shipped import FOLDER, deployed, played

KURSK = FOLDER / "kursk"
OBSERVED = KURSK / "observed-area-2024.csv"
OF_2024 = [KURSK / "2024-08-incursion.yaml", KURSK / "2024-09-salient.yaml"]
SAME = ("force.quality", "artillery", "bombs", "own_coverage", "reliance", "dependence", "replacement", "threshold")


def men_of(scenario: Scenario, side: str, day: str, named: str = "") -> float:
    """Return the declared men of a side who are there on a day, of formations with a word in their name."""
    when = date.fromisoformat(day)
    return sum(
        body.strength
        for name, body in scenario.order_of_battle.formations.items()
        if body.side == side
        and named in name
        and (body.arrives or scenario.start) <= when
        and (body.leaves is None or body.leaves > when)
    )


@pytest.mark.parametrize(
    ("name", "side", "day", "reported"),
    [
        ("2024-08-incursion", "Ukraine", "2024-08-06", 10_000),
        ("2024-08-incursion", "Ukraine", "2024-08-14", 15_000),
        ("2024-08-incursion", "Russia", "2024-08-06", 4_000),
        ("2024-08-incursion", "Russia", "2024-08-27", 34_000),
        ("2024-09-salient", "Ukraine", "2024-09-01", 15_000),
        ("2024-09-salient", "Ukraine", "2024-12-31", 20_000),
        ("2024-09-salient", "Russia", "2024-09-01", 30_000),
        ("2024-09-salient", "Russia", "2024-12-31", 60_000),
    ],
)
def test_declared_men_sum_to_the_totals_reported_for_the_day(name: str, side: str, day: str, reported: int) -> None:
    assert men_of(read_scenario(KURSK / f"{name}.yaml"), side, day) == pytest.approx(reported, rel=0.02)


UKRAINE = (15_000, 20_000)
REPORTED = {
    "2024-09-14": (UKRAINE, (30_000, 45_000)),
    "2024-10-10": (UKRAINE, (45_000, 50_000)),
    "2024-11-10": (UKRAINE, (45_000, 59_000)),
    "2024-11-23": (UKRAINE, (50_000, 59_000)),
    "2024-12-31": (UKRAINE, (59_000, 60_000)),
}
"""Least and most men of Ukraine and Russia reported for about the day; the scenarios' README.md says by whom."""


def test_men_of_autumn_2024_lie_in_the_reported_ranges_month_by_month() -> None:
    deployment = deployed("kursk/2024-09-salient")
    first, days = deployment.scenario.start, deployment.scenario.days
    series = [np.asarray(play(deployment.world(1, r), deployment.laws, 0, days).series)[:days] for r in range(4)]
    men = np.mean(series, axis=0)[:, [SERIES.index(f"strength_{side}") for side in range(2)]]
    present = {day: men[(date.fromisoformat(day) - first).days] for day in REPORTED}

    off = {
        (day, side): round(float(there[side]))
        for day, there in present.items()
        for side, (low, high) in enumerate(REPORTED[day])
        if not 0.98 * low <= there[side] <= 1.02 * high
    }
    assert off == {}


def test_eleven_thousand_north_koreans_come_from_24_october_to_4_november() -> None:
    scenario = read_scenario(KURSK / "2024-09-salient.yaml")

    assert men_of(scenario, "Russia", "2024-10-23", "North Korean") == 0
    assert men_of(scenario, "Russia", "2024-11-04", "North Korean") == 11_000


def test_on_1_september_the_cells_that_ukraine_holds_lie_between_the_two_maps() -> None:
    deployment = deployed("kursk/2024-09-salient")
    held = set(deployment.scenario.held["Ukraine"])
    areas = zip(deployment.cells.names, deployment.cells.areas, strict=True)

    area = sum(cell for name, cell in areas if name in held)

    assert observed_area(OBSERVED, "deepstate_km2")["2024-09-01"] < area
    assert area < observed_area(OBSERVED, "project_owl_km2")["2024-09-01"]


def test_the_incursion_starts_with_nothing_and_takes_ground_of_the_contested_region() -> None:
    area = played("kursk/2024-08-incursion")[:, SERIES.index("area_0")]

    assert read_scenario(KURSK / "2024-08-incursion.yaml").held == {}
    assert area.max() > 0.0


@pytest.mark.parametrize("path", OF_2024, ids=lambda path: path.stem)
def test_what_no_source_speaks_of_has_the_value_of_march_2025(path: Path) -> None:
    now, later = parameters(read_scenario(path)), parameters(read_scenario(KURSK / "2025-03-article.yaml"))
    shared = [name for name in later if name.endswith(SAME)]

    assert {name: now[name].value for name in shared} == {name: later[name].value for name in shared}


def test_autumn_and_spring_fight_under_the_same_laws_and_the_incursion_before_drones_closed_the_roads() -> None:
    august, autumn, spring = (
        {name: value.value for name, value in parameters(read_scenario(path)).items() if name.startswith("laws.")}
        for path in (*OF_2024, KURSK / "2025-03-article.yaml")
    )
    changed = {name for name in autumn if autumn[name] != august[name]}

    assert autumn == spring
    assert changed == {"laws.front.drone_resistance", "laws.supply.truck_hours", "laws.supply.truck_speed"}


def test_nothing_later_than_2024_was_observed_and_the_mean_lies_midway_between_the_maps() -> None:
    mean, one, other = (observed_area(OBSERVED, f"{name}_km2") for name in ("mean", "deepstate", "project_owl"))
    midway = ((one + other) / 2).dropna()

    assert str(other.index[-1].date()) == "2024-12-31"
    assert mean.index.equals(midway.index)
    assert mean.to_numpy() == pytest.approx(midway.to_numpy(), abs=0.051)

"""The patterns that gate the laws of the front, in small; the whole table is `benchmarks/patterns.py`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.rules.day import take_stock
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.validation.pattern import Pattern
from sim.validation.patterns_of_a_salient import Runs, half_lives, refinement, roads_cut, runs, undefended
from sim.validation.patterns_of_direction import Choice, State, judged, signs
from sim.validation.refinement import refined
from sim.world.tables import interpreted
from tests.scenarios.shipped import FOLDER

ARTICLE = FOLDER / "kursk" / "2025-03-article.yaml"
AT_REST = FOLDER / "kursk" / "2025-03-front-at-rest.yaml"
FEW = 8


@pytest.fixture(scope="module")
def article() -> Runs:
    return runs(read_scenario(ARTICLE), FEW)


def failing(patterns: list[Pattern]) -> list[str]:
    return [f"{each.number} {each.statement}: {each.measured}" for each in patterns if not each.holds]


def test_a_finer_mesh_leaves_the_ground_held_alone() -> None:
    assert failing(refinement(ARTICLE, FEW)) == []


def test_refining_keeps_the_ground_and_who_holds_it() -> None:
    scenario = read_scenario(ARTICLE)
    finer = refined(scenario, 1)
    before, after = (runs_first(each) for each in (scenario, finer))

    assert len(finer.theatre.places) > 1.3 * len(scenario.theatre.places)
    assert after == pytest.approx(before, rel=0.05)


def runs_first(scenario: Scenario) -> float:
    places = deploy(scenario).tables["places"]
    return float(places["area"][(places["holder"] == 0) & (places["contested"] == 1)].sum())


def test_men_trucks_and_sight_decide_how_long_ground_is_held() -> None:
    """The bars themselves stand in the table; whether a few runs meet them is chance."""
    ratios = [float(each.measured.split(": ")[1]) for each in half_lives(ARTICLE, FEW)]

    assert ratios[0] > 1.3
    assert min(ratios[1:]) > 1.05


def test_most_ground_is_lost_that_somebody_held(article: Runs) -> None:
    lost = undefended(ARTICLE, FEW)

    assert int(lost.measured.removesuffix("%")) < 45
    assert lost.holds == (int(lost.measured.removesuffix("%")) < 30)
    assert article.day_of(0.5) < article.day_of(0.25)


@pytest.mark.parametrize("day", [0, 7])
def test_men_stand_on_the_front_as_thickly_as_the_order_of_battle_says(day: int) -> None:
    """10,000 Ukrainians in the salient and others at its neck, 40,000 Russians opposite them, along 70-80 km."""
    own, enemy = densities(deploy(read_scenario(ARTICLE)), day)

    assert 40 < own < 160
    assert 150 < enemy < 600


def densities(deployment: Deployment, day: int) -> tuple[float, float]:
    """Return the men a km on either side of the front round the salient after so many days, screens not counted."""
    w = interpreted(play(deployment.world(1, 0), deployment.laws, 0, day))
    take_stock(w, deployment.laws, day)
    inside = [place for place in w.places if place.holder == 0 and place.contested == 1 and place.fronts > 0]
    borders = [border for place in inside for border in w.neighbours[place.first : place.last] if border.front > 0]
    own = sum(border.men for border in borders if w.places[border.place].holder == 1)
    opposite = sum(w.neighbours[border.mirror].men for border in borders if w.places[border.place].holder == 1)
    km = sum(border.front for border in borders if w.places[border.place].holder == 1)
    return own / km, opposite / km


def test_cutting_roads_adds_an_event_for_each_road_across_the_border() -> None:
    scenario = read_scenario(ARTICLE)
    cut = roads_cut(scenario, 10)[len(scenario.events) :]

    assert {(event["from"], event["to"]) for event in cut} >= {("Yunakivka", "Sudzha border checkpoint")}
    assert {event["damage"] for event in cut} == {1.0}


def test_men_roads_and_lent_intelligence_keep_ground_on_average() -> None:
    gains = [re.search(r"([+-][\d.]+) km2 on average", each.measured) for each in signs(ARTICLE, 6, lucks=2)]

    assert all(gain and float(gain[1]) > 0 for gain in gains)


@dataclass(frozen=True)
class Gamble(Choice):
    """A choice that adds to every state what a law says by number of the luck."""

    law: Callable[[int], float]

    def gains(self, state: State, lucks: range) -> NDArray[np.float64]:  # noqa: ARG002 - every state alike
        return np.array([self.law(n) for n in lucks])


@pytest.mark.parametrize(
    ("law", "says"),
    [
        (lambda n: -9.0 if n < 8 else 5.0, "0 of 3; 3 by 8 lucks (with 100 fresh ones +5.0, +5.0, +5.0 km2)"),
        (lambda _: -9.0, "3 of 3; 3 by 8 lucks (with 100 fresh ones -9.0, -9.0, -9.0 km2)"),
        (lambda _: 4.0, "0 of 3; 0 by 8 lucks, 0 of 24 single games; +4.0 km2 on average"),
    ],
)
def test_a_state_that_seems_to_go_against_the_rule_is_played_again_with_fresh_luck(
    law: Callable[[int], float], says: str
) -> None:
    theatre = deploy(read_scenario(ARTICLE))
    luck = np.random.default_rng(1)
    states = [State.drawn(theatre.scenario, luck) for _ in range(3)]
    found = judged("6a", Gamble("a toss", (theatre, 1.0), (theatre, 1.0), law), states, 8)

    assert found.holds == says.startswith("0 of")
    assert found.measured.startswith(says)

"""Layers of the map: who held what a week ago, what is believed, civilians, support; and what a click can do."""

from pathlib import Path

import pytest

from sim.browser.acts import act, buttons_of
from sim.browser.course import Course, Declared
from sim.browser.drawings.layers import CIVILIANS, SIGHT, extra_layers, ghost_of, support_badges
from sim.browser.drawings.troops_drawing import days_of_supply, supply_class
from sim.vocabulary import BadInput

ARTICLE = Path(__file__).parents[3] / "scenarios" / "kursk" / "2025-03-article.yaml"


@pytest.fixture(scope="module")
def course() -> Course:
    return Course(Declared(ARTICLE, 1, {}), 8)


def test_the_front_of_a_week_ago_is_known_from_the_eighth_morning_on(course: Course) -> None:
    assert ghost_of(course.snapshots, 6) is None
    assert ghost_of(course.snapshots, 8) == list(course.snapshots[1].places["holder"])


def test_layers_are_drawn_when_they_are_asked_for(course: Course) -> None:
    today = course.snapshots[8]
    people = sum(number >= 1 for number in today.places["civilians"])

    assert extra_layers(course.ground, today, []) == ""
    assert extra_layers(course.ground, today, [CIVILIANS]).count("civilians") == people
    believed = extra_layers(course.ground, today, [SIGHT])
    assert "believed s0" in believed
    assert "believed s1" in believed


def test_badges_tell_what_supporters_give_today(course: Course) -> None:
    assert "<b>United States</b> intelligence 0%" in support_badges(course.scenario, course.snapshots[8])
    assert "<b>United States</b> intelligence 100%" in support_badges(course.scenario, course.snapshots[0])


@pytest.mark.parametrize(("days", "scarce"), [(0.2, 0), (1.0, 1), (1.9, 1), (2.0, 2)])
def test_supplies_are_scarce_below_two_days_and_very_scarce_below_one(days: float, scarce: int) -> None:
    assert supply_class(days) == scarce


def test_days_of_supply_are_what_is_at_hand_over_what_is_used(course: Course) -> None:
    formations = course.snapshots[8].formations

    assert days_of_supply(course.snapshots[8], [1]) == formations["stock"][1] / formations["use"][1]


def test_a_click_cuts_a_road_sends_men_and_orders_on_the_day_shown(course: Course) -> None:
    road = course.scenario.theatre.roads[4]
    cut, sent, held = act(course, 8, "cut:4"), act(course, 8, "send:0"), act(course, 8, "hold:1")

    assert dict(cut.events[0]) | {"from": road.start, "to": road.end, "damage": 1.0} == dict(cut.events[0])
    assert sent.formations is not None
    assert next(iter(sent.formations.values()))["place"] == course.deployment.cells.names[0]
    assert held.orders[0]["kind"] == "hold"
    assert held.date == course.date_of(8)


def test_a_side_is_offered_orders_to_its_formations_alone(course: Course) -> None:
    assert buttons_of("road:4", umpire=False) == ""
    assert "data-do" in buttons_of("road:4", umpire=True)
    assert "data-do" in buttons_of("formation:1", umpire=False)
    with pytest.raises(BadInput, match="no such formation of Russia"):
        act(course, 8, "hold:1", 1)
    with pytest.raises(BadInput, match="cannot be done"):
        act(course, 8, "destroy:1")

import re
from datetime import date
from pathlib import Path

import pytest

from sim.browser.course import Course, Declared
from sim.browser.drawings.charts import PROJECTED, charts_of, projected_charts
from sim.browser.drawings.details import formation_details, place_details
from sim.browser.drawings.headline import headline_of
from sim.browser.drawings.legend import legend_of
from sim.browser.drawings.network_drawing import flow_width, flows, network_drawing, road_state, road_states
from sim.browser.drawings.plot import Line, Plot
from sim.browser.drawings.tips import tip_of
from sim.browser.drawings.troops_drawing import stacks, troops_drawing
from sim.browser.screens import details_of, on_board, on_map
from sim.vocabulary import SERIES

ARTICLE = Path(__file__).parents[2] / "scenarios" / "kursk" / "2025-03-article.yaml"


@pytest.fixture(scope="module")
def course() -> Course:
    return Course(Declared(ARTICLE, 1, {}), until=12)


def test_the_ground_has_a_cell_for_each_place_and_a_line_for_each_road(course: Course) -> None:
    places, roads = len(course.scenario.theatre.places), len(course.scenario.theatre.roads)

    assert course.ground.layers["cells"].count('class="cell"') == places
    assert course.ground.layers["network"].count("data-road=") == roads
    assert course.ground.layers["network"].count("data-flow=") == roads


def test_every_present_formation_is_in_one_symbol(course: Course) -> None:
    today = course.snapshots[12]
    drawn = troops_drawing(course.ground, course.deployment, today)

    stacked = stacks(course.deployment, today)
    assert sorted(n for rows in stacked.values() for n in rows) == [
        n for n, status in enumerate(today.formations["status"]) if status == 1
    ]
    assert drawn.count('class="px troops') == len(stacked)


def test_roads_are_cut_under_fire_or_open() -> None:
    assert road_state(damage=1.0, hazard=0.0, length=5.0) == "cut"
    assert road_state(damage=0.5, hazard=0.1, length=5.0) == "fire"
    assert road_state(damage=0.5, hazard=0.001, length=5.0) == "open"


def test_a_flow_four_times_as_great_is_twice_as_wide() -> None:
    assert flow_width(400.0) == pytest.approx(2 * flow_width(100.0))


def test_roads_that_lose_capacity_show_a_strike(course: Course) -> None:
    struck = [
        sum(now > was for now, was in zip(today.roads["damage"], before.roads["damage"], strict=True))
        for before, today in zip(course.snapshots, course.snapshots[1:], strict=False)
    ]
    day = max(range(1, 13), key=lambda day: struck[day - 1])
    drawn = network_drawing(course.ground, course.deployment, course.snapshots[day], course.snapshots[day - 1])

    assert struck[day - 1] > 0
    assert drawn.count("burst") >= struck[day - 1]


def test_what_a_map_shows_of_a_day_agrees_with_the_world(course: Course) -> None:
    shown = on_map(course, 12, 1, "")

    assert course.campaign is not None
    assert shown["holders"] == [place.holder for place in course.campaign.world.places]
    assert len(shown["roads"]) == len(road_states(course.deployment, course.snapshots[12]))
    assert {n for n, _, _ in flows(course.snapshots[12])} == {
        n for n, road in enumerate(course.campaign.world.roads) if road.flow
    }


def test_the_headline_carries_the_exact_figures(course: Course) -> None:
    told = dict(re.findall(r'data-measure="(\w+)" data-value="([^"]+)"', headline_of(course, 12)))

    assert float(told["area_0"]) == course.snapshots[12].measures[SERIES.index("area_0")]
    assert told["day"] == "12"


def test_two_courses_add_two_charts_of_their_difference(course: Course) -> None:
    drawn = [sum("<svg" in chart for chart in charts_of(courses, 12)) for courses in ([course], [course, course])]

    assert drawn[1] == drawn[0] + 2


def test_the_board_knows_the_last_day(course: Course) -> None:
    assert on_board([course], 12, 5, playing=False)["last"] == 60


def test_values_beside_a_plot_do_not_overlap() -> None:
    lines = [Line([(0.0, 1.0), (1.0, 1.0)], "s0", "one"), Line([(0.0, 1.0), (1.0, 1.01)], "s1", "two")]
    drawn = Plot("", lines, 1, 1, date(2025, 3, 1)).svg
    heights = [float(y) for y in re.findall(r'class="value[^>]* y="([\d.]+)"', drawn)]

    assert abs(heights[0] - heights[1]) >= 11


def test_details_of_a_place_name_its_formations(course: Course) -> None:
    (place, _), rows = next(iter(stacks(course.deployment, course.snapshots[12]).items()))
    names = list(course.scenario.order_of_battle.formations)

    assert names[rows[0]] in place_details(course.deployment, course.snapshots[12], place)
    assert names[rows[0]] in formation_details(course.deployment, course.snapshots[12], rows[0])


@pytest.mark.parametrize("what", ["", "place:", "place:999", "formation:9999", "river:1", "place:-1"])
def test_nothing_is_told_of_what_is_not_there(course: Course, what: str) -> None:
    assert details_of(course, 12, what) == ""
    assert tip_of(course.deployment, course.snapshots[12], what) == ""


def test_tips_tell_holder_and_state(course: Course) -> None:
    assert "held by" in tip_of(course.deployment, course.snapshots[12], "place:0")
    assert "can pass" in tip_of(course.deployment, course.snapshots[12], "road:0")


def test_names_with_markup_are_escaped(tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_text(f"extends: {ARTICLE}\nsides:\n  Ukraine: {{short: '<b>'}}\n", encoding="utf-8")
    odd = Course(Declared(file, 1, {}), until=1)

    assert "<b> " not in headline_of(odd, 1)
    assert "&lt;b&gt;" in headline_of(odd, 1)


def test_the_legend_names_both_sides(course: Course) -> None:
    assert all(name in legend_of(course.scenario) for name in course.scenario.sides)


def test_a_wall_shows_leverage_and_the_ground_larger_than_a_page_does(course: Course) -> None:
    leverage, ground = projected_charts([course], 12)

    assert "Leverage of UA" in leverage
    assert "Contested ground held" in ground
    assert f'viewBox="0 0 344 {PROJECTED:.0f}"' in ground

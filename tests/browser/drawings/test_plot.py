import html
import json
import re
from datetime import date
from pathlib import Path

import pytest

from sim.browser.comparison import hindrance
from sim.browser.course import Course, Declared
from sim.browser.drawings.charts import charts_of, difference_plots
from sim.browser.drawings.legend import legends_of
from sim.browser.drawings.plot import HIGH, LEFT, RIGHT, WIDE, Line, Plot, round_above

SCENARIOS = Path(__file__).parents[3] / "scenarios"
ARTICLE = SCENARIOS / "kursk" / "2025-03-article.yaml"
START = date(2025, 3, 1)


@pytest.fixture(scope="module")
def course() -> Course:
    return Course(Declared(ARTICLE, 1, {}), until=12)


@pytest.fixture(scope="module")
def ardennes() -> Course:
    return Course(Declared(SCENARIOS / "ardennes" / "1944-12-bastogne.yaml", 1, {}), until=3)


def ticks(svg: str) -> list[str]:
    return re.findall(r'class="tick"[^>]*>([^<]*)<', svg)


@pytest.mark.parametrize(
    ("value", "top"), [(0.272, 0.5), (0.05, 0.05), (401.0, 500.0), (1.0, 1.0), (2.1, 2.5), (99.0, 100.0)]
)
def test_scales_end_at_round_numbers(value: float, top: float) -> None:
    assert round_above(value) == pytest.approx(top)


def test_a_plot_has_dates_and_values_on_its_axes() -> None:
    svg = Plot("Ground", [Line([(1.0, 401.0), (60.0, 100.0)], "s0")], 60, 60, START).svg

    assert ticks(svg) == ["0", "250", "500"]
    assert re.findall(r'class="date[^>]*>([^<]*)<', svg) == ["1 Mar", "31 Mar", "30 Apr"]


def test_a_line_ends_above_the_last_date() -> None:
    svg = Plot("Ground", [Line([(0.0, 1.0), (60.0, 1.0)], "s0")], 60, 60, START).svg

    assert re.search(rf'class="line s0" d="M{LEFT:.1f} [\d.]+L{WIDE - RIGHT:.1f} ', svg)


def test_a_plot_hands_the_page_every_value_to_hover_over() -> None:
    svg = Plot("Will", [Line([(1.0, 0.5), (2.0, 0.25)], "s1", "RU", "{:.0%}".format)], 10, 2, START).svg
    given = re.search(r'data-hover="([^"]*)"', svg)
    assert given

    assert json.loads(html.unescape(given[1]))["lines"] == [["RU", "s1", [[1.0, "50%"], [2.0, "25%"]]]]
    assert 'aria-label="Will: RU 25%"' in svg


def test_a_small_difference_looks_small_on_a_printed_scale(course: Course) -> None:
    other = Course(Declared(ARTICLE, 1, {"sides.Russia.deep_fires.drones": 1.21}), until=12)
    leverage, ground = difference_plots(course, other, 12)

    assert ticks(leverage.svg) == ["-0.05", "+0", "+0.05"]
    assert ticks(ground.svg) == ["-50", "+0", "+50"]
    heights = [
        float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", re.findall(r'class="line s0" d="([^"]*)"', ground.svg)[0])
    ]
    assert max(heights) - min(heights) < HIGH / 4


def test_a_great_difference_widens_the_scale(course: Course) -> None:
    points = [(float(day), 140.0) for day in range(1, 13)]
    plot = difference_plots(course, course, 12)[1]

    assert ticks(plot._replace(lines=[Line(points, "s0")]).svg) == ["-200", "+0", "+200"]


def test_courses_of_different_wars_have_no_differences_and_a_legend_each(course: Course, ardennes: Course) -> None:
    charts = "".join(charts_of([course, ardennes], 3))

    assert "their sides, the contested region, the first day differ" in hindrance(course, ardennes)
    assert "Difference in" not in charts
    assert hindrance(course, ardennes) in charts
    assert len(legends_of([course, ardennes])) == 2
    assert next(iter(ardennes.scenario.sides)) in legends_of([course, ardennes])[1]["signs"]


def test_variants_of_one_war_can_be_compared_and_share_a_legend(course: Course) -> None:
    other = Course(Declared(ARTICLE.with_name("2025-03-support-kept.yaml"), 1, {}), until=3)

    assert hindrance(course, other) == ""
    assert "Difference in leverage" in "".join(charts_of([course, other], 3))
    assert [each["title"] for each in legends_of([course, other])] == [""]

from pathlib import Path

import numpy as np
import pytest

from sim.browser.course import Course, Declared
from sim.browser.drawings.charts import charts_of, standings
from sim.browser.more_runs import MoreRuns
from sim.browser.spread import Spread, band_of, play_more, standing
from sim.campaign.outcome import run
from sim.vocabulary import SERIES

ARTICLE = Path(__file__).parents[2] / "scenarios" / "kursk" / "2025-03-article.yaml"
SHORT: dict[str, object] = {"days": 8, "talks.rollouts": 2}
RUNS = 4


@pytest.fixture(scope="module")
def course() -> Course:
    played = Course(Declared(ARTICLE, 3, SHORT), until=8)
    played.negotiate_until(8)
    return played


@pytest.fixture(scope="module")
def shown(course: Course) -> list[Spread]:
    found: list[Spread] = []
    play_more(course.deployment, 3, lambda: True, found.append, RUNS)
    return found


def test_more_runs_are_the_replications_that_the_command_plays(course: Course, shown: list[Spread]) -> None:
    last = shown[-1]

    assert [outcome.replication for outcome in last.outcomes] == [1, 2, 3, 4]
    other = run(course.deployment, 3, 2)
    assert [talks.terms for talks in last.outcomes[1].talks] == [talks.terms for talks in other.talks]
    assert np.array_equal(last.outcomes[1].series, other.series)


def test_campaigns_are_shown_before_their_talks(shown: list[Spread]) -> None:
    assert (shown[0].talked, len(shown[0].outcomes)) == (0, RUNS)
    assert shown[0].leverage() == {}
    assert shown[-1].is_whole
    assert {len(values) for values in shown[-1].leverage().values()} == {RUNS}


def test_a_band_lies_between_the_fifth_and_the_ninety_fifth_percentile() -> None:
    low, high = band_of(np.arange(101.0)[:, None] * np.ones((1, 2)))

    assert low == [(1.0, 5.0), (2.0, 5.0)]
    assert high == [(1.0, 95.0), (2.0, 95.0)]


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.0, "1st lowest of 23"), (1.5, "3rd lowest of 23"), (20.5, "22nd lowest of 23"), (10.5, "12th lowest of 23")],
)
def test_a_run_is_placed_among_the_others(value: float, words: str) -> None:
    assert standing(value, [float(n) for n in range(22)]) == words


def test_charts_draw_the_bands_and_say_where_this_run_stands(course: Course, shown: list[Spread]) -> None:
    course.spread = shown[-1]
    charts = charts_of([course], 8)
    area = course.snapshots[8].measures[SERIES.index("area_0")]
    lower = sum(float(outcome.series[7, SERIES.index("area_0")]) < area for outcome in shown[-1].outcomes)
    course.spread = None

    assert f"ground {lower + 1}" in charts[0]
    assert sum('class="spread' in chart for chart in charts) == 7
    assert standings(course, 8) == ""


def test_the_difference_of_a_course_to_itself_under_the_same_luck_has_no_width(
    course: Course, shown: list[Spread]
) -> None:
    course.spread = shown[-1]
    charts = [chart for chart in charts_of([course, course], 8) if "Difference in ground" in chart]
    course.spread = None
    band = charts[0].split('class="spread s0" d="')[1].split('"')[0]

    assert len({point.split()[1] for point in band.strip("MZ").split("L")}) == 1


def test_what_is_wanted_no_more_ends(course: Course) -> None:
    found: list[Spread] = []
    play_more(course.deployment, 3, lambda: False, found.append, RUNS)

    assert found == []


def test_more_runs_are_played_once_at_a_time(course: Course) -> None:
    shows: list[bool] = []
    runs = MoreRuns(lambda _: False, lambda: shows.append(runs.playing))
    runs.playing = True
    runs.start([course])

    assert shows == []

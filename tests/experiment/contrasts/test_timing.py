import json
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import pytest

from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.experiment.contrasts.cut_offs import LEVELS, formation_there, road_closed, support_stopped
from sim.experiment.contrasts.endings import under_one_luck
from sim.experiment.contrasts.timing import timing, tipping, tipping_interval
from sim.experiment.contrasts.timing_curve import Point, TippingDate, timing_curve_of
from sim.experiment.sensitivity.certainty import Certain
from sim.results.digest import digest_of
from sim.scenario.events import SupportChanges
from sim.scenario.files.reading import read_scenario
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput
from tests.experiment.short_war import KURSK, SHORT, kept

FRIEND = "United States"
BRIGADE = "22nd Mechanised Brigade"
THIRD = date(2025, 3, 3)


def played(scenario: Scenario) -> str:
    return digest_of([run(deploy(scenario), seed=1, replication=0)])


def levels_on(scenario: Scenario, when: date) -> dict[str, float]:
    """Return what the supporter gives by the morning after a date, by the events."""
    found = {level: float(getattr(scenario.supporters[FRIEND], level)) for level in LEVELS}
    for event in sorted(scenario.events, key=lambda each: each.date):
        if isinstance(event, SupportChanges) and event.date <= when:
            found |= {level: v for level in LEVELS if (v := getattr(event, level)) is not None}
    return found


def article() -> Scenario:
    return read_scenario(KURSK / "2025-03-article.yaml", SHORT)


@pytest.mark.parametrize(
    "cut",
    [
        partial(support_stopped, kept(), FRIEND, LEVELS),
        partial(road_closed, kept(), ("Yunakivka", "Sudzha border checkpoint")),
    ],
)
def test_a_cut_off_of_no_days_equals_the_baseline_bit_for_bit(cut: Any) -> None:  # noqa: ANN401 - any of several
    assert fingerprint(cut(THIRD, 0)) == fingerprint(kept())
    assert played(cut(THIRD, 0)) == played(kept()) != played(cut(THIRD, 2))


def test_support_stops_for_its_days_and_is_then_as_it_would_have_been() -> None:
    given = article()
    stopped = support_stopped(given, FRIEND, ["intelligence"], date(2025, 3, 9), 4)

    for day in range(1, 20):
        when = date(2025, 3, day)
        expected = levels_on(given, when)
        if 9 <= day < 13:
            expected["intelligence"] = 0.0
        assert levels_on(stopped, when) == expected, when


def test_a_formation_is_there_at_no_other_time() -> None:
    there = formation_there(kept(), BRIGADE, THIRD, 5).order_of_battle.formations[BRIGADE]

    assert (there.arrives, there.leaves) == (THIRD, date(2025, 3, 8))


def test_a_formation_that_never_comes_is_the_baseline_of_its_coming() -> None:
    never = formation_there(kept(), BRIGADE, THIRD, 0)

    assert never == formation_there(kept(), BRIGADE, date(2025, 3, 5), 0)
    assert played(never) != played(formation_there(kept(), BRIGADE, THIRD, 5))


@pytest.mark.parametrize(
    ("cut", "told"),
    [
        (lambda: support_stopped(kept(), "United State", LEVELS, THIRD, 1), 'did you mean "United States"'),
        (lambda: road_closed(kept(), ("Sudzha", "Kursk"), THIRD, 1), "there is no road"),
        (lambda: formation_there(kept(), "22nd Mechanized Brigade", THIRD, 1), "did you mean"),
    ],
)
def test_what_does_not_exist_cannot_be_cut_off(cut: Any, told: str) -> None:  # noqa: ANN401 - as above
    with pytest.raises(BadInput, match=told):
        cut()


def test_a_start_outside_the_campaign_is_refused() -> None:
    cut = partial(support_stopped, kept(), FRIEND, LEVELS)

    with pytest.raises(BadInput, match="outside the campaign"):
        timing(kept(), cut, "Ukraine", [date(2025, 4, 1)], [7], 0.001, under_one_luck(1, 2))


def test_points_pair_each_cut_off_with_the_baseline() -> None:
    cut = partial(support_stopped, kept(), FRIEND, LEVELS)
    play = under_one_luck(1, 3)

    found = timing(kept(), cut, "Russia", [THIRD], [0, 3], 0.001, play)

    without, with_it = play(kept(), "")["leverage_1"], play(cut(THIRD, 3), "")["leverage_1"]
    assert [point.length for point in found.points] == [0, 3]
    assert found.points[0].difference.low == found.points[0].difference.high == 0.0
    assert timing_curve_of(json.loads(json.dumps(found.as_json()))) == found
    assert found.points[1].difference.mean == pytest.approx((with_it - without).mean(), abs=1e-15)


def points(*means: float) -> list[Point]:
    """Return points whose mean differences are known to 0.01."""
    unknown = Certain(None, None, None, None, None)
    return [
        Point(f"2025-03-{n:02}", 7, unknown, Certain(m, None, None, m - 0.01, m + 0.01))
        for n, m in enumerate(means, start=1)
    ]


def test_the_tipping_date_is_the_first_from_which_on_nothing_moves() -> None:
    when, told = tipping(points(-0.2, -0.005, -0.1, 0.0, 0.002), 0.001)

    assert when == "2025-03-04"
    assert "no longer" in told


def test_a_change_below_the_least_that_counts_does_not_count() -> None:
    assert tipping(points(-0.2, -0.05), 0.1)[0] == "2025-03-02"


@pytest.mark.parametrize(("means", "told"), [((-0.2, -0.1), "at the last start"), ((0.0, 0.001), "at no start")])
def test_there_may_be_no_tipping_date_in_range(means: tuple[float, ...], told: str) -> None:
    when, verdict = tipping(points(*means), 0.001)

    assert when is None
    assert told in verdict


def test_the_interval_of_a_tipping_date_holds_the_true_one_and_a_flat_curve_has_none() -> None:
    rng = np.random.default_rng(1)
    starts = [f"2025-03-{day:02}" for day in range(1, 9)]
    falling = {start: rng.normal(-0.02 if n < 4 else 0.0, 0.01, 60) for n, start in enumerate(starts)}
    flat = {start: rng.normal(0.0, 0.01, 60) for start in starts}
    still = {start: rng.normal(-0.02, 0.01, 60) for start in starts}

    found = tipping_interval(falling, 0.005)

    assert str(found.low) <= "2025-03-05" <= str(found.high)
    assert found.date == "2025-03-05"
    assert tipping_interval(flat, 0.005) == tipping_interval(still, 0.005) == TippingDate(None, None, None)

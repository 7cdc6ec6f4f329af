from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from sim.experiment.worlds.answers import answers, talk_weights
from sim.experiment.worlds.contrast import contrast, difference
from sim.experiment.worlds.runs import Runs
from sim.vocabulary import SERIES

SIDES, START = ("Blue", "Red"), date(2000, 1, 1)
DAYS, TALK_DAYS = 6, (0, 3, 6)


def runs(seed: int = 1, draws: int = 30) -> Runs:
    """Return made-up runs of a nested design of two draws of the table and two runs each."""
    rng = np.random.default_rng(seed)
    count = draws * 4
    leverage = rng.random((count, len(TALK_DAYS)))
    return Runs(
        draw=np.arange(count) // 4,
        table=np.arange(count) // 2 % 2,
        replication=np.arange(count) % 2,
        mornings={name: 10.0 + rng.random((count, DAYS + 1)) for name in SERIES},
        talk_days=TALK_DAYS,
        talks={
            "leverage_0": leverage,
            "counter": rng.normal(size=(count, len(TALK_DAYS))),
            "zone": (rng.random((count, len(TALK_DAYS))) < 0.7).astype(float),
            "chance": np.zeros((count, len(TALK_DAYS))),
            "leverage_0 by nash": leverage,
            "leverage_0 by kalai": 0.9 * leverage,
        },
        agreed=np.full(count, np.nan),
        holders=np.zeros((count, DAYS + 1, 3), dtype=np.int8),
    )


def moved(base: Runs, by: float) -> Runs:
    """Return runs in which the first side's leverage under the first rule is higher by a number."""
    path = base.talks["leverage_0"] + by
    return replace(base, talks={**base.talks, "leverage_0": path, "leverage_0 by nash": path})


def test_a_shift_of_every_run_is_found_exactly_and_in_every_world() -> None:
    base = runs()

    found = contrast(base, moved(base, 0.02), SIDES, START)

    assert found.leverage_at_talks.band.mean == pytest.approx(0.02)
    assert found.leverage_at_talks.sign_holds == 1.0
    assert found.rules["kalai"].band.mean == 0.0
    assert [each.band.mean for each in found.leverage_path] == pytest.approx([0.02] * 3)
    assert found.as_json()["leverage_at_talks"]["Red"]["mean"] == pytest.approx(-0.02)


def test_runs_that_one_scenario_lacks_are_left_out() -> None:
    base = runs()

    found = contrast(base, moved(base, 0.02).chosen(range(4, 120)), SIDES, START)

    assert found.leverage_at_talks.band.low == pytest.approx(0.02)


def test_the_interval_of_a_mean_difference_covers_it_nine_times_in_ten() -> None:
    rng = np.random.default_rng(5)
    world = np.repeat(np.arange(40), 4)
    hits = 0
    for _ in range(300):
        found = difference(0.1 + rng.normal(size=40)[world] + rng.normal(size=160), world)
        hits += (found.mean_low or 0.0) <= 0.1 <= (found.mean_high or 0.0)

    assert 0.85 <= hits / 300 <= 0.95


def test_a_sign_that_two_rules_disagree_about_is_flagged() -> None:
    base = runs()
    after = moved(base, 0.02)
    after = replace(after, talks={**after.talks, "leverage_0 by kalai": base.talks["leverage_0 by kalai"] - 0.01})

    assert contrast(base, after, SIDES, START).depends_on_rule
    assert not contrast(base, moved(base, 0.02), SIDES, START).depends_on_rule


def test_leverage_at_the_talks_counts_dates_by_the_chance_of_an_agreement() -> None:
    base = runs()
    sure = replace(base, talks={**base.talks, "chance": np.tile([0.0, 1.0, 0.0], (len(base.draw), 1))})

    assert talk_weights(base).tolist() == pytest.approx([1 / 3] * 3)
    assert answers(sure, SIDES, START).leverage_at_talks.mean == pytest.approx(base.talks["leverage_0"][:, 1].mean())


def test_answers_say_when_the_ground_is_lost_and_who_has_the_rest_of_leverage() -> None:
    base = runs()
    falling = np.linspace(100.0, 0.0, DAYS + 1) + np.zeros((len(base.draw), 1))
    found = answers(replace(base, mornings={**base.mornings, "area_0": falling}), SIDES, START)
    printed = found.as_json()

    assert [each.mean for each in found.standing] == [1.0, 1.0, 0.0]
    assert found.lost == date(2000, 1, 5)
    first, second = (printed["leverage_at_talks"][side]["mean"] for side in SIDES)
    assert first + second == pytest.approx(1.0)
    assert set(printed["variance"]["leverage_at_talks"]) == {"luck", "campaign", "table", "rule"}
    assert printed["settlement_by"][-1]["probability"] == 0.0

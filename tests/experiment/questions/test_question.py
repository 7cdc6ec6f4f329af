from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from sim.experiment.questions.question import Question, read_question
from sim.experiment.worlds.runs import Runs
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.vocabulary import SERIES, BadInput

FIELD = Path(__file__).parents[3] / "scenarios/theory/equal-sides.yaml"
DAYS = 9
TALK_DAYS = (0, 4, 8, 9)


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return read_scenario(FIELD, {"days": DAYS})


@pytest.fixture(scope="module")
def runs(scenario: Scenario) -> Runs:
    """Return made-up runs: everything drawn at random."""
    rng = np.random.default_rng(4)
    count, places = 80, len(scenario.theatre.places)
    agreed = np.where(rng.random(count) < 0.4, rng.integers(0, DAYS, count).astype(float), np.nan)
    return Runs(
        draw=np.arange(count) // 4,
        table=np.arange(count) // 2 % 2,
        replication=np.arange(count) % 2,
        mornings={name: rng.integers(0, 100, (count, DAYS + 1)).astype(float) for name in SERIES},
        talk_days=TALK_DAYS,
        talks={"leverage_0": rng.random((count, len(TALK_DAYS))), "counter": rng.normal(size=(count, len(TALK_DAYS)))},
        agreed=agreed,
        holders=rng.integers(0, 2, (count, DAYS + 1, places)).astype(np.int8),
    )


def asked(text: str, scenario: Scenario, start_plus: int | None = None) -> Question:
    """Return the question of a text in which DATE stands for a day of the campaign."""
    when = "" if start_plus is None else (scenario.start + timedelta(days=start_plus)).isoformat()
    return read_question(text.replace("DATE", when), scenario)


def test_a_measure_by_a_date_is_counted_on_any_evening_until_then(scenario: Scenario, runs: Runs) -> None:
    found = asked("area_0 < 12 by DATE", scenario, 3).happens(runs)

    area = runs.mornings["area_0"]
    assert found.tolist() == [any(area[n, day + 1] < 12 for day in range(4)) for n in range(len(area))]
    assert 0 < found.sum() < len(found)


def test_before_on_and_at_the_end_are_other_days_than_by(scenario: Scenario, runs: Runs) -> None:
    area = runs.mornings["area_0"]

    before = asked("area_0 < 12 before DATE", scenario, 3).happens(runs)
    on = asked("area_0 < 12 on DATE", scenario, 3).happens(runs)
    end = asked("area_0 < 12", scenario).happens(runs)

    assert before.tolist() == [any(area[n, day + 1] < 12 for day in range(3)) for n in range(len(area))]
    assert on.tolist() == (area[:, 4] < 12).tolist()
    assert end.tolist() == (area[:, DAYS] < 12).tolist()


def test_a_place_falls_when_another_side_holds_it_and_is_held_when_none_does(scenario: Scenario, runs: Runs) -> None:
    near = list(scenario.theatre.places).index("Near")
    held = runs.holders[:, :, near]

    falls = asked("Near falls by DATE", scenario, 1).happens(runs)
    stands = asked('"Near" is held on DATE', scenario, 1).happens(runs)

    assert falls.tolist() == [held[n, 1] != held[n, 0] or held[n, 2] != held[n, 0] for n in range(len(held))]
    assert stands.tolist() == (held[:, 2] == held[:, 0]).tolist()


def test_agreements_and_leverage_are_read_on_the_mornings_of_talks(scenario: Scenario, runs: Runs) -> None:
    agreed = asked("agreement by DATE", scenario, 4).happens(runs)
    before = asked("agreement before DATE", scenario, 4).happens(runs)
    high = asked("leverage_1 > 0.8 by DATE", scenario, 4).happens(runs)
    last = asked("counter > 0", scenario).happens(runs)

    assert agreed.tolist() == (runs.agreed <= 4).tolist()
    assert before.tolist() == (runs.agreed <= 3).tolist()
    assert high.tolist() == (1.0 - runs.talks["leverage_0"][:, :2] > 0.8).any(axis=1).tolist()
    assert last.tolist() == (runs.talks["counter"][:, -1] > 0).tolist()


def test_conditions_combine_and_what_is_given_says_which_runs_count(scenario: Scenario, runs: Runs) -> None:
    whole = asked("not (Near falls or area_1 > 50) and area_0 <= 70 given strength_0 > 30", scenario)
    near = list(scenario.theatre.places).index("Near")
    falls = (runs.holders[:, 1:, near] != runs.holders[:, [0], near]).any(axis=1)
    area = [runs.mornings[f"area_{side}"][:, -1] for side in (0, 1)]

    assert whole.happens(runs).tolist() == (~(falls | (area[1] > 50)) & (area[0] <= 70)).tolist()
    assert whole.applies(runs).tolist() == (runs.mornings["strength_0"][:, -1] > 30).tolist()


def test_only_questions_about_talks_need_them(scenario: Scenario) -> None:
    assert not asked("Near falls", scenario).needs_talks
    assert asked("area_0 > 1 given agreement", scenario).needs_talks
    assert asked("leverage_0 > 0.3", scenario).needs_talks


@pytest.mark.parametrize(
    ("text", "under", "says"),
    [
        ("area_0 < 50 bye 2000-01-05", "bye", "by, before or on"),
        ("area_9 < 5", "area_9", 'did you mean "area_1"'),
        ("Neer falls", "Neer", 'did you mean "Near"'),
        ("area_0 < 5 by 2000-13-01", "2000-13-01", "no such day"),
        ("area_0 < 5 by 1999-01-01", "1999-01-01", "the campaign has 9 days"),
        ("area_0 <", "", "a number"),
        ("", "", "ends too soon"),
        ("__import__('os').getcwd()", "(", "does not fit"),
    ],
)
def test_a_bad_question_gets_a_caret_under_the_word(scenario: Scenario, text: str, under: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_question(text, scenario)

    message, shown, caret = str(refused.value).split("\n")
    at = caret.index("^") - 2
    assert says in message
    assert shown == f"  {text}"
    assert text[at : at + caret.count("^")] == under

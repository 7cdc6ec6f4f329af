import gc
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from sys import getsizeof

import numpy as np
import pytest

from sim.browser.course import Course, Declared, seed_of
from sim.browser.injects import ceasefire, reinforcements, road, support, withdrawal
from sim.browser.snapshot import Snapshot
from sim.campaign.model import Campaign
from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.writing import write_variant
from sim.vocabulary import SERIES, BadInput

SCENARIOS = Path(__file__).parents[2] / "scenarios"
ARTICLE = SCENARIOS / "kursk" / "2025-03-article.yaml"
AREA = SERIES.index("area_0")


def test_a_course_on_agents_has_the_days_of_a_compiled_run() -> None:
    course = Course(Declared(ARTICLE, 3, {}), until=20)

    series = run(course.deployment, 3, 0, talking=False).series
    assert np.array_equal([shot.measures for shot in course.snapshots[1:]], series[:20])


def test_a_course_holds_the_talks_of_a_compiled_run() -> None:
    changes = {"days": 9, "talks.rollouts": 2}
    course = Course(Declared(ARTICLE, 3, changes), until=9)
    course.negotiate_until(9)

    talks = run(deploy(read_scenario(ARTICLE, changes)), 3, 0).talks
    assert {day: held.terms for day, held in course.talks.items()} == {held.day: held.terms for held in talks}


def test_a_course_that_is_over_keeps_its_mornings_and_its_ledger_and_no_agents() -> None:
    course = Course(Declared(ARTICLE, 3, {"days": 3}), until=2)
    assert campaigns_of(course) == 1

    course.play_until(3)

    assert campaigns_of(course) == 0
    assert [shot.day for shot in course.snapshots] == [0, 1, 2, 3]
    assert np.array_equal(course.ledger, run(course.deployment, 3, 0, talking=False).ledger)


def campaigns_of(course: Course) -> int:
    """Return how many campaigns on agents there still are of a course."""
    gc.collect()
    return sum(type(each) is Campaign and each.deployment is course.deployment for each in gc.get_objects())


def test_courses_of_one_declaration_share_what_is_deployed_whatever_their_seed() -> None:
    first, second, third = (Course(Declared(ARTICLE, seed, {"days": days})) for seed, days in ((3, 3), (4, 3), (3, 4)))

    assert first.deployment is second.deployment
    assert third.deployment is not first.deployment


def test_a_day_takes_little_memory_and_shares_what_it_left_as_it_was() -> None:
    course = Course(Declared(ARTICLE, 3, {}), until=4)

    kept = {id(column): column for shot in course.snapshots for column in columns_of(shot)}
    assert course.snapshots[4].places["area"] is course.snapshots[0].places["area"]
    assert sum(map(getsizeof, kept.values())) < 150_000


def columns_of(shot: Snapshot) -> list[Sequence[float]]:
    """Return every column of a morning."""
    tables = (shot.places, shot.roads, shot.formations, shot.sides, shot.supporters)
    return [shot.measures, *(column for table in tables for column in table.values())]


def test_injects_leave_the_days_before_them_alone_and_change_those_after() -> None:
    plain = Course(Declared(ARTICLE, 1, {}), until=20)
    day = plain.date_of(10)
    injects = (withdrawal(day, "Ukraine"), support(plain.scenario, day, "United States", given=False))
    other = Course(Declared(ARTICLE, 1, {}, injects), until=20)

    assert [shot.measures for shot in other.snapshots[:11]] == [shot.measures for shot in plain.snapshots[:11]]
    assert other.snapshots[20].measures[AREA] < plain.snapshots[20].measures[AREA]


def test_every_inject_is_saved_in_a_scenario_that_replays_the_campaign_bit_for_bit(tmp_path: Path) -> None:
    plain = Course(Declared(ARTICLE, 1, {}))
    first = plain.scenario.theatre.roads[0]
    injects = (
        support(plain.scenario, plain.date_of(2), "United States", given=False),
        road(plain.date_of(3), first.start, first.end, damage=1.0),
        reinforcements(plain.date_of(4), "Ukraine", "1st Reserve Brigade", 2000, "Sumy"),
        withdrawal(plain.date_of(5), "Ukraine"),
        ceasefire(plain.date_of(8)),
        support(plain.scenario, plain.date_of(9), "United States", given=True),
    )
    played = Course(Declared(ARTICLE, 1, {"sides.Russia.deep_fires.drones": 1.7}, injects), until=14)
    file = tmp_path / "saved.yaml"

    write_variant(file, ARTICLE, played.overrides, "Saved")

    series = run(deploy(read_scenario(file)), 1, 0, talking=False).series
    assert np.array_equal([shot.measures for shot in played.snapshots[1:]], series[:14])


def test_an_inject_that_cannot_happen_says_so() -> None:
    with pytest.raises(BadInput, match="no place"):
        Course(Declared(ARTICLE, 1, {}, (reinforcements(date(2025, 3, 4), "Ukraine", "1st", 2000, "Atlantis"),)))


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5"])
def test_what_is_no_seed_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="write a whole number"):
        seed_of(text)

from pathlib import Path

import pytest

from sim.browser.injects import ceasefire, withdrawal
from sim.browser.reinforcement import free_name, reinforce
from sim.browser.seminar import Seminar
from sim.scenario.files.reading import read_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios" / "kursk"
ARTICLE = SCENARIOS / "2025-03-article.yaml"


@pytest.fixture(autouse=True)
def without_talks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold no talks behind what is declared and played: their threads would outlive the test."""
    monkeypatch.setattr(Seminar, "_negotiate", lambda _: None)


@pytest.fixture
def seminar() -> Seminar:
    return Seminar(ARTICLE)


def test_a_bad_seed_leaves_a_message_and_the_campaign_as_it_was(seminar: Seminar) -> None:
    seminar.go(3)
    course = seminar.course
    seminar.restart(ARTICLE, "seven")

    assert "write a whole number" in seminar.message.value
    assert (seminar.course, seminar.day) == (course, 3)


def test_a_value_outside_its_range_leaves_a_message(seminar: Seminar) -> None:
    seminar.change_as_written("sides.Russia.deep_fires.drones=99")

    assert "outside its range" in seminar.message.value
    assert seminar.course.declared.changes == {}


def test_going_back_and_on_again_shows_the_same_days(seminar: Seminar) -> None:
    seminar.go(8)
    first = seminar.course.snapshots[8]
    seminar.go(2)
    seminar.go(8)

    assert seminar.course.snapshots[8] is first


def test_a_branch_keeps_what_was_played_and_goes_on_from_the_same_day(seminar: Seminar) -> None:
    seminar.go(5)
    played = seminar.course
    seminar.branch()
    seminar.change({"sides.Russia.deep_fires.drones": 2.0})

    assert seminar.courses[1] is played
    assert seminar.courses[0].snapshots[5] != played.snapshots[5]
    assert seminar.day == 5


def test_scenarios_side_by_side_have_the_same_luck(seminar: Seminar) -> None:
    seminar.go(4)
    seminar.beside(SCENARIOS / "2025-03-support-kept.yaml")
    left, right = seminar.courses

    assert left.declared.seed == right.declared.seed
    assert left.snapshots[2].measures == right.snapshots[2].measures


def test_a_file_name_that_leads_elsewhere_is_refused(seminar: Seminar) -> None:
    seminar.save("../elsewhere")

    assert "is no file name" in seminar.message.value


def test_the_campaign_ends_on_its_last_day(seminar: Seminar) -> None:
    seminar.go(10_000)

    assert seminar.is_over()
    assert seminar.day == seminar.course.days


def test_a_played_campaign_is_saved_beside_its_scenario_and_says_how_to_run_it(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(f"extends: {ARTICLE}\ntitle: Mine\n", encoding="utf-8")
    seminar = Seminar(file, seed=4)
    seminar.go(5)
    seminar.inject(lambda course, day: withdrawal(course.date_of(day), "Ukraine"))
    seminar.save("played")

    assert "--seed 4 --replications 1" in seminar.done.value
    assert read_scenario(tmp_path / "played.yaml").events == seminar.course.scenario.events


def test_after_the_last_day_nothing_can_be_injected(seminar: Seminar) -> None:
    seminar.go(10_000)
    seminar.inject(lambda course, day: ceasefire(course.date_of(day)))

    assert "the campaign is over" in seminar.message.value
    assert seminar.course.declared.injects == ()


def test_a_change_taken_back_plays_the_declared_value_again(seminar: Seminar) -> None:
    seminar.go(6)
    declared = seminar.course.snapshots[6].measures
    seminar.change({"sides.Russia.deep_fires.drones": 2.0, "laws.intelligence.detection": 0.4})
    seminar.take_back_change("sides.Russia.deep_fires.drones")
    seminar.take_back_change("laws.intelligence.detection")

    assert seminar.course.declared.changes == {}
    assert seminar.course.snapshots[6].measures == declared


@pytest.mark.parametrize(
    ("name", "place", "message"),
    [
        ("80th Air Assault Brigade", "Sumy", "there is a formation"),
        ("  ", "Sumy", "have no name"),
        ("x" * 300, "Sumy", "at most 80"),
        ("Reserve", "Bolshoye Soldatskoye", "send Ukraine to a place of its own"),
    ],
)
def test_reinforcements_that_cannot_be_are_refused_with_a_message(
    seminar: Seminar, name: str, place: str, message: str
) -> None:
    seminar.go(3)
    seminar.inject(lambda course, day: reinforce(course, day, "Ukraine", name, 1000, place))

    assert message in seminar.message.value
    assert seminar.course.declared.injects == ()


def test_reinforcements_sent_twice_under_one_name_are_refused_the_second_time(seminar: Seminar) -> None:
    seminar.go(3)
    for _ in range(2):
        seminar.inject(lambda course, day: reinforce(course, day, "Ukraine", "Reserve", 1000, "Sumy"))

    assert "there is a formation" in seminar.message.value
    assert len(seminar.course.declared.injects) == 1


def test_the_name_that_is_offered_to_reinforcements_is_free(seminar: Seminar) -> None:
    first = free_name(seminar.course.scenario)
    seminar.inject(lambda course, day: reinforce(course, day, "Ukraine", first, 1000, "Sumy"))

    assert seminar.message.value == ""
    assert free_name(seminar.course.scenario) not in {first, *seminar.course.scenario.order_of_battle.formations}


def test_what_was_changed_is_undone_and_done_again_on_its_day(seminar: Seminar) -> None:
    seminar.go(5)
    seminar.change({"sides.Russia.deep_fires.drones": 2.0})
    changed = seminar.course.snapshots[5].measures
    seminar.branch()
    seminar.undo()
    alone = len(seminar.courses), seminar.course.snapshots[5].measures, seminar.day
    seminar.undo()
    declared, day = seminar.course.declared.changes, seminar.day
    seminar.redo()

    assert alone == (1, changed, 5)
    assert (declared, day) == ({}, 5)
    assert seminar.course.declared.changes == {"sides.Russia.deep_fires.drones": 2.0}
    assert seminar.bar["undo"]
    assert seminar.bar["redo"]


def test_a_reload_opens_with_all_that_was_declared(seminar: Seminar) -> None:
    seminar.restart(SCENARIOS / "2025-03-support-kept.yaml", "7")
    seminar.go(4)
    seminar.change({"laws.intelligence.detection": 0.4})
    seminar.inject(lambda course, day: withdrawal(course.date_of(day), "Ukraine"))
    seminar.branch()
    seminar.go(6)
    again = Seminar(ARTICLE, query=seminar.query)
    again.go(again.day)

    assert again.laid == seminar.laid
    assert [course.snapshots[6].measures for course in again.courses] == [
        course.snapshots[6].measures for course in seminar.courses
    ]
    assert again.message.value == ""


def test_an_address_of_nothing_opens_the_scenario_with_a_message() -> None:
    seminar = Seminar(ARTICLE, query="file=nowhere/nothing&seed=1&day=3")

    assert "not among those offered" in seminar.message.value
    assert (seminar.course.declared.file, seminar.day) == (ARTICLE, 0)


@pytest.mark.parametrize(
    "change", ["start=9999-12-31", "talks.horizon=100000000", "days=100000000", "title=5", "start=never"]
)
def test_what_cannot_be_played_is_a_message_and_changes_nothing(seminar: Seminar, change: str) -> None:
    seminar.go(2)
    seminar.change_as_written(change)
    seminar.step()

    assert seminar.message.value
    assert seminar.course.declared.changes == {}
    assert seminar.day == 3


@pytest.mark.parametrize("name", ["", "-", ".hidden", "CON", "x" * 300, "a/b", "com1", "a b"])
def test_a_name_that_no_system_keeps_is_refused(seminar: Seminar, name: str) -> None:
    seminar.save(name)

    assert "is no file name" in seminar.message.value

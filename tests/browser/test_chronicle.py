from datetime import date
from pathlib import Path

import pytest

from sim.browser.chronicle import chronicle_of, marks_of, words_of
from sim.browser.course import Course, Declared
from sim.browser.injects import Inject, ceasefire, reinforcements, road, support, withdrawal
from sim.scenario.events import (
    CeasefireHolds,
    MudSets,
    RoadIsDamaged,
    SupportChanges,
    TrucksChange,
    WillChanges,
    WithdrawalIsDecided,
)

ARTICLE = Path(__file__).parents[2] / "scenarios" / "kursk" / "2025-03-article.yaml"
DAY = date(2025, 3, 10)


@pytest.fixture(scope="module")
def plain() -> Course:
    return Course(Declared(ARTICLE, 1, {}))


def injected(*injects: Inject, changes: dict[str, object] | None = None) -> Course:
    return Course(Declared(ARTICLE, 1, changes or {}, injects))


def test_every_declared_event_is_listed_by_date_with_its_source(plain: Course) -> None:
    entries = chronicle_of(plain)

    dates = [entry.date for entry in entries]
    assert dates == sorted(dates)
    for event in plain.scenario.events:
        assert any(
            entry.date == event.date and entry.text == words_of(event) and event.source in entry.source
            for entry in entries
        )


def test_what_is_declared_for_the_morning_after_the_last_day_is_left_out(plain: Course) -> None:
    last = (date(2025, 3, 11) - plain.scenario.start).days
    note = Inject("Note: it ends", date(2025, 3, 11))
    entries = chronicle_of(injected(note, changes={"days": last}))

    assert [each.text for each in chronicle_of(plain) if each.date == note.date] != []
    assert [each.inject for each in entries if each.date == note.date] == [note]


def test_injects_stand_among_the_declared_events_and_are_listed_once(plain: Course) -> None:
    inject = support(plain.scenario, date(2025, 3, 4), "United States", given=False)
    entries = chronicle_of(injected(inject))

    assert [entry.inject for entry in entries if entry.inject] == [inject]
    assert len(entries) == len(chronicle_of(plain)) + 1
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)


def test_an_inject_that_a_declared_event_ends_is_told_so(plain: Course) -> None:
    entry = next(
        each
        for each in chronicle_of(injected(support(plain.scenario, DAY, "United States", given=False)))
        if each.inject
    )

    assert entry.ended_by.startswith("2025-03-11: United States gives")


def test_an_inject_that_nothing_ends_is_told_nothing(plain: Course) -> None:
    late = support(plain.scenario, date(2025, 3, 20), "United States", given=False)
    course = injected(late, withdrawal(DAY, "Ukraine"), ceasefire(date(2025, 4, 1)))

    assert [entry.ended_by for entry in chronicle_of(course) if entry.inject] == ["", "", ""]


def test_a_road_repaired_while_declared_damage_lasts_is_cut_again(plain: Course) -> None:
    first = plain.scenario.theatre.roads[0]
    damage = {"kind": "road", "from": first.end, "to": first.start, "date": date(2025, 3, 8), "damage": 1.0}
    changes: dict[str, object] = {"events": [{**damage, "until": date(2025, 3, 14)}]}
    course = injected(road(DAY, first.start, first.end, damage=0.0), changes=changes)

    assert [bool(entry.ended_by) for entry in chronicle_of(course) if entry.inject] == [True]


def test_declared_arrivals_are_listed_and_those_of_injects_are_not_listed_twice() -> None:
    sent = reinforcements(DAY, "Ukraine", "Reserve", 500, "Sumy")
    changes: dict[str, object] = {
        "order_of_battle.formations": {
            "Late Brigade": {
                "side": "Ukraine",
                "strength": 100,
                "place": "Sumy",
                "arrives": DAY,
                "leaves": date(2025, 3, 20),
            }
        }
    }
    texts = [entry.text for entry in chronicle_of(injected(sent, changes=changes))]

    assert texts.count("Late Brigade arrives at Sumy") == 1
    assert texts.count("Late Brigade is withdrawn from the theatre") == 1
    assert sum("Reserve" in text for text in texts) == 1


def test_the_line_of_days_has_one_mark_a_day_with_all_its_events(plain: Course) -> None:
    marks = {mark["day"]: mark for mark in marks_of(injected(withdrawal(DAY, "Ukraine")))}

    assert marks[9]["style"] == "injected"
    assert str(marks[10]["text"]).count("United States gives") == 2
    assert len(marks) == len({entry.day for entry in chronicle_of(plain)}) + 1


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (SupportChanges(date=DAY, kind="support", supporter="X", money=0.5), "X gives money 50% of its support"),
        (
            RoadIsDamaged.model_validate({"date": DAY, "kind": "road", "from": "A", "to": "B", "damage": 0.4}),
            "The road A - B is damaged (40%)",
        ),
        (MudSets(date=DAY, kind="mud", level=0.3), "Mud takes 30% of road speed and capacity"),
        (WithdrawalIsDecided(date=DAY, kind="withdrawal", side="X", allowed=False), "X may not leave foreign ground"),
        (CeasefireHolds(date=DAY, kind="ceasefire", holds=False), "The ceasefire ends"),
        (TrucksChange(date=DAY, kind="trucks", side="X", change=-20), "X loses 20 trucks"),
        (WillChanges(date=DAY, kind="will", side="X", change=-0.1), "The will of X changes by -10%"),
    ],
)
def test_every_kind_of_event_has_words(event: object, words: str) -> None:
    assert words_of(event) == words

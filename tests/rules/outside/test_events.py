"""Events: the calendar's effects, arrivals and departures."""

import pytest

from sim.rules.outside.events import apply_events
from sim.vocabulary import (
    AWAITED,
    INTELLIGENCE_SUPPORT,
    LEAVE_TO_WITHDRAW,
    LEFT,
    MATERIEL_SUPPORT,
    MONEY_SUPPORT,
    MUD,
    PRESENT,
    ROAD_DAMAGE,
    SEALED,
    TRUCKS,
    WILL,
)
from sim.world.state import World
from tests.given import world


def calendar(kind: int, value: float, day: int = 3) -> World:
    return world(
        [{}, {"holder": 1}],
        [(0, 1, {})],
        supporters=[{}],
        events=[{"day": day, "kind": kind, "target": 0, "value": value}],
    )


@pytest.mark.parametrize(
    ("kind", "value", "table", "column", "after"),
    [
        (INTELLIGENCE_SUPPORT, 0.25, "supporters", "intelligence", 0.25),
        (MATERIEL_SUPPORT, 0.5, "supporters", "materiel", 0.5),
        (MONEY_SUPPORT, 0.75, "supporters", "money", 0.75),
        (ROAD_DAMAGE, 1.0, "roads", "damage", 1.0),
        (MUD, 0.6, "conditions", "mud", 0.6),
        (LEAVE_TO_WITHDRAW, 0.0, "sides", "may_withdraw", 0),
        (TRUCKS, -300.0, "sides", "trucks", 700),
        (TRUCKS, -3000.0, "sides", "trucks", 0),
        (WILL, -0.1, "sides", "will", 0.7),
        (WILL, -0.9, "sides", "will", 0),
        (WILL, 0.9, "sides", "will", 1),
    ],
)
def test_a_event_takes_place_on_its_day(kind: int, value: float, table: str, column: str, after: float) -> None:
    w = calendar(kind, value)
    row = getattr(w, table)[0]
    before = getattr(row, column)
    apply_events(w, 2)
    the_day_before = getattr(row, column)
    apply_events(w, 3)

    assert the_day_before == before
    assert getattr(row, column) == pytest.approx(after)


def test_what_is_not_foreseen_does_not_happen() -> None:
    w = calendar(MUD, 0.6)
    w.conditions[0].foreseen = 2
    apply_events(w, 3)

    assert w.conditions[0].mud == 0


def test_formations_arrive_and_leave_on_their_days() -> None:
    w = world([{}], formations=[{"status": AWAITED, "arrives": 2, "leaves": 4}])
    statuses = []
    for day in range(5):
        apply_events(w, day)
        statuses.append(w.formations[0].status)

    assert statuses == [AWAITED, AWAITED, PRESENT, PRESENT, LEFT]


def test_reinforcements_for_a_fallen_place_arrive_as_near_as_their_side_still_holds_ground() -> None:
    places = [{}, {}, {"holder": 1}]
    w = world(places, formations=[{"status": AWAITED, "place": 2}])
    apply_events(w, 0)

    assert (w.formations[0].status, w.formations[0].place) == (PRESENT, 1)


def test_with_no_ground_left_they_do_not_arrive() -> None:
    w = world([{"holder": 1}], formations=[{"status": AWAITED}])
    apply_events(w, 0)

    assert w.formations[0].status == AWAITED


def test_nobody_leaves_a_sealed_pocket() -> None:
    w = world([{}], formations=[{"leaves": 0, "pocket": SEALED}])
    apply_events(w, 0)

    assert w.formations[0].status == PRESENT

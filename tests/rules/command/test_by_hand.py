"""Orders by hand: they are obeyed whatever the doctrine says, from their day until another."""

import pytest

from sim.rules.command.orders import command
from sim.rules.day import take_stock
from sim.rules.manoeuvre import march
from sim.vocabulary import (
    ASSAULT,
    AXIS,
    BY_DOCTRINE,
    HOLD,
    MOVE,
    ORDERED,
    STRIKES,
    TARGETS,
    TO_ATTACK,
    TO_HOLD,
    TO_WAIT,
    TO_WITHDRAW,
    WITHDRAW,
)
from sim.world.state import World
from tests.given import laws, noted, world

P = laws(detection=1, contact_detection=1, estimate_spread=0, screen=6, order_lag=1, reach=3, half_front=1,
         march_pace=5, withdrawal_hazard=0)  # fmt: skip


def lane(*orders: tuple[int, int, int], **side: float) -> World:
    """A depot and two places of side 0, which stands in the foremost, two of side 1; orders are (day, do, goal)."""
    places = [{"depot": 0}, {}, {"contested": 1}, {"holder": 1, "contested": 1}, {"holder": 1, "depot": 1}]
    given = [{"day": day, "kind": ORDERED + do, "target": 0, "value": float(goal)} for day, do, goal in orders]
    return world(
        places,
        [(n, n + 1, {}) for n in range(4)],
        formations=[{"place": 2}, {"side": 1, "place": 3, "strength": 9000.0}],
        sides=({"own_coverage": 1.0, "assaults": 1, "stickiness": -1.0, **side}, {}),
        events=given,
    )


def commanded(w: World, days: int, first: int = 0) -> World:
    """Let side 0 be commanded and march, without a battle."""
    for day in range(first, days):
        take_stock(w, P, day)
        command(w, P, day, 0)
        march(w, P, day, w.formations[0])
    return w


def test_a_formation_in_danger_withdraws_by_doctrine_and_holds_by_order() -> None:
    free, ordered = commanded(lane(), 1), commanded(lane((0, TO_HOLD, -1)), 9)

    assert free.formations[0].place == 1
    assert (ordered.formations[0].place, ordered.formations[0].order) == (2, HOLD)
    assert ordered.formations[0].dug_in == pytest.approx(min(1.0, 9 / P.dig_days))


def test_an_order_is_obeyed_from_its_day_until_another() -> None:
    w = commanded(lane((0, TO_HOLD, -1), (3, BY_DOCTRINE, -1)), 3)
    before = w.formations[0].place

    assert (before, commanded(w, 4, 3).formations[0].place) == (2, 1)


def test_nobody_obeys_an_order_that_is_not_yet_known() -> None:
    w = lane((0, TO_HOLD, -1))
    w.conditions[0].foreseen = -1

    assert commanded(w, 1).formations[0].place == 1


def test_an_ordered_withdrawal_goes_back_place_by_place_and_holds_where_it_ends() -> None:
    w = lane((1, TO_WITHDRAW, 0), (0, TO_HOLD, -1))
    here = [commanded(w, day + 1, day).formations[0].place for day in range(5)]

    assert here == [2, 1, 0, 0, 0]
    assert noted(w, "withdrawals_0", 1) == 1
    assert w.formations[0].order == HOLD


def test_a_withdrawal_without_a_place_ends_where_no_enemy_adjoins() -> None:
    assert commanded(lane((0, TO_WITHDRAW, -1)), 6).formations[0].place == 1


def test_a_reserve_marches_up_and_waits() -> None:
    w = lane((0, TO_WAIT, 1), threshold=99.0)
    w.formations[0].place = 0
    commanded(w, 1)
    on_the_way = w.formations[0].order

    assert (w.formations[0].place, on_the_way) == (1, HOLD)
    assert commanded(w, 5, 1).formations[0].place == 1


def test_from_the_front_the_way_back_leads_under_fire_and_from_behind_it_does_not() -> None:
    w = lane((0, TO_WAIT, 0))
    take_stock(w, P, 0)
    command(w, P, 0, 0)
    from_the_front = w.formations[0].order
    march(w, P, 0, w.formations[0])
    take_stock(w, P, 1)
    command(w, P, 1, 0)

    assert (from_the_front, w.formations[0].order) == (WITHDRAW, MOVE)


def test_an_attack_is_made_whatever_it_promises_and_from_beside_the_place() -> None:
    w = lane((0, TO_ATTACK, 3), threshold=99.0)
    w.formations[0].place = 1
    commanded(w, 1)
    first = w.formations[0].place
    commanded(w, 2, 1)

    assert first == 2
    assert (w.formations[0].order, w.formations[0].objective) == (ASSAULT, 3)
    assert commanded(lane(threshold=99.0, stickiness=9.0), 2).formations[0].order == HOLD


def test_a_place_that_the_aims_of_its_side_spare_is_attacked_when_that_is_ordered() -> None:
    spared = lane((2, TO_ATTACK, 3), threshold=99.0)
    spared.places[3].spared = [1.0, 0.0]
    before = commanded(spared, 2).formations[0].order
    after = commanded(spared, 4, 2).formations[0]

    assert before == HOLD
    assert (after.order, after.objective) == (ASSAULT, 3)


def test_what_it_has_taken_it_moves_into_and_holds() -> None:
    w = commanded(lane((0, TO_ATTACK, 3)), 1)
    w.places[3].holder = 0
    w.conditions[0].moved = 1

    assert commanded(w, 4, 1).formations[0].place == 3


def test_a_ceasefire_binds_whoever_is_ordered_to_attack() -> None:
    w = lane((0, TO_ATTACK, 3))
    w.conditions[0].ceasefire = 1

    assert commanded(w, 1).formations[0].order == HOLD


def test_what_the_plan_spared_is_wanted_once_it_is_to_be_taken() -> None:
    w = lane((0, TO_ATTACK, 3))
    w.places[3].spared[0] = 1.0

    assert commanded(w, 1).formations[0].order == ASSAULT


def test_a_plan_aims_where_it_is_told_to_and_sorties_fly_where_they_are_sent() -> None:
    w = lane()
    told = [{"day": 0, "kind": AXIS + 1, "target": 3, "value": 2.5}]
    told += [{"day": 0, "kind": STRIKES + n, "target": 1, "value": 1.0 + n} for n in range(len(TARGETS))]
    w.events[:] = world([{}], [], events=told).events
    take_stock(w, P, 0)
    side = w.sides[1]
    flown = [side.road_strikes, side.crossing_strikes, side.depot_strikes, side.assembly_strikes, side.command_strikes]

    assert list(w.places[3].axis) == [0.0, 2.5]
    assert flown == [1, 2, 3, 4, 5]

"""Advance: how borders move, how places fall, and what becomes of those who held them."""

import pytest

from sim.rules.battle.advance import advance
from sim.rules.day import take_stock
from sim.vocabulary import ASSAULT, DESTROYED, HOLD
from sim.world.state import World
from tests.given import Given, noted, world
from tests.rules.field import READY, P, border, field


def winning(w: World, ground: float, place: int = 0, beyond: int = 1) -> World:
    """Let the enemy win so much ground across a border today."""
    border(w, place, beyond).won = ground
    return w


def taken(*attackers: Given, ground: float = 25.0, **place: float) -> World:
    w = field(*attackers)
    w.sides[1].crosses_border = 1
    for name, value in {"works": 0.7, **place}.items():
        setattr(w.places[0], name, value)
    advance(winning(w, ground), P, 0)
    return w


def test_a_place_falls_with_the_whole_of_its_ground_and_its_defenders_fall_back() -> None:
    w = taken({})
    place, defender = w.places[0], w.formations[0]

    assert (place.holder, place.works, place.gained, place.taken) == (1, 0, 0, 0)
    assert (defender.place, defender.dug_in) == (2, 0)
    assert defender.strength == pytest.approx(970)
    assert noted(w, "area_by_assault_0") == 25


def test_attackers_who_have_no_enemy_before_them_any_more_follow_and_go_on_assaulting() -> None:
    w = field({"strength": 500.0}, {"strength": 900.0}, {"strength": 700.0, "order": HOLD})
    w.places[2].depot = -1
    advance(winning(w, 25.0), P, 0)

    assert [formation.place for formation in w.formations[1:]] == [0, 0, 1]
    assert [formation.order for formation in w.formations[1:]] == [ASSAULT, ASSAULT, HOLD]
    assert w.places[0].picture == 1400


def test_ground_that_no_more_than_a_screen_held_is_lost_undefended() -> None:
    p = P._replace(screen=6)
    w = field({})
    border(w, 0, 1).men = 29.0
    advance(winning(w, 10.0), p, 0)

    assert (noted(w, "area_undefended_0"), noted(w, "area_by_assault_0")) == (10, 0)


def test_ground_lost_before_is_won_back_before_the_border_moves_on() -> None:
    w = field({})
    w.places[0].gained, w.places[1].contested = 3.0, 1
    advance(winning(w, 5.0, 1, 0), P, 0)

    assert (w.places[0].gained, w.places[1].gained) == (0, 2)
    assert noted(w, "area_by_assault_1") == 5


def test_what_is_won_beyond_a_place_is_carried_on_behind_it() -> None:
    w = taken({}, ground=32.0)

    assert [place.holder for place in w.places] == [1, 1, 0]
    assert w.places[2].gained == 7
    assert noted(w, "area_by_assault_0") == 25


def test_a_strong_enough_advance_takes_several_places_in_a_day() -> None:
    w = taken({}, ground=52.0)

    assert [place.holder for place in w.places] == [1, 1, 1]
    assert noted(w, "area_by_assault_0") == 25


def test_places_that_fall_fall_together_before_anybody_moves() -> None:
    """Two lost places border each other: nobody flees from one into the other."""
    w = world(
        [{}, {}, {"holder": 1}, {"depot": 0}],
        [(0, 1, {}), (0, 2, {}), (1, 2, {}), (1, 3, {})],
        formations=[{"place": 0}, {"place": 1}],
    )
    take_stock(w, P, 0)
    for place in (0, 1):
        winning(w, 25.0, place, 2)
    advance(w, P, 0)

    assert w.formations[1].place == 3
    assert w.formations[0].captured == pytest.approx(800)


def test_few_escape_when_a_sealed_pocket_is_stormed() -> None:
    w = winning(field({}), 25.0)
    w.places[2].retreat = 0.0
    w.neighbours[w.places[0].first + 1].place = 1
    advance(w, P, 0)
    defender = w.formations[0]

    assert (defender.place, defender.captured, defender.stock) == (2, 800, 0)
    assert defender.strength == pytest.approx(200)


def test_defenders_with_no_ground_left_are_captured() -> None:
    w = field({})
    w.places[2].holder = 1
    advance(winning(w, 25.0), P, 0)
    defender = w.formations[0]

    assert (defender.status, defender.captured, defender.strength, defender.stock) == (DESTROYED, 1000, 0, 0)
    assert noted(w, "surrendered_0") == 1000


def test_the_retreat_leads_to_the_neighbour_nearest_the_rear() -> None:
    w = world(
        [{}, {"holder": 1}, {}, {}, {"depot": 0}],
        [(0, 1, {}), (0, 2, {}), (0, 3, {}), (3, 4, {})],
        formations=[{"place": 0}, READY],
    )
    take_stock(w, P, 0)
    advance(winning(w, 25.0), P, 0)

    assert w.places[2].retreat > w.places[3].retreat
    assert w.formations[0].place == 3

"""Advance: how places fall, and what becomes of those who held them."""

import pytest

from sim.rules.advance import advance
from sim.rules.day import take_stock
from sim.vocabulary import DESTROYED, HOLD
from sim.world.state import World
from tests.given import Given, noted, world
from tests.rules.field import READY, P, field


def taken(*attackers: Given, **place: float) -> World:
    w = field(*attackers)
    for formation in w.formations[1:]:
        formation.prepared = 4
    for name, value in {"gained": 5.0, "attackers": 1.0, "men": 1000.0, "works": 0.7, **place}.items():
        setattr(w.places[0], name, value)
    advance(w, P, 0)
    return w


def test_a_place_falls_with_its_depth_to_the_strongest_attacker() -> None:
    w = taken({"strength": 500.0}, {"strength": 900.0}, {"strength": 700.0})
    place, (defender, *attackers) = w.places[0], w.formations

    assert (place.holder, place.works, place.gained, place.taken) == (1, 0, 0, 0)
    assert [formation.place for formation in attackers] == [1, 0, 1]
    assert [formation.order for formation in attackers] == [HOLD] * 3
    assert (defender.place, defender.dug_in) == (2, 0)
    assert defender.strength == pytest.approx(970)
    assert noted(w, "area_by_assault_0") == 25
    assert place.picture == 900


def test_ground_without_defenders_is_lost_undefended() -> None:
    w = taken({}, men=0.0)

    assert noted(w, "area_undefended_0") == 25


def test_few_escape_when_a_sealed_pocket_is_stormed() -> None:
    w = field({"prepared": 4})
    w.places[2].retreat, w.places[0].gained, w.places[0].attackers = 0.0, 5.0, 1.0
    w.neighbours[w.places[0].first + 1].place = 1
    advance(w, P, 0)
    defender = w.formations[0]

    assert (defender.place, defender.captured, defender.stock) == (2, 800, 0)
    assert defender.strength == pytest.approx(200)


def test_defenders_with_no_ground_left_are_captured() -> None:
    w = field({"prepared": 4})
    w.places[2].holder = 1
    w.places[0].gained, w.places[0].attackers = 5.0, 1.0
    advance(w, P, 0)
    defender = w.formations[0]

    assert (defender.status, defender.captured, defender.strength, defender.stock) == (DESTROYED, 1000, 0, 0)
    assert noted(w, "surrendered_0") == 1000


def test_attackers_thrown_back_themselves_take_nothing() -> None:
    w = taken({"order": HOLD})

    assert w.places[0].holder == 0
    assert w.places[0].gained == 5


def test_the_holder_restores_the_line_where_no_one_attacks() -> None:
    w = taken({}, gained=0.25, attackers=0.0)

    assert w.places[0].gained == pytest.approx(0.15)


def test_the_retreat_leads_to_the_neighbour_nearest_the_rear() -> None:
    w = world(
        [{}, {"holder": 1}, {}, {}, {"depot": 0}],
        [(0, 1, {}), (0, 2, {}), (0, 3, {}), (3, 4, {})],
        formations=[{"place": 0}, {**READY, "prepared": 4}],
    )
    take_stock(w, P, 0)
    w.places[0].gained, w.places[0].attackers = 5.0, 1.0
    advance(w, P, 0)

    assert w.places[2].retreat > w.places[3].retreat
    assert w.formations[0].place == 3

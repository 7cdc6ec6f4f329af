"""Encirclement: pockets, breakouts, surrender."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.battle.encirclement import breakout_survival, encircle, surrender_hazard
from sim.rules.day import take_stock
from sim.vocabulary import DESTROYED, FREE, POROUS, PRESENT, SEALED, WITHDRAW
from sim.world.state import World
from tests.given import laws, noted, world

P = laws(cut_days=2, surrender=0.1, breakout_hazard=0.03, breakout_cover=0.4, breakout_captured=0.3)


def test_a_constant_hazard_halves_a_pocket_in_its_half_life() -> None:
    hazard = surrender_hazard(0.1, 0.0, 0.0)
    days = math.log(2) / hazard
    p = laws(surrender=0.1 * days / 7, destroyed_share=0)
    w = pocket(effect=0.0, morale=0.0)
    for day in range(7):
        encircle(w, p, day, w.formations[0])

    assert hazard == 0.1
    assert w.formations[0].strength == pytest.approx(500, rel=1e-6)
    assert w.formations[0].captured == pytest.approx(500, rel=1e-6)


@given(st.floats(0, 1), st.floats(0, 1))
def test_supplies_and_heart_both_keep_a_pocket_from_surrender(effect: float, morale: float) -> None:
    assert surrender_hazard(0.1, effect, morale) == pytest.approx(0.1 * (1 - effect) * (1 - morale))
    assert surrender_hazard(0.1, 1.0, morale) == surrender_hazard(0.1, effect, 1.0) == 0


def pocket(**formation: float) -> World:
    """A formation in place 1, between enemies; its side's depot is in place 3, 10 km east."""
    places = [{"holder": 1}, {}, {"holder": 1}, {"depot": 0}]
    w = world(places, [(0, 1, {}), (1, 2, {}), (2, 3, {})], formations=[{"place": 1, **formation}])
    take_stock(w, P, 0)
    return w


def test_ground_without_a_way_to_a_depot_is_a_sealed_pocket() -> None:
    w = pocket()
    encircle(w, P, 0, w.formations[0])

    assert w.formations[0].pocket == SEALED
    assert noted(w, "encircled_0") == 1000


def test_who_breaks_out_loses_by_the_distance_and_leaves_the_stocks() -> None:
    w = pocket(order=WITHDRAW)
    encircle(w, P, 0, w.formations[0])
    formation = w.formations[0]
    left = 1000 * math.exp(-0.03 * 10 * 0.6)

    assert breakout_survival(0.03, 10, 0.4) == pytest.approx(left / 1000, rel=1e-6)
    assert formation.strength == pytest.approx(left, rel=1e-6)
    assert formation.captured == pytest.approx(0.3 * (1000 - left), rel=1e-6)
    assert formation.casualties == pytest.approx(0.7 * (1000 - left), rel=1e-6)
    assert (formation.place, formation.pocket, formation.stock) == (3, FREE, 0)
    assert noted(w, "supply_abandoned_0") == 75
    assert noted(w, "broke_out_0") == formation.strength


def test_with_no_ground_left_to_reach_a_breakout_is_a_surrender() -> None:
    w = world([{"holder": 1}, {}], [(0, 1, {})], formations=[{"place": 1, "order": WITHDRAW, "effect": 0.5}])
    take_stock(w, P, 0)
    encircle(w, P, 0, w.formations[0])

    assert w.formations[0].captured == pytest.approx(1000 * (1 - math.exp(-0.1 * 0.5 * 0.3)), rel=1e-6)
    assert w.formations[0].place == 1


def test_without_supplies_for_days_a_formation_is_in_a_porous_pocket() -> None:
    w = world([{"depot": 0}, {}, {"holder": 1}], [(0, 1, {}), (1, 2, {})], formations=[{"place": 1, "cut": 1}])
    take_stock(w, P, 0)
    formation = w.formations[0]
    encircle(w, P, 0, formation)
    before = formation.pocket
    formation.cut = 2
    encircle(w, P, 0, formation)

    assert (before, formation.pocket, formation.strength) == (FREE, POROUS, 1000)


@pytest.mark.parametrize(("enclosed", "fate"), [(True, "captured"), (False, "dispersed")])
def test_what_is_too_weak_to_be_a_formation_dissolves(enclosed: bool, fate: str) -> None:  # noqa: FBT001 - a case
    w = pocket(strength=100.0, established=1000.0)
    w.formations[0].place = 1 if enclosed else 3
    encircle(w, laws(destroyed_share=0.15), 0, w.formations[0])
    formation = w.formations[0]

    assert (formation.status, formation.strength, formation.stock) == (DESTROYED, 0, 0)
    assert getattr(formation, fate) == pytest.approx(100)


def test_the_law_leaves_alone_who_is_not_there() -> None:
    w = pocket(status=PRESENT + 1)
    encircle(w, P, 0, w.formations[0])

    assert w.formations[0].pocket == FREE


def test_nobody_breaks_out_over_a_way_that_too_few_would_survive() -> None:
    w = pocket(order=WITHDRAW, effect=0.5)
    encircle(w, P._replace(breakout_least=breakout_survival(0.03, 10, 0.4) + 0.01), 0, w.formations[0])

    assert w.formations[0].place == 1
    assert w.formations[0].captured == pytest.approx(1000 * (1 - math.exp(-0.1 * 0.5 * 0.3)), rel=1e-6)

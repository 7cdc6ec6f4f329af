"""Morale, rout and will."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.battle.coalition import go_home, member_will
from sim.rules.battle.cohesion import rout_chance, update_morale, weigh_will
from sim.rules.day import take_stock
from sim.vocabulary import POROUS, PRESENT, WITHDRAW
from sim.world.state import World
from tests.given import laws, noted, under, world

P = laws(morale_loss=1, morale_shortage=0.02, morale_pocket=0.03, morale_rest=0.05, rout_morale=0.2, rout_spread=0.03)


def front(**formation: float) -> World:
    w = world([{"depot": 0}, {}, {"holder": 1}], [(0, 1, {}), (1, 2, {})], formations=[{"place": 1, **formation}])
    take_stock(w, P, 0)
    return w


def test_losses_shortage_and_encirclement_wear_morale_down_each_by_its_measure() -> None:
    w = front(loss=0.04, effect=0.5, pocket=POROUS)
    update_morale(w, P, 0, w.formations[0])

    assert w.formations[0].morale == pytest.approx(0.7 - 0.04 - 0.01 - 0.03)
    assert noted(w, "morale_lost_to_losses_0") == pytest.approx(40)
    assert noted(w, "morale_lost_to_shortage_0") == pytest.approx(10)
    assert noted(w, "morale_lost_in_pockets_0") == pytest.approx(30)


def test_a_quiet_day_restores_a_share_of_lost_morale_but_not_in_a_pocket() -> None:
    rested, enclosed, attacking = front(), front(pocket=POROUS), front(attacking=1.0)
    pressed, overwhelmed = front(pressed=0.4), front(pressed=1.0)
    for w in (rested, enclosed, attacking, pressed, overwhelmed):
        update_morale(w, P._replace(rout_morale=-1), 0, w.formations[0])

    assert rested.formations[0].morale == pytest.approx(0.7 + 0.05 * 0.3 * 0.8)
    assert enclosed.formations[0].morale == pytest.approx(0.7 - 0.03)
    assert pressed.formations[0].morale == pytest.approx(0.7 + 0.6 * 0.05 * 0.3 * 0.8)
    assert (overwhelmed.formations[0].morale, attacking.formations[0].morale) == (0.7, 0.7)


@given(st.floats(0, 1))
def test_rout_is_the_likelier_the_lower_morale_and_even_at_the_breaking_point(morale: float) -> None:
    assert rout_chance(P, 0.2) == 0.5
    assert rout_chance(P, morale) + rout_chance(P, 0.4 - morale) == pytest.approx(1)
    assert rout_chance(P, morale) >= rout_chance(P, morale + 0.01)


@pytest.mark.parametrize(("pressed", "chance"), [(1.0, 0.5), (0.3, 0.15)])
def test_a_broken_formation_runs_whatever_its_orders_and_as_often_as_the_law_says(
    pressed: float, chance: float
) -> None:
    broken = 0
    for key in range(600):
        w = front(morale=0.2, pocket=POROUS, pressed=pressed)
        p = P._replace(morale_pocket=0)
        update_morale(under(w, key), p, 0, w.formations[0])
        broken += w.formations[0].order == WITHDRAW
        assert (w.formations[0].wait >= 1) == (w.formations[0].order == WITHDRAW)

    assert broken / 600 == pytest.approx(chance, abs=0.07)


def test_who_is_not_attacked_does_not_rout() -> None:
    w = front(morale=0.0, pressed=0.0)
    update_morale(w, P, 0, w.formations[0])

    assert w.formations[0].order != WITHDRAW


def test_the_dead_lose_no_heart() -> None:
    w = front(status=PRESENT + 1)
    update_morale(w, P, 0, w.formations[0])

    assert w.formations[0].morale == 0.7


def test_a_member_of_a_coalition_goes_home_when_its_own_losses_exhaust_its_will() -> None:
    bodies = [
        {"member": 1, "member_will": 0.5, "established": 1000.0, "casualties": 150.0},
        {"member": 1, "member_will": 0.5, "established": 1000.0, "captured": 250.0, "leaves": -1},
        {"member": 2, "member_will": 0.5, "established": 1000.0, "casualties": 240.0, "leaves": 9},
        {"established": 1000.0, "casualties": 900.0},
    ]
    w = world([{}], formations=bodies, sides=({"will": 0.7, "starting_will": 0.8}, {}))
    p = laws(will_member=2.0)

    assert member_will(w, p, w.formations[0]) == pytest.approx(0.5 + 0.7 - 0.8 - 2.0 * 400.0 / 2000.0)
    go_home(w, p, 3)

    assert [body.leaves for body in w.formations] == [4, 4, 4, -1], "the second has 0.4 left, and loses 0.48"


def test_will_follows_losses_symbols_ground_and_money() -> None:
    w = world(
        [{"taken": 0, "symbol": 0.5}, {"holder": 1}],
        formations=[{"strength": 950.0}, {"side": 1, "place": 1}],
        sides=({"lost": 50.0, "momentum": 0.3}, {"dependence": 0.5, "money": 0.4, "momentum": -0.3}),
    )
    p = laws(will_loss=0.3, will_symbol=0.05, will_ground=0.02, will_money=0.005)
    weigh_will(w, p, 0)

    assert w.sides[0].will == pytest.approx(0.8 - 0.3 * 0.05 + 0.05 * 0.5 + 0.02 * 0.3)
    assert w.sides[1].will == pytest.approx(0.8 - 0.05 * 0.5 - 0.02 * 0.3 - 0.005 * 0.5 * 0.6)
    assert noted(w, "will_lost_to_losses_0") == pytest.approx(0.015)
    assert noted(w, "will_lost_to_symbols_1") == pytest.approx(0.025)
    assert noted(w, "will_lost_to_setbacks_1") == pytest.approx(0.006)
    assert noted(w, "will_lost_to_want_1") == pytest.approx(0.0015)
    assert w.sides[0].lost == 0

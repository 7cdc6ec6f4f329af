"""Infiltration: a formation comes out of hiding behind the front, surprises, and has no supplies."""

import pytest

from sim.rules.day import take_stock
from sim.rules.supply.supply import supply
from sim.vocabulary import FAR, INFILTRATION
from sim.world.state import World
from tests.given import laws, noted, under, world

P = laws(battle_spread=0.0, hold_ratio=1.5, surprise=2.0, last_mile=3)


def behind(garrison: float, day: int = 2) -> World:
    """Enemies of side 1 who come out in place 1 of side 0, whose depot is place 0 and whose front is place 2."""
    places = [{"depot": 0}, {"contested": 1}, {}, {"holder": 1, "depot": 1}]
    troops = [{"side": 1, "place": 3, "strength": 300.0}]
    troops += [{"place": 1, "strength": garrison}] if garrison else []
    calendar = [{"day": day, "kind": INFILTRATION, "target": 1, "value": 0.0}]
    return world(places, [(0, 1, {}), (1, 2, {}), (2, 3, {})], formations=troops, events=calendar, days=9)


def played(w: World, days: int, first: int = 0) -> World:
    for day in range(first, days):
        take_stock(w, P, day)
        supply(w, P, day)
    return w


def test_it_happens_on_its_day_and_not_before() -> None:
    w = behind(0.0)
    played(w, 2)
    before = w.places[1].holder
    played(w, 3, 2)

    assert (before, w.places[1].holder, w.formations[0].place) == (0, 1, 1)
    assert noted(w, "infiltrated_0", 2) == 1


def test_it_cuts_the_road_behind_the_front_and_gets_no_supplies() -> None:
    w = played(behind(0.0), 4)

    assert w.formations[0].received == 0
    assert (w.formations[0].reached, w.places[1].retreat) == (0, FAR)
    assert w.places[2].route == FAR


@pytest.mark.parametrize(("garrison", "holder"), [(399.0, 1), (401.0, 0)])
def test_it_succeeds_where_power_and_surprise_exceed_what_holds(garrison: float, holder: int) -> None:
    """300 men x 2 against 1.5 x the garrison: 400 men hold it."""
    assert played(behind(garrison), 3).places[1].holder == holder


def test_thrown_back_it_loses_as_much_as_a_stormed_place() -> None:
    w = played(behind(5000.0), 3)

    assert w.formations[0].strength == pytest.approx(300 * (1 - P.storm_captured))
    assert w.formations[0].place == 3


def test_whom_it_surprises_flees_and_leaves_his_stocks() -> None:
    w = played(behind(100.0), 3)

    assert w.formations[1].place == 0
    assert w.formations[1].casualties == pytest.approx(100 * 5 * P.overrun)
    assert noted(w, "supply_abandoned_0", 2) > 0


def test_what_is_not_foreseen_does_not_come() -> None:
    w = behind(0.0)
    w.conditions[0].foreseen = 1

    assert played(w, 3).places[1].holder == 0


def test_luck_decides_as_in_other_battles() -> None:
    seized = 0
    for key in range(200):
        w = under(behind(300.0), key)
        for day in range(3):
            take_stock(w, P._replace(battle_spread=1.3), day)
        seized += w.places[1].holder

    assert 0.4 < seized / 200 < 0.8

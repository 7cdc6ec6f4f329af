"""The last mile: across country from adjoining own ground, where no road leads."""

import math

import pytest

from sim.rules.day import take_stock
from sim.rules.depth.fire_control import drone_hazard
from sim.rules.supply.supply import supply
from sim.rules.supply.trucks import truck_days
from sim.vocabulary import FAR
from sim.world.state import World
from tests.given import laws, noted, world

P = laws(depot_capacity=1e6, last_mile=3, last_mile_capacity=150, truck_response=0)


def captured(**depot: float) -> World:
    """A depot, ground beside it, and a captured village whose only road leads on to the enemy; borders are 5 km."""
    places: list[dict[str, float]] = [{"depot": 0, **depot}, {}, {"contested": 1}, {"holder": 1, "depot": 1}]
    borders = [(0, 1), (1, 2), (2, 3)]
    return world(places, [(0, 1, {}), (2, 3, {})], borders=borders, formations=[{"place": 2, "stock": 0.0}], days=9)


def supplied(w: World, days: int = 1, **constants: float) -> World:
    p = P._replace(**constants)
    for day in range(days):
        take_stock(w, p, day)
        supply(w, p, day)
    return w


def test_captors_of_a_village_whose_roads_lead_to_the_enemy_do_not_starve() -> None:
    formation = supplied(captured(), 4).formations[0]

    assert (formation.reached, formation.cut) == (1, 0)
    assert formation.stock > 0


def test_without_the_haul_across_country_they_do() -> None:
    formation = supplied(captured(), 4, last_mile=0).formations[0]

    assert (formation.reached, formation.cut, formation.stock) == (0, 4, 0)


def test_a_kilometre_across_country_counts_for_several_of_road() -> None:
    w = supplied(captured())

    assert w.places[2].haul == pytest.approx(5 + 3 * 5)
    assert w.sides[0].trucks_needed == pytest.approx(50 * truck_days(P, 0.0, 20.0))


def test_it_lies_under_drones_for_as_long() -> None:
    w = captured()
    take_stock(w, P, 0)
    per_km = drone_hazard(w, P, 0, math.exp(-w.places[2].hostile / P.drone_reach))
    supply(w, P, 0)

    assert w.places[2].risk == pytest.approx(15 * per_km)
    assert noted(w, "supply_destroyed_0") == pytest.approx(w.formations[0].sent * (1 - math.exp(-15 * per_km)))


def test_no_more_comes_than_a_track_can_bear() -> None:
    assert supplied(captured(), last_mile_capacity=30).formations[0].sent == pytest.approx(30)


def test_all_who_stand_there_share_it_alike() -> None:
    w = captured()
    w.formations.append(type(w.formations[0])(**vars(w.formations[0])))
    supplied(w, last_mile_capacity=30)

    assert [formation.received for formation in w.formations] == pytest.approx([w.formations[0].received] * 2)
    assert noted(w, "supply_short_of_road_0") == pytest.approx(100 - 30)


def test_what_lies_deeper_than_adjoining_ground_is_not_reached() -> None:
    w = captured()
    w.roads[0].damage = 1.0
    supplied(w, road_repair=0)

    assert w.places[1].route >= FAR
    assert w.formations[0].reached == 0


def test_a_place_that_a_road_reaches_has_no_need_of_it() -> None:
    w = captured()
    w.formations[0].place = 1
    supplied(w)

    assert (w.places[1].across, w.places[1].haul) == (-1, 5)

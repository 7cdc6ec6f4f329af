"""Civilians: harm, flight and return."""

import math

import pytest

from sim.rules.day import live_on, take_stock
from sim.rules.outside.civilians import exposure, missed_fire_harm, suffer
from sim.world.state import World
from tests.given import laws, world

P = laws(
    civilian_harm=0.0001, flight=0.1, flight_distance=8, homecoming=0.02, quiet=0.1, morale_floor=1, flight_fire=20
)


def town(**place: float) -> World:
    w = world(
        [{"civilians": 5000.0, **place}, {"holder": 1}],
        [(0, 1, {})],
        formations=[{"strength": 500.0}, {"side": 1, "place": 1, "strength": 2000.0}],
    )
    take_stock(w, P, 0)
    return w


def test_harm_is_the_fire_that_is_neither_aimed_nor_lucky() -> None:
    assert missed_fire_harm(1000.0, 0.6, 0.25, 200.0, 0.0001) == pytest.approx(0.0001 * 1000 * 0.4 * 0.75 * 200)
    assert missed_fire_harm(1000.0, 1.0, 0.25, 200.0, 0.0001) == 0
    assert missed_fire_harm(1000.0, 0.6, 1.0, 200.0, 0.0001) == 0


def test_civilians_near_the_front_are_harmed_and_flee() -> None:
    w = town()
    suffer(w, P)
    density = 500 / (P.saturation * 25)
    harmed = missed_fire_harm(0.1 * 2000, w.sides[1].aimed, density, 200.0, 0.0001)

    assert w.places[0].harmed == pytest.approx(harmed)
    assert w.places[0].civilians == pytest.approx((5000 - harmed) * (1 - 0.1 * exposure(P, 200.0, 25.0)))


def test_a_day_that_is_only_looked_ahead_to_leaves_civilians_out() -> None:
    lived, foretold = town(), town()
    foretold.conditions[0].foreseen = -1
    for w in (lived, foretold):
        live_on(w, P, 0)

    assert lived.places[0].civilians < foretold.places[0].civilians == 5000
    assert lived.sides[0].will == foretold.sides[0].will


def test_more_aimed_fire_harms_fewer() -> None:
    harmed = []
    for coverage in (0.2, 0.9):
        w = town()
        w.sides[1].aimed = laws().aimed_least + (laws().aimed_most - laws().aimed_least) * coverage
        suffer(w, P)
        harmed.append(w.places[0].harmed)

    assert harmed[0] > harmed[1] > 0


def test_nobody_is_harmed_twice() -> None:
    w = town(attack=1e9)
    suffer(w, P)

    assert w.places[0].harmed == pytest.approx(5000)
    assert w.places[0].civilians == 0


@pytest.mark.parametrize(("home", "returned"), [(0, 0.02 * 900), (1, 0.0)])
def test_where_it_is_quiet_people_come_home_but_not_under_occupation(home: int, returned: float) -> None:
    w = world([{"population": 1000.0, "home": home, "civilians": 0.0, "harmed": 100.0}])
    w.places[0].population = 1000.0
    take_stock(w, P, 0)
    suffer(w, P)

    assert w.places[0].civilians == pytest.approx(returned)


@pytest.mark.parametrize("fire", [0.0, 10.0, 500.0, 1e5])
def test_exposure_to_fire_saturates(fire: float) -> None:
    assert exposure(P, fire, 25.0) == pytest.approx(1 - math.exp(-fire / 25 / 20), rel=1e-12)


def test_nobody_flees_from_hostile_ground_without_an_enemy_on_it() -> None:
    w = town()
    w.formations.pop()
    take_stock(w, P, 0)
    suffer(w, P)

    assert (w.places[0].civilians, w.places[0].harmed) == (5000, 0)


def test_fire_at_neighbouring_ground_is_felt_by_its_distance() -> None:
    places: list[dict[str, float]] = [{"civilians": 1000.0}, {"civilians": 1000.0}, {"holder": 1}]
    w = world(places, [(0, 1, {}), (1, 2, {})], formations=[{"side": 1, "place": 2, "strength": 2000.0}])
    p = P._replace(civilian_harm=0.0, flight_reach=5.0)
    take_stock(w, p, 0)
    suffer(w, p)

    assert w.places[1].civilians == pytest.approx(1000 * (1 - 0.1 * exposure(p, 200.0, 25.0)))
    assert w.places[0].civilians == pytest.approx(1000 * (1 - 0.1 * exposure(p, 200.0 * math.exp(-1.0), 25.0)))


def test_flight_under_steady_fire_is_exponential() -> None:
    w = town()
    p = P._replace(civilian_harm=0.0)
    for _ in range(10):
        suffer(w, p)

    assert w.places[0].civilians == pytest.approx(5000 * (1 - 0.1 * exposure(p, 200.0, 25.0)) ** 10)


def test_where_the_law_is_off_nearness_to_hostile_ground_is_enough() -> None:
    assert exposure(P._replace(flight_fire=0.0), 0.0, 25.0) == 1

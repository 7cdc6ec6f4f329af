"""Supply: trucks, consumption, days of supply and what shortage does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.day import take_stock
from sim.rules.supply.supply import consumption, supply, supply_effect
from sim.rules.supply.trucks import replaced, truck_days
from sim.vocabulary import ASSAULT
from sim.world.state import World
from tests.given import laws, noted, world


@pytest.mark.parametrize(("miles", "trips"), [(45, 2.86), (90, 1.74), (180, 0.98)])
def test_trucks_make_the_trips_that_vershinin_counts(miles: float, trips: float) -> None:
    """Vershinin (2021): three trips a day at 45 miles, two at 90, one at 180."""
    mile = 1.609344
    p = laws(truck_hours=16, truck_speed=25 * mile, turnaround=2, payload=5)

    assert 1 / (5 * truck_days(p, 0.0, miles * mile)) == pytest.approx(16 / (2 * miles / 25 + 2), rel=1e-6)
    assert 1 / (5 * truck_days(p, 0.0, miles * mile)) == pytest.approx(trips, abs=0.005)


@given(st.floats(0, 10))
def test_supplies_allow_full_value_from_the_critical_days_on(days: float) -> None:
    p = laws(least_effect=0.35, critical_days=1.5)
    expected = 1.0 if days >= 1.5 else 0.35 + 0.65 * days / 1.5

    assert supply_effect(p, days) == pytest.approx(expected, rel=1e-6)


def line(holder_of_road: int = 0, **formation: float) -> World:
    """A depot, a place between and a formation at the front."""
    places = [{"depot": 0}, {"holder": holder_of_road}, {"contested": 1}, {"holder": 1, "depot": 1}]
    return world(
        places, [(0, 1, {}), (1, 2, {}), (2, 3, {"capacity": 0.0})], formations=[{"place": 2, **formation}], days=9
    )


def supplied(w: World, days: int, **constants: float) -> World:
    p = laws(**{"depot_capacity": 1e6, "last_mile": 0, "truck_response": 0, **constants})
    for day in range(days):
        take_stock(w, p, day)
        supply(w, p, day)
    return w


def test_without_a_road_a_day_of_supply_goes_each_day() -> None:
    w = supplied(line(holder_of_road=1, stock=75.0), 2)

    assert w.formations[0].stock / w.formations[0].use == pytest.approx(3 - 2)
    assert w.formations[0].cut == 2
    assert w.formations[0].effect == pytest.approx(supply_effect(laws(), 2.0))


def test_nobody_uses_more_than_he_has() -> None:
    w = supplied(line(holder_of_road=1, stock=30.0), 3)

    assert w.formations[0].stock == 0
    assert sum(noted(w, "supply_used_0", day) for day in range(3)) == pytest.approx(30)


def test_a_formation_fills_its_stocks_and_then_takes_what_it_uses() -> None:
    w = supplied(line(stock=0.0), 8)
    formation = w.formations[0]

    assert formation.stock == pytest.approx(3 * formation.use)
    assert formation.received == pytest.approx(formation.use)
    assert formation.cut == 0


def test_more_men_who_share_what_does_not_suffice_fight_no_worse_in_all() -> None:
    power = []
    for men in range(800, 2000, 100):
        w = supplied(line(strength=float(men), stock=0.0), 8, depot_capacity=20.0)
        power.append(men * w.formations[0].effect)

    assert power == sorted(power)
    assert w.formations[0].effect < 0.6


def test_consumption_follows_posture() -> None:
    w, p = line(), laws()
    take_stock(w, p, 0)
    formation = w.formations[0]
    in_contact = consumption(w, p, formation)
    formation.order = ASSAULT
    assaulting = consumption(w, p, formation)
    formation.order, formation.place = 0, 0

    assert (consumption(w, p, formation), in_contact, assaulting) == pytest.approx((15, 25, 37.5))


def test_too_few_trucks_are_shared_alike() -> None:
    w = line(stock=0.0)
    w.formations.append(type(w.formations[0])(**vars(w.formations[0])))
    w.sides[0].trucks = w.sides[0].most_trucks = 1.0
    supplied(w, 1)
    one, other = w.formations

    assert one.received == other.received
    assert one.received + other.received == pytest.approx(1 / truck_days(laws(), 0.0, 10.0), rel=1e-6)
    assert noted(w, "supply_short_of_trucks_0") == pytest.approx(2 * 50 - one.received - other.received)


def test_a_formation_that_gets_almost_nothing_counts_as_cut_off() -> None:
    w = line(stock=0.0)
    w.roads[1].capacity = 1.0
    supplied(w, 2)

    assert w.formations[0].reached == 1
    assert w.formations[0].cut == 2


def test_a_formation_that_no_truck_reaches_counts_as_cut_off() -> None:
    w = line(stock=0.0)
    w.sides[0].trucks = w.sides[0].most_trucks = 0.0
    supplied(w, 2)

    assert w.formations[0].reached == 1
    assert w.formations[0].cut == 2


def test_what_is_destroyed_on_the_road_takes_trucks_with_it() -> None:
    w = line(stock=0.0)
    for road in w.roads[:2]:
        road.hazard = 0.02
    supplied(w, 1, payload=5, truck_loss=0.5)
    destroyed = noted(w, "supply_destroyed_0")

    assert destroyed == pytest.approx(50 * 0.18126924692201818, rel=1e-6)
    assert w.sides[0].lost_trucks == pytest.approx(destroyed / 10)
    assert w.sides[0].trucks == pytest.approx(1000 - destroyed / 10)


@pytest.mark.parametrize("capacity", [20.0, 1000.0])
def test_danger_on_the_way_is_remembered_whether_or_not_more_could_come_by_it(capacity: float) -> None:
    w = line(stock=0.0)
    for road in w.roads[:2]:
        road.hazard, road.capacity = 0.02, capacity
    supplied(w, 1)

    assert w.formations[0].risk == pytest.approx(0.02 * sum(road.length for road in w.roads[:2]))


def test_lost_trucks_are_replaced_but_never_more() -> None:
    w = line()
    w.sides[0].trucks, w.sides[0].replacement = 990.0, 7.0
    supplied(w, 1)
    after_one = w.sides[0].trucks
    supplied(w, 1)

    assert (after_one, w.sides[0].trucks) == (997, 1000)


def test_every_tonne_wanted_is_accounted_for() -> None:
    w = line(stock=0.0)
    w.roads[1].capacity = 20.0
    w.roads[1].hazard = 0.01
    w.sides[0].trucks = w.sides[0].most_trucks = 2.0
    supplied(w, 1)
    reasons = ("supply_short_of_trucks_0", "supply_short_of_road_0", "supply_destroyed_0", "supply_received_0")

    assert sum(noted(w, reason) for reason in reasons) == pytest.approx(50)


def test_on_a_damaged_road_trucks_crawl_and_are_under_fire_for_longer() -> None:
    w = line(stock=0.0)
    w.roads[1].damage, w.roads[1].hazard = 0.5, 0.01
    supplied(w, 1, road_repair=0)

    assert w.places[2].haul == pytest.approx(5 + 10)
    assert w.places[2].risk == pytest.approx(0.1)


def test_at_a_damaged_depot_trucks_wait() -> None:
    w, p = line(stock=0.0), laws()
    w.places[0].depot_damage = 0.5
    supplied(w, 1, depot_repair=0)
    hours = truck_days(p, 0.0, w.places[2].haul) * p.truck_hours * p.payload

    assert hours == pytest.approx(2 * 10 / p.truck_speed + p.turnaround / 0.5)


@pytest.mark.parametrize(("opened", "use"), [({}, 15), ({"contested": 1}, 25), ({"home": 1}, 25)])
def test_on_a_border_that_the_enemy_may_not_cross_a_formation_uses_no_more_than_in_quiet(
    opened: dict[str, int], use: float
) -> None:
    w = world([opened, {"holder": 1}], [(0, 1, {})], formations=[{}])
    take_stock(w, laws(), 0)

    assert consumption(w, laws(closed_border_use=0), w.formations[0]) == pytest.approx(use)
    assert consumption(w, laws(closed_border_use=1), w.formations[0]) == pytest.approx(25)


def test_who_may_cross_the_border_keeps_it_busy() -> None:
    w = world([{}, {"holder": 1}], [(0, 1, {})], formations=[{}], sides=({}, {"crosses_border": 1}))
    take_stock(w, laws(), 0)

    assert consumption(w, laws(), w.formations[0]) == pytest.approx(25)


@pytest.mark.parametrize("response", [0.0, 0.05, 0.1])
def test_trucks_close_the_gap_to_a_steady_demand_as_fast_as_they_respond(response: float) -> None:
    """T(n) = N - (N - T0) (1 - eta)^n, the closed form of r' = eta (N - T)."""
    trucks = 20.0
    for _ in range(30):
        trucks = replaced(trucks, 20.0, 0.0, response, 120.0)

    assert trucks == pytest.approx(120 - 100 * (1 - response) ** 30, rel=1e-9)


def test_trucks_that_suffice_are_not_taken_away() -> None:
    assert replaced(100.0, 20.0, 5.0, 0.1, 30.0) == 100


def test_a_demand_that_trucks_cannot_carry_brings_more_of_them() -> None:
    w = line(stock=0.0)
    w.sides[0].trucks = w.sides[0].most_trucks = 1.0
    needed = 50 * truck_days(laws(), 0.0, 10.0)
    supplied(w, 2, truck_response=0.1)

    assert w.sides[0].trucks == pytest.approx(1 + 0.1 * (needed - 1))


def test_a_depot_with_trucks_of_its_own_is_served_by_them_alone() -> None:
    shared, own = line(stock=0.0), line(stock=0.0)
    shared.sides[0].trucks = shared.sides[0].most_trucks = 0.5
    own.places[0].trucks = own.places[0].most_trucks = 0.5
    supplied(shared, 1)
    supplied(own, 1)

    assert own.formations[0].received == shared.formations[0].received == pytest.approx(0.5 / truck_days(laws(), 0, 10))
    assert own.sides[0].trucks == 1000


def test_a_depot_sends_what_is_declared_of_it() -> None:
    w = line(stock=0.0)
    w.places[0].sends = 7.0
    supplied(w, 1)

    assert w.formations[0].received == pytest.approx(7)

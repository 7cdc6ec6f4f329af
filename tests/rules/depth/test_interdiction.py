"""Interdiction: each kind of strike, its switch, and repair."""

import math
from typing import Any

import pytest

from sim.rules.day import take_stock
from sim.rules.depth.fire_control import control_by_fire, survival
from sim.rules.depth.hits import hit_chance
from sim.rules.depth.interdiction import interdict, repair
from sim.rules.supply.depots import can_still_send
from sim.vocabulary import FAR, SPECIAL
from sim.world.state import World
from tests.given import laws, noted, under, world

P = laws(strike_accuracy=0.5, road_damage=0.25, crossing_damage=0.7, depot_damage=0.2, raid_success=1.0, raid_reach=12)


def supply_line(**side: float) -> World:
    """Side 0's depot, an open road and a crossing in use, a front; side 1 with special forces strikes as given."""
    w = world(
        [{"depot": 0, "dispatched": 80.0}, {}, {}, {"holder": 1}],
        [(0, 1, {"flow": 50.0}), (1, 2, {"flow": -30.0, "crossing": 1}), (2, 3, {})],
        formations=[{"side": 1, "place": 3, "kind": SPECIAL}],
        sides=({}, {"own_coverage": 1.0, "drones": 0.0, **side}),
    )
    take_stock(w, P, 0)
    return w


def test_traffic_survives_a_road_by_the_exponential_law() -> None:
    """15 to 20 % of traffic lost over 15 exposed km is a hazard of 0.011 to 0.015 a km."""
    assert survival(0.0125, 15) == pytest.approx(math.exp(-0.1875), rel=1e-6)
    assert 1 - survival(0.011, 15) == pytest.approx(0.15, abs=0.005)
    assert 1 - survival(0.015, 15) == pytest.approx(0.20, abs=0.005)


KINDS: list[tuple[str, str, tuple[float, float, float]]] = [
    ("road_strikes", "roads_hit_0", (1.0, 0.0, 0.0)),
    ("crossing_strikes", "crossings_hit_0", (0.0, 1.0, 0.0)),
    ("depot_strikes", "depots_hit_0", (0.0, 0.0, 0.2)),
    ("raids", "raids_0", (0.0, 0.4, 0.0)),
]


@pytest.mark.parametrize(("kind", "reason", "damage"), KINDS)
def test_each_kind_of_strike_has_its_own_switch_and_target(
    kind: str, reason: str, damage: tuple[float, float, float]
) -> None:
    w = supply_line(**{kind: 0.4 if kind == "raids" else 1e3})
    interdict(w, P, 0)

    assert (w.roads[0].damage, w.roads[1].damage, w.places[0].depot_damage) == damage
    assert {name for _, name, _ in KINDS if noted(w, name) > 0} == {reason}


def test_without_sorties_nothing_is_hit() -> None:
    w = supply_line()
    interdict(w, P, 0)

    assert [road.damage for road in w.roads] == [0, 0, 0]
    assert w.places[0].depot_damage == 0


def test_strikes_hit_as_often_as_the_poisson_law_says() -> None:
    w, hits = supply_line(road_strikes=2.0), 0
    for key in range(3000):
        w.roads[0].damage = 0.0
        interdict(under(w, key), P, 0)
        hits += w.roads[0].damage > 0

    assert hit_chance(2.0, 0.5) == pytest.approx(1 - math.exp(-1), rel=1e-6)
    assert hits / 3000 == pytest.approx(hit_chance(2.0, 0.5), abs=0.035)


def test_what_is_out_of_reach_or_out_of_use_is_not_struck() -> None:
    far, idle = supply_line(road_strikes=1e3), supply_line(road_strikes=1e3, depot_strikes=1e3, crossing_strikes=1e3)
    for road in idle.roads:
        road.flow = 0.0
    idle.places[0].dispatched = 0.0
    interdict(far, P._replace(strike_reach=5.0), 0)
    interdict(idle, P, 0)

    assert far.roads[0].damage == 0
    assert [road.damage for road in idle.roads] == [0, 0, 0]
    assert idle.places[0].depot_damage == 0


def test_a_depot_out_of_reach_is_safe() -> None:
    w = supply_line(depot_strikes=1e3)
    interdict(w, P._replace(depot_reach=5.0), 0)

    assert w.places[0].depot_damage == 0


def test_raiders_choose_the_busiest_road_in_their_reach() -> None:
    near, far = supply_line(raids=0.4), supply_line(raids=0.4)
    interdict(near, P._replace(raid_reach=8.0), 0)
    interdict(far, P._replace(raid_reach=20.0), 0)
    nowhere = supply_line(raids=0.4)
    interdict(nowhere, P._replace(raid_reach=1.0), 0)

    assert [road.damage for road in near.roads] == [0, 0.4, 0]
    assert [road.damage for road in far.roads] == [0.4, 0, 0]
    assert [road.damage for road in nowhere.roads] == [0, 0, 0]


def test_damage_is_repaired_day_by_day() -> None:
    w = supply_line()
    w.roads[0].damage = w.roads[1].damage = w.places[0].depot_damage = 0.3
    repair(w, laws(road_repair=0.15, crossing_repair=0.05, depot_repair=0.1))

    assert (w.roads[0].damage, w.roads[1].damage, w.places[0].depot_damage) == pytest.approx((0.15, 0.25, 0.2))


def test_a_damaged_depot_sends_less_and_one_in_enemy_hands_nothing() -> None:
    w, p = supply_line(), laws(depot_capacity=1000)
    w.places[0].depot_damage, w.places[0].dispatched = 0.4, 150.0
    own = can_still_send(p, w.places[0])
    w.places[0].holder = 1

    assert own == pytest.approx(450)
    assert can_still_send(p, w.places[0]) == 0


def test_drones_endanger_roads_the_nearer_the_front_and_the_more_they_see() -> None:
    p = laws(exposure=0.02, drone_reach=6, drone_sight_least=0.4)
    hazards: list[Any] = []
    for coverage in (0.0, 1.0):
        w = supply_line(drones=1.2, own_coverage=coverage)
        control_by_fire(w, p)
        hazards.append([road.hazard for road in w.roads])
    distance = [(12.5 + 7.5) / 2, (7.5 + 2.5) / 2]

    assert hazards[1] == pytest.approx([0.02 * 1.2 * math.exp(-km / 6) for km in distance] + [0.0], rel=1e-6)
    assert hazards[0] == pytest.approx([0.4 * hazard for hazard in hazards[1]], rel=1e-6)


def test_where_no_enemy_is_no_road_is_in_danger() -> None:
    w = world([{}, {}], [(0, 1, {})])
    take_stock(w, P, 0)
    control_by_fire(w, P)

    assert w.roads[0].hostile == FAR
    assert w.roads[0].hazard == 0

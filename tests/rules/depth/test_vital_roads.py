"""Vital roads: strikes go where the most traffic has the longest way round."""

import pytest

from sim.rules.day import take_stock
from sim.rules.depth.strikes import strike
from sim.rules.depth.vital_roads import cost_when_hit, most_vital, way_round
from sim.vocabulary import FAR
from sim.world.state import World
from tests.given import Given, laws, noted, world

HIT = 0.25
P = laws(danger_aversion=0.0, last_mile=3.0, strike_reach=100.0, strike_accuracy=0.5, road_damage=HIT)

TRUNK, NEAR_WAY, FAR_WAY, END = range(4)


def fork(**of_road: Given) -> World:
    """A trunk from the depot forks into two ways that meet again, and one road leads on to the front."""
    trunk = {"flow": 100.0, "length": 10.0, **of_road.get("trunk", {})}
    near = {"flow": 100.0, "length": 10.0, **of_road.get("near", {})}
    far = {"length": 12.0, **of_road.get("far", {})}
    end = {"flow": 90.0, "length": 10.0, **of_road.get("end", {})}
    w = world(
        [{"depot": 0}, {}, {}, {}, {"holder": 1}],
        [(0, 1, trunk), (1, 2, near), (1, 2, far), (2, 3, end), (3, 4, {})],
        sides=({}, {"own_coverage": 1.0, "road_strikes": 50.0}),
    )
    take_stock(w, P, 0)
    return w


def test_the_way_round_is_the_shortest_open_one_without_the_road() -> None:
    w = fork()

    assert way_round(w, P, NEAR_WAY, FAR) == 12.0
    assert way_round(w, P, NEAR_WAY, 11.0) == 11.0
    assert way_round(w, P, TRUNK, FAR) == FAR
    w.roads[FAR_WAY].damage = 0.5
    assert way_round(w, P, NEAR_WAY, FAR) == 24.0
    w.roads[FAR_WAY].damage = 1.0
    assert way_round(w, P, NEAR_WAY, FAR) == FAR


def test_a_hit_adds_time_but_no_more_than_a_haul_across_country() -> None:
    w = fork()

    assert cost_when_hit(P, w.roads[TRUNK], HIT) == pytest.approx(10 / (1 - HIT))
    w.roads[TRUNK].damage = 0.8
    assert cost_when_hit(P, w.roads[TRUNK], HIT) == pytest.approx(50 * 3)
    assert cost_when_hit(P._replace(last_mile=0.0), w.roads[TRUNK], HIT) == FAR


def test_a_busy_road_with_a_near_way_round_is_spared_for_one_without() -> None:
    """A hit adds 3.3 km to the trunk, and 2 km, by the way round, to the nearer of the two ways."""
    assert most_vital(fork(trunk={"flow": 50.0}, end={"flow": 50.0}), P, 0, 0, HIT) == NEAR_WAY
    assert most_vital(fork(trunk={"flow": 70.0}, end={"flow": 50.0}), P, 0, 0, HIT) == TRUNK
    assert most_vital(fork(trunk={"flow": 50.0}, far={"length": 30.0}), P, 0, 0, HIT) == NEAR_WAY


def test_all_sorties_of_a_day_go_to_one_road_and_each_hit_counts() -> None:
    w = fork()
    strike(w, P, 0)

    assert [road.damage for road in w.roads] == [1.0, 0.0, 0.0, 0.0, 0.0]
    assert noted(w, "roads_hit_0") > 4


def test_a_road_that_is_cut_or_unused_or_beyond_reach_is_no_target() -> None:
    w = fork(near={"flow": 0.0})
    w.roads[TRUNK].damage = 1.0
    assert most_vital(w, P, 0, 0, HIT) == END

    w.roads[END].flow = 0.0
    nothing_near = P._replace(strike_reach=0.5)

    assert most_vital(w, P, 0, 0, HIT) == -1
    assert most_vital(fork(), nothing_near, 0, 0, HIT) == -1
    assert most_vital(fork(), P, 0, 1, HIT) == -1
    assert most_vital(fork(), P, 1, 0, HIT) == -1

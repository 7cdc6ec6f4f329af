"""Raids: special forces try their luck as often as their side sees."""

import math

import pytest

from sim.rules.day import take_stock
from sim.rules.depth.raids import busiest_road, raid
from sim.vocabulary import LINE, SPECIAL
from sim.world.state import World
from tests.given import laws, noted, under, world

P = laws(raid_success=0.5, raid_reach=12)


def behind_the_line(kind: int = SPECIAL) -> World:
    w = world(
        [{"depot": 0}, {}, {"holder": 1}],
        [(0, 1, {"flow": 50.0}), (1, 2, {})],
        formations=[{"side": 1, "place": 2, "kind": kind}],
        sides=({}, {"own_coverage": 0.6, "raids": 0.4}),
    )
    take_stock(w, P, 0)
    return w


def test_a_raid_succeeds_as_often_as_what_is_seen_lets_it() -> None:
    w, hits, keys = behind_the_line(), 0, 3000
    for key in range(keys):
        w.roads[0].damage = 0.0
        raid(under(w, key), P, 0, 1)
        hits += w.roads[0].damage > 0.0
    expected = 0.5 * w.sides[1].intelligence

    assert 0.0 < expected < 0.5
    assert hits / keys == pytest.approx(expected, abs=4 * math.sqrt(expected * (1 - expected) / keys))
    assert noted(w, "raids_0") == hits


def test_only_special_forces_raid_and_only_a_road_in_use() -> None:
    line, idle = behind_the_line(LINE), behind_the_line()
    idle.roads[0].flow = 0.0
    for w in (line, idle):
        raid(w, P._replace(raid_success=1e9), 0, 1)

    assert busiest_road(idle, P, idle.formations[0]) == -1
    assert noted(line, "raids_0") == noted(idle, "raids_0") == 0

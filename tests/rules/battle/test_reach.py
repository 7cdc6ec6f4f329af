"""Reach: men share themselves over the front that lies near them."""

import math

import pytest

from sim.rules.battle.reach import envelopment, find_reach, in_line
from sim.rules.day import take_stock
from sim.vocabulary import FAR
from tests.given import laws, world

P = laws(reach=5.0, half_front=10.0, garrison=0.0, idle=1.0)


@pytest.mark.parametrize(("km", "share"), [(0.0, 0.0), (10.0, 0.5), (30.0, 0.75)])
def test_of_so_much_front_so_many_men_stand_in_the_line(km: float, share: float) -> None:
    assert km * in_line(P, km) == pytest.approx(share)


@pytest.mark.parametrize(
    ("directions", "enveloped"),
    [
        ([0.0], 0.0),
        ([0.0, 90.0], 0.0),
        ([0.0, 180.0], 1.0),
        ([0.0, 90.0, 180.0, 270.0], 1.0),
        ([0.0, 120.0], 1 - 0.5**0.5),
    ],
)
def test_a_straight_front_envelops_nobody_a_ring_everybody(directions: list[float], enveloped: float) -> None:
    east, north = (sum(turn(math.radians(each)) for each in directions) for turn in (math.cos, math.sin))

    assert envelopment(east, north, len(directions)) == pytest.approx(enveloped)


def test_farther_men_cover_less_of_the_same_front() -> None:
    """Half of a border's 5 km is added to the way: 2.5 km at the front, 7.5 km a place behind it."""
    w = world([{"holder": 1}, {}, {}], [(0, 1, {}), (1, 2, {})], formations=[{"place": 1}])
    take_stock(w, P, 0)
    near = 0
    for n, km in ((1, 2.5), (2, 7.5)):
        w.places[n].reach_last = -1
        find_reach(w, P, n)
        (reach,) = w.reaches[w.places[n].reach_first : w.places[n].reach_last]
        border = w.neighbours[reach.border]
        felt = border.front * math.exp(-km / 5.0)
        near = near or reach.border

        assert reach.border == near
        assert reach.hold == pytest.approx(felt / (felt + 10.0))
    assert all(place.distance == FAR for place in w.places)

"""Rulings: the umpire's word changes ground and men, and the ledger says so."""

import pytest

from sim.rules.day import take_stock
from sim.vocabulary import DESTROYED, RULED_GROUND, RULED_MEN
from sim.world.state import World
from tests.given import laws, noted, world

P = laws()


def ruled(kind: int, target: int, value: float) -> World:
    """Side 0 stands in place 1 of two, side 1 in place 2 of two."""
    w = world(
        [{"depot": 0}, {"contested": 1}, {"holder": 1}, {"holder": 1, "depot": 1}],
        [(n, n + 1, {}) for n in range(3)],
        formations=[{"place": 1}, {"side": 1, "place": 2}],
        events=[{"day": 0, "kind": kind, "target": target, "value": value}],
    )
    take_stock(w, P, 0)
    return w


def test_a_place_falls_and_its_defenders_flee() -> None:
    w = ruled(RULED_GROUND, 1, 1.0)

    assert (w.places[1].holder, w.formations[0].place) == (1, 0)
    assert noted(w, "area_by_ruling_0", 0) == w.places[1].area
    assert 0 < w.formations[0].casualties < 1000


def test_a_place_that_its_side_holds_already_stays_as_it_is() -> None:
    w = ruled(RULED_GROUND, 1, 0.0)

    assert (w.places[1].holder, w.formations[0].place, w.formations[0].strength) == (0, 1, 1000)


@pytest.mark.parametrize(("change", "left", "lost"), [(-300.0, 700, 300), (250.0, 1250, 0), (-5000.0, 0, 1000)])
def test_men_are_lost_or_gained_and_counted(change: float, left: float, lost: float) -> None:
    w = ruled(RULED_MEN, 0, change)

    assert (w.formations[0].strength, w.formations[0].casualties) == (left, lost)
    assert noted(w, "lost_by_ruling_0", 0) == lost
    assert noted(w, "joined_0", 0) == max(0, change)
    assert (w.formations[0].status == DESTROYED) == (left == 0)

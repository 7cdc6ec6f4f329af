"""Replacements: a flow of men into the ranks of those who lost some."""

import pytest

from sim.rules.supply.replacements import replace_losses
from sim.vocabulary import AWAITED, SEALED
from sim.world.state import World
from tests.given import noted, world


def short(*lacking: float, flow: float = 60.0) -> World:
    """Formations of 1,000 men each that lack some, of a side that replaces so many a day."""
    formations = [{"established": 1000.0, "strength": 1000.0 - men, "reached": 1} for men in lacking]
    return world([{"depot": 0}], formations=formations, sides=({"replacements": flow}, {}))


def test_the_flow_is_shared_by_what_formations_lack() -> None:
    w = short(100.0, 200.0, 0.0)
    replace_losses(w, 0)

    assert [formation.strength for formation in w.formations] == pytest.approx([920, 840, 1000])
    assert [formation.joined for formation in w.formations] == pytest.approx([20, 40, 0])
    assert noted(w, "joined_0") == pytest.approx(60)


def test_nobody_receives_more_than_he_lacks() -> None:
    w = short(10.0, 20.0)
    replace_losses(w, 0)

    assert [formation.strength for formation in w.formations] == pytest.approx([1000, 1000])
    assert noted(w, "joined_0") == pytest.approx(30)


@pytest.mark.parametrize("closed", [{"reached": 0}, {"pocket": SEALED}, {"status": AWAITED}])
def test_nobody_joins_whom_no_supplies_reach_or_a_pocket_closes_in(closed: dict[str, int]) -> None:
    w = short(100.0)
    for name, value in closed.items():
        setattr(w.formations[0], name, value)
    replace_losses(w, 0)

    assert w.formations[0].strength == 900


def test_a_steady_loss_and_a_flow_as_large_keep_the_strength() -> None:
    w = short(0.0, flow=25.0)
    for day in range(30):
        w.formations[0].strength -= 25.0
        replace_losses(w, day)

    assert w.formations[0].strength == pytest.approx(1000)


def test_without_a_declared_flow_nobody_joins() -> None:
    w = short(500.0, flow=0.0)
    replace_losses(w, 0)

    assert w.formations[0].strength == 500

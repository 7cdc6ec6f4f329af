"""Skirmish: what lying opposite an enemy costs."""

import pytest

from sim.rules.battle.combat import fight
from sim.vocabulary import HOLD
from tests.rules.field import P, field


def test_lying_opposite_an_enemy_costs_a_share_of_a_battle() -> None:
    w, p = field({"order": HOLD}), P._replace(quiet=0.1)
    fight(w, p, 0)
    reference = p.reference_aimed + (1 - p.reference_aimed) * p.reference_density
    density = 1000 / (p.saturation * 25)
    effect = w.sides[0].aimed + (1 - w.sides[0].aimed) * density

    assert w.formations[0].loss == pytest.approx(0.1 * p.attacker_rate / reference * effect, rel=1e-6)
    assert w.formations[1].loss == w.formations[0].loss


def test_behind_the_line_nothing_is_lost() -> None:
    w, p = field({"order": HOLD}), P._replace(quiet=0.1, reach=0.5)
    w.formations[0].place = 2
    w.conditions[0].moved = 1
    fight(w, p, 0)

    assert w.formations[0].loss == 0

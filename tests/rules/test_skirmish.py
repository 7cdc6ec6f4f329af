"""Skirmish: what lying opposite an enemy costs."""

import pytest

from sim.rules.skirmish import skirmish
from sim.vocabulary import HOLD
from tests.rules.field import P, field


def test_lying_opposite_an_enemy_costs_a_share_of_a_battle() -> None:
    w, p = field({"order": HOLD}), P._replace(quiet=0.1)
    for place in w.places:
        place.defence_loss = 0.0
        skirmish(w, p, place)
    reference = p.reference_aimed + (1 - p.reference_aimed) * p.reference_density
    density = 1000 / (p.saturation * 25)
    effect = w.sides[0].aimed + (1 - w.sides[0].aimed) * density

    assert w.places[0].defence_loss == pytest.approx(0.1 * p.attacker_rate / reference * effect, rel=1e-6)
    assert w.places[1].defence_loss == w.places[0].defence_loss
    assert w.places[2].defence_loss == 0

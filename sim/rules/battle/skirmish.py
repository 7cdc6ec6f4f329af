"""Skirmish: the daily price of lying opposite an enemy, without an assault."""

from sim.rules.battle.attrition import loss_rate
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Neighbour, Place, World


@rule
def skirmish(w: World, p: Constants, place: Place, border: Neighbour) -> None:
    """Add what the men who hold a border lose today to those who hold its other side."""
    opposite = w.neighbours[border.mirror]
    if border.men <= 0.0 or opposite.power <= 0.0:
        return
    enemy = w.sides[1 - place.holder]
    reference = p.reference_aimed + (1.0 - p.reference_aimed) * p.reference_density
    rate = p.quiet * p.attacker_rate / (reference * place.terrain)
    room = p.saturation * border.front * p.battle_depth
    border.loss_holding += loss_rate(border.men, opposite.power, rate, p.weiss, enemy.aimed, room) / border.men

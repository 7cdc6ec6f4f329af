"""Cohesion: the morale of formations, their rout, and the will of a side."""

import math

from sim.rules.orders import withdraw
from sim.vocabulary import FREE, PRESENT
from sim.world.chance import ROUT, uniform
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, World


@rule
def take_heart(w: World, p: Laws, day: int, formation: Formation) -> None:
    """Change a formation's morale by the day's losses, supplies, encirclement and rest; it may rout."""
    if formation.status != PRESENT:
        return
    fear = p.morale_loss * formation.loss + p.morale_shortage * (1.0 - formation.effect)
    if formation.pocket != FREE:
        fear += p.morale_pocket
    rest = p.morale_rest * (1.0 - formation.morale) * w.sides[formation.side].will if formation.loss <= 0.0 else 0.0
    formation.morale = min(1.0, max(0.0, formation.morale - fear + rest))
    if w.places[formation.place].fronts > 0:
        chance = 1.0 / (1.0 + math.exp((formation.morale - p.rout_morale) / p.rout_spread))
        if uniform(w.key, day, ROUT, formation.id) < chance:
            withdraw(w, formation)


@rule
def weigh_will(w: World, p: Laws, day: int) -> None:
    """Change each side's will: losses and symbolic places lost today wear it down, gains embolden it."""
    for s in range(2):
        side = w.sides[s]
        lost, men = 0.0, 0.0
        for formation in w.formations:
            if formation.side == s and formation.status == PRESENT:
                lost += formation.loss * formation.strength
                men += formation.strength
        share = lost / men if men > 0.0 else 0.0
        symbols = 0.0
        for place in w.places:
            if place.taken == day:
                symbols += place.symbol if place.holder == s else -place.symbol
        side.will = min(1.0, max(0.0, side.will - p.will_loss * share + p.will_symbol * symbols))

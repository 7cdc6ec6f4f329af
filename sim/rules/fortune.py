"""Fortune: what decides battles besides all that a scenario counts."""

import math

from sim.world.chance import BATTLE, FORTUNE, normal
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Place, Side, World


@rule
def fortune(w: World, p: Laws, day: int, side: Side) -> float:
    """Return what a side makes of its power these days: leaders, plans, weather, all that no count of men shows.

    It lasts as long as battles do, a day at least, and is then drawn anew: lognormal with median 1. In CDB90 such
    fortune outweighs the force ratio.
    """
    length = max(1, int(p.battle_days))
    spell = (day + side.id % length) // length
    return math.exp(p.battle_spread * normal(w.key, spell, FORTUNE, side.id))


@rule
def luck_of_the_day(w: World, p: Laws, day: int, place: Place) -> float:
    """Return the factor by which luck favours a place's attackers today: lognormal, mean 1, autoregressive."""
    luck = p.noise_memory * place.luck
    luck += math.sqrt(1.0 - p.noise_memory * p.noise_memory) * normal(w.key, day, BATTLE, place.id)
    place.luck = luck
    return math.exp(p.noise_spread * luck - 0.5 * p.noise_spread * p.noise_spread)

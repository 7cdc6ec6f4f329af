"""Battle noise: what decides battles besides all that a scenario counts.

It is drawn by blocks of the map as wide as a battle, not by place or by side, so that a finer mesh has no more of it.
"""

import math

from sim.world.chance import BATTLE, BATTLE_NOISE, normal, of_pair
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Place, Side, World

COLUMN = 8191
"""Rows of blocks from which their numbers would repeat."""


@rule
def block_of(p: Constants, place: Place) -> int:
    """Return the number of the block of the map in which a place lies, below 2**31."""
    east, north = math.floor(place.east / p.battle_width), math.floor(place.north / p.battle_width)
    return (int(east) * COLUMN + int(north)) & 0x7FFFFFFF


@rule
def battle_noise(w: World, p: Constants, day: int, side: Side, place: Place) -> float:
    """Return what a side makes of its power here these days: leaders, plans, weather, all that no count of men shows.

    It lasts as long as battles do, a day at least, and is then drawn anew: lognormal with median 1. In CDB90 such
    battle noise outweighs the force ratio. In a rollout that mirrors another every draw has the other sign.
    """
    length = max(1, int(p.battle_days))
    index = of_pair(block_of(p, place), side.id)
    spell = (day + index % length) // length
    spread = -p.battle_spread if w.conditions[0].mirrored == 1 else p.battle_spread
    return math.exp(spread * normal(w.key, spell, BATTLE_NOISE, index))


@rule
def daily_noise(w: World, p: Constants, day: int, place: Place) -> float:
    """Return the factor by which luck favours a place's attackers today: lognormal, mean 1, autoregressive."""
    luck = p.noise_memory * place.luck
    luck += math.sqrt(1.0 - p.noise_memory * p.noise_memory) * normal(w.key, day, BATTLE, block_of(p, place))
    place.luck = luck
    return math.exp(p.noise_spread * luck - 0.5 * p.noise_spread * p.noise_spread)

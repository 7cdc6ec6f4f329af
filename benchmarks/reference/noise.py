"""Battle noise: what decides battles besides all that a scenario counts, drawn by blocks of the map."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.world.chance import BATTLE, BATTLE_NOISE, normal, of_pair
from sim.world.constants import Constants

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .headquarters import Headquarters
    from .theatre import Place

COLUMN = 8191
"""Blocks in a column of the map."""


def block_of(laws: Constants, place: Place) -> int:
    """Return the number of the block of the map in which a place lies, below 2**31."""
    column, row = math.floor(place["east"] / laws.battle_width), math.floor(place["north"] / laws.battle_width)
    return int(column * COLUMN + row) % 2**31


def battle_noise(side: Headquarters, place: Place) -> float:
    """Return what a side makes of its power here for as long as a battle lasts: lognormal, with median 1."""
    model, laws = side.model, side.model.laws
    length = max(1, int(laws.battle_days))
    index = of_pair(block_of(laws, place), side.id)
    spell = (model.day + index % length) // length
    return math.exp(laws.battle_spread * normal(model.key, spell, BATTLE_NOISE, index))


def daily_noise(model: ReferenceCampaign, place: Place) -> float:
    """Return the factor by which luck favours a place's attackers today: lognormal, mean 1, autoregressive."""
    laws = model.laws
    draw = normal(model.key, model.day, BATTLE, block_of(laws, place))
    place["luck"] = laws.noise_memory * place["luck"] + math.sqrt(1.0 - laws.noise_memory**2) * draw
    return math.exp(laws.noise_spread * place["luck"] - 0.5 * laws.noise_spread**2)

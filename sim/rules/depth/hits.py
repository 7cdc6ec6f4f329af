"""Hits: how many of the sorties that find a target hit it."""

import math

from sim.world.compilation import rule

MOST_HITS = 30.0
"""Hits of a day on one target that are counted at the most: it is cut long before."""


@rule
def hit_chance(sorties: float, accuracy: float) -> float:
    """Return the chance that at least one of so many sorties hits, were hits as rare as Poisson's: 1 - e^(-n a)."""
    return 1.0 - math.exp(-sorties * accuracy)


@rule
def number_of_hits(drawn: float, expected: float) -> float:
    """Return how many hits a draw stands for when so many are to be expected, each by itself (Poisson); 30 at most."""
    hits, chance = 0.0, math.exp(-expected)
    below = chance
    while drawn >= below and hits < MOST_HITS:
        hits += 1.0
        chance *= expected / hits
        below += chance
    return hits

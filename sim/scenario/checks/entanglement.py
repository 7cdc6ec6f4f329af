"""Entanglement: how often the sides of outlines cross, which bounds the time that it takes to make ground of them."""

from typing import Final

import numpy as np
import shapely

from sim.scenario.theatre import Outline

MOST_MENDED: Final = 5000
"""Points of rings that cross themselves up to which they are mended."""
MOST_CROSSINGS: Final = 1000
"""Crossings of their sides up to which they are; the time that mending takes grows faster than with their square."""
MOST_OVERLAPS: Final = 50_000
"""Crossings of the sides of all outlines up to which ground is made of them."""
SIDES_AT_ONCE: Final = 100
"""Sides that are looked at before it is asked whether so many crossings have been found."""


def crossings_of(rings: Outline, most: int) -> int:
    """Return how many pairs of sides of some rings cross; beyond ``most`` they are not counted to the end."""
    corners = [np.asarray(ring) for ring in rings]
    sides = shapely.linestrings(np.concatenate([np.stack([each[:-1], each[1:]], axis=1) for each in corners]))
    tree = shapely.STRtree(sides)
    pairs = 0
    for first in range(0, len(sides), SIDES_AT_ONCE):
        pairs += tree.query(sides[first : first + SIDES_AT_ONCE], predicate="crosses").shape[1]
        if pairs > 2 * most:
            break
    return pairs // 2

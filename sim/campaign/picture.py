"""The picture: the war as one side's headquarters believes it to be."""

import numpy as np

from sim.vocabulary import PRESENT
from sim.world.state import World
from sim.world.tables import copied


def as_seen(w: World, side: int) -> World:
    """Return a copy of a world on record tables in which the enemy is as strong as a side believes, place by place.

    Enemy formations are scaled to the strength that the side's picture has where they stand; the believed strength of
    places where no enemy stands has no formation to carry it and is left out.
    """
    world = copied(w, int(w.key))
    places, formations = np.asarray(world.places), np.asarray(world.formations)
    enemies = (formations["status"] == PRESENT) & (formations["side"] != side)
    stands = formations["place"]
    men = np.bincount(stands[enemies], formations["strength"][enemies], minlength=len(places))
    believed = np.divide(places["picture"], men, out=np.ones(len(places)), where=men > 0.0)
    factor = believed[stands[enemies]]
    for column in ("strength", "stock"):
        formations[column][enemies] *= factor
    return world

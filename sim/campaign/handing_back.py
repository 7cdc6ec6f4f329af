"""Handing back: the contested region returned, as if by an order - the counterfactual behind the chip value."""

import numpy as np

from sim.vocabulary import HOLD, PRESENT
from sim.world.state import World
from sim.world.tables import copied


def handed_back(w: World, side: int) -> World:
    """Return a copy of a world on record tables in which a side has left the foreign ground of the contested region.

    Its formations there stand, unhurt, at the nearest place that it still holds; the other side holds what they left.
    """
    world = copied(w, int(w.key))
    places, formations = np.asarray(world.places), np.asarray(world.formations)
    left = (places["contested"] == 1) & (places["home"] != side) & (places["holder"] == side)
    if not left.any():
        return world
    kept = np.flatnonzero((places["holder"] == side) & ~left)
    for n in np.flatnonzero(left):
        east, north = places["east"][kept] - places["east"][n], places["north"][kept] - places["north"][n]
        refuge = kept[np.argmin(np.hypot(east, north))]
        there = (formations["status"] == PRESENT) & (formations["side"] == side) & (formations["place"] == n)
        for column, value in (("place", refuge), ("order", HOLD), ("objective", -1), ("marched", 0.0), ("wait", 0)):
            formations[column][there] = value
    for column, value in (("holder", 1 - side), ("gained", 0.0), ("works", 0.0), ("picture", 0.0)):
        places[column][left] = value
    world.conditions["moved"] = 1  # type: ignore[call-overload]
    return world

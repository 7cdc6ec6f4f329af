"""Handing back: places returned, as if by an order - the counterfactual behind the chip value."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.vocabulary import BY_DOCTRINE, HOLD, PRESENT
from sim.world.tables import Tables, copied


def holds(t: Tables, side: int, chosen: Sequence[int] | None = None) -> bool:
    """Return whether a side holds any of ``chosen`` places, or of all foreign ground in the contested region."""
    return bool(_to_leave(t, side, chosen).any())


def handed_back(t: Tables, side: int, chosen: Sequence[int] | None = None) -> Tables:
    """Return a copy of a state in which a side has left ``chosen`` places, as far as it holds them.

    Without a choice it is all foreign ground in the contested region. Its formations there stand, unhurt, at the
    nearest place that it still holds; the other side holds what they left.
    """
    world = copied(t, int(t.key))
    places, formations = world.places, world.formations
    left = _to_leave(world, side, chosen)
    kept = np.flatnonzero((places["holder"] == side) & ~left)
    if not left.any() or not kept.size:
        return world
    there = (formations["status"] == PRESENT) & (formations["side"] == side) & left[formations["place"]]
    from_here = formations["place"][there]
    east, north = (places[way][from_here][:, None] - places[way][kept] for way in ("east", "north"))
    formations["place"][there] = kept[np.argmin(np.hypot(east, north), axis=1)]
    stands = {"order": HOLD, "objective": -1, "ordered": BY_DOCTRINE, "marched": 0.0, "wait": 0}
    for column, value in stands.items():
        formations[column][there] = value
    for column, value in (("holder", 1 - side), ("gained", 0.0), ("works", 0.0), ("picture", 0.0)):
        places[column][left] = value
    world.conditions["moved"] = 1
    return world


def _to_leave(t: Tables, side: int, chosen: Sequence[int] | None) -> NDArray[np.bool_]:
    places = t.places
    held: NDArray[np.bool_] = places["holder"] == side
    if chosen is not None:
        return held & np.isin(np.arange(len(places)), chosen)
    foreign: NDArray[np.bool_] = held & (places["contested"] == 1) & (places["home"] != side)
    return foreign

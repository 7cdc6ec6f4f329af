"""Aims: which ground a side wants, and may take."""

from sim.world.compilation import rule
from sim.world.state import Place, World


@rule
def may_come(w: World, s: int, place: Place) -> bool:
    """Return whether politics let side ``s`` attack a place: its own country, the contested region, or anywhere."""
    return w.sides[s].crosses_border == 1 or place.home == s or place.contested == 1


@rule
def may_take(w: World, s: int, place: Place) -> bool:
    """Return whether side ``s`` may attack a place and wants it."""
    return place.spared[s] < 1.0 and may_come(w, s, place)

"""Refuge: the nearest ground of its side from which a formation can still reach the rear."""

import math

from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.state import Formation, World


@rule
def refuge(w: World, formation: Formation) -> tuple[int, float]:
    """Return that place and its distance in a straight line, km; -1 where no ground of the side leads to a depot."""
    here = w.places[formation.place]
    goal, km = -1, FAR
    for n in range(len(w.places)):
        place = w.places[n]
        if place.holder == formation.side and place.retreat < FAR:
            east, north = place.east - here.east, place.north - here.north
            way = math.sqrt(east * east + north * north)
            if way < km:
                goal, km = n, way
    return goal, km

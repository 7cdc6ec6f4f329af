"""Refuge: the nearest ground of its side, behind the line if there is any, from which a formation reaches the rear."""

import math

from sim.rules.battle.losses import surrender
from sim.rules.command.stance import stand
from sim.vocabulary import DESTROYED, FAR
from sim.world.compilation import rule
from sim.world.state import Formation, World


@rule
def refuge(w: World, formation: Formation) -> tuple[int, float]:
    """Return that place and its distance in a straight line, km; -1 where no ground of the side leads to a depot."""
    goal, km = nearest_way_out(w, formation, 0)
    if goal < 0:
        return nearest_way_out(w, formation, len(w.places))
    return goal, km


@rule
def take_refuge(w: World, day: int, formation: Formation, goal: int) -> None:
    """Bring what is left of a formation to its refuge, where it stands; without one (-1) nobody escapes."""
    if goal < 0:
        surrender(w, day, formation, formation.strength)
        formation.status = DESTROYED
        return
    formation.place = goal
    formation.dug_in = 0.0
    stand(formation)


@rule
def nearest_way_out(w: World, formation: Formation, fronts: int) -> tuple[int, float]:
    """Return the nearest such place with at most so many hostile neighbours, and its distance, km; -1 for none."""
    here = w.places[formation.place]
    goal, km = -1, FAR
    for n in range(len(w.places)):
        place = w.places[n]
        if place.holder == formation.side and place.retreat < FAR and place.fronts <= fronts:
            east, north = place.east - here.east, place.north - here.north
            way = math.sqrt(east * east + north * north)
            if way < km:
                goal, km = n, way
    return goal, km

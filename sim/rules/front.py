"""The front: who borders whom, how long the front is, how far hostile ground is, and which ground leads to the rear."""

import math

from sim.rules.depth.fire_control import measure_road
from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Neighbour, Place, World

HORIZON = 3.0
"""Reaches beyond which nothing is covered: a twentieth would be left."""


@rule
def survey(w: World, p: Constants) -> None:
    """Measure the front anew, if any place changed hands since the last survey."""
    if w.conditions[0].moved == 0:
        return
    w.conditions[0].moved = 0
    count_fronts(w)
    measure_front(w)
    measure_hostile_ground(w)
    measure_retreat(w)
    for road in w.roads:
        measure_road(w, p, road)
    forget_reaches(w, p)


@rule
def count_fronts(w: World) -> None:
    """Count for each place the neighbours that the other side holds; note where a place or one beside it fell."""
    for place in w.places:
        place.fronts = 0
        place.reshaped = 1 if place.surveyed != place.holder + 1 else 0
        for neighbour in w.neighbours[place.first : place.last]:
            beyond = w.places[neighbour.place]
            if beyond.holder != place.holder:
                place.fronts += 1
            if beyond.surveyed != beyond.holder + 1:
                place.reshaped = 1


@rule
def measure_front(w: World) -> None:
    """Measure each hostile border along the general run of the front, so that its bends add no length.

    Where a front zigzags over cells, as any front does, the sum of its borders is longer by a quarter and more, however
    fine the cells. What counts is a border's part across the direction in which the front around it faces.
    """
    for place in w.places:
        place.surveyed = place.holder + 1
        place.faces_east, place.faces_north = heading(w, place)
    for place in w.places:
        if place.fronts == 0:
            continue
        east, north = heading_around(w, place)
        for border in w.neighbours[place.first : place.last]:
            beyond = w.places[border.place]
            if beyond.holder != place.holder:
                back_east, back_north = heading_around(w, beyond)
                front = border.length * straightness(place, beyond, east - back_east, north - back_north)
                if front != border.front:
                    border.front = front
                    place.reshaped = 1


@rule
def straightness(place: Place, beyond: Place, east: float, north: float) -> float:
    """Return the cosine between the way to a neighbour and the heading of the front, at least 0; 1 without heading."""
    over_east, over_north = beyond.east - place.east, beyond.north - place.north
    lengths = math.sqrt((over_east * over_east + over_north * over_north) * (east * east + north * north))
    if lengths <= 0.0:
        return 1.0
    return max(0.0, min(1.0, (over_east * east + over_north * north) / lengths))


@rule
def heading_around(w: World, place: Place) -> tuple[float, float]:
    """Return where the front around a place faces: the sum of ways to the enemy from it and its own neighbours."""
    east, north = place.faces_east, place.faces_north
    for neighbour in w.neighbours[place.first : place.last]:
        beside = w.places[neighbour.place]
        if beside.holder == place.holder and beside.fronts > 0:
            east += beside.faces_east
            north += beside.faces_north
    return east, north


@rule
def heading(w: World, place: Place) -> tuple[float, float]:
    """Return the sum of a place's hostile borders, each as long as it is and turned towards the enemy, km."""
    east, north = 0.0, 0.0
    for border in w.neighbours[place.first : place.last]:
        beyond = w.places[border.place]
        if beyond.holder != place.holder:
            over_east, over_north = way_over(place, beyond, border)
            east += border.length * over_east
            north += border.length * over_north
    return east, north


@rule
def way_over(place: Place, beyond: Place, border: Neighbour) -> tuple[float, float]:
    """Return the direction to a neighbour, of length 1."""
    return (beyond.east - place.east) / border.km, (beyond.north - place.north) / border.km


@rule
def measure_hostile_ground(w: World) -> None:
    """Measure the distance from each place, over its holder's ground, to ground that its holder does not hold."""
    for place in w.places:
        place.distance = FAR
        for neighbour in w.neighbours[place.first : place.last]:
            if w.places[neighbour.place].holder != place.holder:
                place.distance = min(place.distance, 0.5 * neighbour.km)
    spread_over_own_ground(w)
    for place in w.places:
        place.hostile = place.distance


@rule
def measure_retreat(w: World) -> None:
    """Measure the way over its holder's ground from each place to a depot; FAR where none is left: a sealed pocket."""
    for place in w.places:
        place.distance = 0.0 if place.depot == place.holder else FAR
    spread_over_own_ground(w)
    for place in w.places:
        place.retreat = place.distance


@rule
def spread_over_own_ground(w: World) -> None:
    """Lower every place's distance to the least that a way over its holder's ground allows."""
    spread(w, 0, FAR)


@rule
def spread(w: World, any_ground: int, most: float) -> None:
    """Lower places' distances, up to ``most`` km, to the least over own or any ground (Moore 1959)."""
    waiting = 0
    for n in range(len(w.places)):
        place = w.places[n]
        place.queued = 0
        if place.distance < FAR:
            place.queued = 1
            w.queue[waiting] = n
            waiting += 1
    head = 0
    while waiting > 0:
        place = w.places[w.queue[head]]
        place.queued = 0
        head = (head + 1) % len(w.places)
        waiting -= 1
        for neighbour in w.neighbours[place.first : place.last]:
            beyond = w.places[neighbour.place]
            km = place.distance + neighbour.km
            if (any_ground == 1 or beyond.holder == place.holder) and km <= most and km < beyond.distance:
                beyond.distance = km
                if beyond.queued == 0:
                    beyond.queued = 1
                    w.queue[(head + waiting) % len(w.places)] = neighbour.place
                    waiting += 1


@rule
def forget_reaches(w: World, p: Constants) -> None:
    """Let the reach of men be found anew wherever they might reach, over any ground, what has changed of the front."""
    for place in w.places:
        place.distance = 0.0 if place.reshaped == 1 else FAR
    spread(w, 1, HORIZON * p.reach)
    for place in w.places:
        if place.distance < FAR:
            place.reach_last = -1
            place.distance = FAR

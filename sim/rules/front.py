"""The front: who borders whom, how far hostile ground is, and which ground still leads to the rear."""

from sim.rules.fire_control import measure_road
from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import World


@rule
def survey(w: World, p: Laws) -> None:
    """Measure the front anew, if any place changed hands since the last survey."""
    if w.conditions[0].moved == 0:
        return
    w.conditions[0].moved = 0
    count_fronts(w)
    measure_hostile_ground(w)
    measure_retreat(w)
    for road in w.roads:
        measure_road(w, p, road)


@rule
def count_fronts(w: World) -> None:
    """Count for each place the neighbours that the other side holds."""
    for place in w.places:
        place.fronts = 0
        for neighbour in w.neighbours[place.first : place.last]:
            if w.places[neighbour.place].holder != place.holder:
                place.fronts += 1


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
    """Lower every place's distance to the least that a way over its holder's ground allows (Moore 1959)."""
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
        head = (head + 1) % len(w.queue)
        waiting -= 1
        for neighbour in w.neighbours[place.first : place.last]:
            beyond = w.places[neighbour.place]
            if beyond.holder == place.holder and place.distance + neighbour.km < beyond.distance:
                beyond.distance = place.distance + neighbour.km
                if beyond.queued == 0:
                    beyond.queued = 1
                    w.queue[(head + waiting) % len(w.queue)] = neighbour.place
                    waiting += 1

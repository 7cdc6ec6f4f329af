"""Reach: which parts of the front the men in a place cover.

They cover what lies near them, less with distance, and shared by length: w = l e^(-km / reach) / (sum of those + half).
Who is far from any front covers little of it; the rest of his men are a reserve.
"""

import math

from sim.rules.command.aims import may_come, may_take
from sim.rules.front import HORIZON, way_over
from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World

RIGHT_ANGLE = math.sqrt(2.0)
"""Over the common direction of two fronts at right angles, as a share of their length."""


@rule
def find_reach(w: World, p: Constants, n: int) -> None:
    """Find the borders that men in place ``n`` cover, unless they are known since the front last moved."""
    base = w.places[n]
    if base.reach_last < 0:
        seen = look_around(w, p, n)
        weigh_borders(w, p, n, seen)
        forget(w, seen)


@rule
def look_around(w: World, p: Constants, n: int) -> int:
    """Measure own ground around place ``n``; return how many places it reaches, kept behind the queue (Moore 1959)."""
    size = len(w.places)
    s, limit = w.places[n].holder, HORIZON * p.reach
    w.places[n].distance = 0.0
    w.places[n].queued = 1
    w.queue[0] = n
    w.queue[size] = n
    head, waiting, seen = 0, 1, 1
    while waiting > 0:
        place = w.places[w.queue[head]]
        place.queued = 0
        head = (head + 1) % size
        waiting -= 1
        for neighbour in w.neighbours[place.first : place.last]:
            beyond = w.places[neighbour.place]
            km = place.distance + neighbour.km
            if beyond.holder == s and km <= limit and km < beyond.distance:
                if beyond.distance >= FAR:
                    w.queue[size + seen] = neighbour.place
                    seen += 1
                beyond.distance = km
                if beyond.queued == 0:
                    beyond.queued = 1
                    w.queue[(head + waiting) % size] = neighbour.place
                    waiting += 1
    return seen


@rule
def forget(w: World, seen: int) -> None:
    """Clear the distances that a look around has left."""
    for i in range(seen):
        w.places[w.queue[len(w.places) + i]].distance = FAR


@rule
def weigh_borders(w: World, p: Constants, n: int, seen: int) -> None:
    """Note the share of each border in reach of place ``n``, what may be attacked, and how far men are enveloped."""
    base = w.places[n]
    last, total, threatened = base.reach_first, 0.0, 0.0
    east, north, opened = 0.0, 0.0, 0.0
    for i in range(seen):
        place = w.places[w.queue[len(w.places) + i]]
        if place.fronts == 0:
            continue
        comes = may_come(w, 1 - base.holder, place)
        for k in range(place.first, place.last):
            border = w.neighbours[k]
            beyond = w.places[border.place]
            if beyond.holder == base.holder:
                continue
            fade = math.exp(-(place.distance + 0.5 * border.km) / p.reach)
            near = border.front * fade
            row = w.reaches[last]
            row.border = k
            row.hold = near * (1.0 + p.garrison * place.worth) * (1.0 if comes else p.idle)
            row.open = near if may_take(w, base.holder, beyond) else 0.0
            last += 1
            total += row.hold
            opened += row.open
            if comes:
                over_east, over_north = way_over(place, beyond, border)
                east += border.length * fade * over_east
                north += border.length * fade * over_north
                threatened += border.length * fade
    base.reach_last = last
    base.opened = opened
    base.enveloped = envelopment(east, north, threatened)
    share = in_line(p, total)
    for row in w.reaches[base.reach_first : last]:
        row.hold *= share


@rule
def in_line(p: Constants, km: float) -> float:
    """Return the share of a force that stands in the line for each km of front in reach: 1 / (km + half)."""
    return 1.0 / (km + p.half_front) if km > 0.0 else 0.0


@rule
def envelopment(east: float, north: float, total: float) -> float:
    """Return how far fronts of a sum of directions and a total length envelop: 0 up to a right angle, 1 in a ring."""
    if total <= 0.0:
        return 0.0
    return max(0.0, 1.0 - RIGHT_ANGLE * math.sqrt(east * east + north * north) / total)

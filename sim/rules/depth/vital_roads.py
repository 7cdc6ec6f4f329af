"""Vital roads: those on which a hit holds up most supplies, because much comes by them and no other way is near."""

from sim.rules.supply.delivery import cost_of, open_capacity
from sim.vocabulary import CRUMB, FAR
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Road, World


@rule
def is_target(p: Constants, road: Road, owner: int, crossing: int) -> bool:
    """Return whether a road, or crossing, of a side may be struck: in use, in reach and not yet cut; no link is one."""
    is_such = road.holder == owner and road.owner < 0 and road.crossing == crossing
    return is_such and road.flow != 0.0 and road.damage < 1.0 and road.hostile <= p.strike_reach


@rule
def most_vital(w: World, p: Constants, owner: int, crossing: int, damage: float) -> int:
    """Return the road, or crossing, of a side on which one hit holds up most supplies; -1 where it holds up none.

    The traffic of the day before, times what the hit adds to its way: the interdiction of shortest paths, one link at
    a time (Fulkerson and Harding 1977).
    """
    target, most = -1, 0.0
    for n in range(len(w.roads)):
        road = w.roads[n]
        if is_target(p, road, owner, crossing):
            traffic, now, hit = abs(road.flow), cost_of(p, road), cost_when_hit(p, road, damage)
            if traffic * (hit - now) > most:
                held_up = traffic * (way_round(w, p, n, hit) - now)
                if held_up > most:
                    target, most = n, held_up
    return target


@rule
def cost_when_hit(p: Constants, road: Road, damage: float) -> float:
    """Return the cost of the way along a road once it is hit: no more than that of a haul across country."""
    now, left = cost_of(p, road), 1.0 - road.damage
    across = now * p.last_mile if p.last_mile > 0.0 else FAR
    return min(across, now * left / (left - damage)) if left > damage else across


@rule
def way_round(w: World, p: Constants, n: int, most: float) -> float:
    """Return the cost of the least costly open way between the ends of a road without it, or ``most`` (Moore 1959)."""
    for place in w.places:
        place.route = most
        place.queued = 0
    start, end = w.roads[n].a, w.roads[n].b
    w.places[start].route = 0.0
    w.queue[0] = start
    head, waiting = 0, 1
    while waiting > 0:
        place = w.places[w.queue[head]]
        place.queued = 0
        head = (head + 1) % len(w.queue)
        waiting -= 1
        for way in w.road_ends[place.road_first : place.road_last]:
            road = w.roads[way.road]
            if way.road == n or open_capacity(w, road) <= CRUMB:
                continue
            cost = place.route + cost_of(p, road)
            beyond = w.places[way.place]
            if cost < beyond.route and cost < w.places[end].route:
                beyond.route = cost
                if beyond.queued == 0:
                    beyond.queued = 1
                    w.queue[(head + waiting) % len(w.queue)] = way.place
                    waiting += 1
    return w.places[end].route

"""Delivery: the greatest flow of supplies that the road network carries from depots to formations."""

from sim.rules.depth.fire_control import survival
from sim.rules.supply.depots import can_still_send, delay_at_depot
from sim.rules.supply.last_mile import reach_across_country, room_across_country
from sim.vocabulary import CRUMB, FAR, PRESENT
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Road, World


@rule
def open_capacity(w: World, road: Road) -> float:
    """Return what a road can carry today, t/day: none unless one side holds both ends, less damage and mud."""
    if road.holder < 0:
        return 0.0
    if road.owner >= 0:
        return road.capacity
    return road.capacity * (1.0 - road.damage) * (1.0 - w.conditions[0].mud)


@rule
def hauled(road: Road) -> float:
    """Return the length of a road in the time of trucks, km: on a damaged road they crawl."""
    return road.length / (1.0 - road.damage)


@rule
def cost_of(p: Constants, road: Road) -> float:
    """Return what a way along a road costs, km: the time it takes, and danger as a detour."""
    return hauled(road) * (1.0 + p.danger_aversion * road.hazard)


@rule
def headroom(w: World, road: Road, start: int) -> float:
    """Return how much more a road can carry away from ``start``; sending back cancels what came."""
    return open_capacity(w, road) - (road.flow if start == road.a else -road.flow)


@rule
def open_depots(w: World, p: Constants) -> int:
    """Forget yesterday's routes, and begin a search at every depot that can still send; return how many there are."""
    waiting = 0
    for n in range(len(w.places)):
        place = w.places[n]
        place.queued = 0
        place.via = -1
        place.across = -1
        place.source = -1
        place.route = FAR
        place.haul = 0.0
        place.risk = 0.0
        if can_still_send(p, place) > CRUMB:
            place.haul = delay_at_depot(p, place)
            place.route = place.haul
            place.source = n
            place.queued = 1
            w.queue[waiting] = n
            waiting += 1
    return waiting


@rule
def trace_routes(w: World, p: Constants) -> None:
    """Find the least costly open route from a depot to every place; danger counts as detour (Moore 1959).

    On a damaged road trucks crawl: they need the time of a way the longer, and are under fire for as long. Troops to
    whom no road leads are reached across country from adjoining ground.
    """
    waiting = open_depots(w, p)
    head = 0
    while waiting > 0:
        here = w.queue[head]
        place = w.places[here]
        place.queued = 0
        head = (head + 1) % len(w.queue)
        waiting -= 1
        for end in w.road_ends[place.road_first : place.road_last]:
            road = w.roads[end.road]
            if headroom(w, road, here) <= CRUMB:
                continue
            way = hauled(road)
            cost = cost_of(p, road)
            beyond = w.places[end.place]
            if place.route + cost < beyond.route:
                beyond.route = place.route + cost
                beyond.haul = place.haul + way
                beyond.risk = place.risk + road.hazard * way
                beyond.via = end.road
                beyond.source = place.source
                if beyond.queued == 0:
                    beyond.queued = 1
                    w.queue[(head + waiting) % len(w.queue)] = end.place
                    waiting += 1
    reach_across_country(w, p)


@rule
def source_of(road: Road, place: int) -> int:
    """Return the end of a road that is not ``place``."""
    return road.b if road.a == place else road.a


@rule
def end_of_road(w: World, place: int) -> int:
    """Return where the road to a place ends: there, or on adjoining ground from which supplies come across country."""
    return w.places[place].across if w.places[place].across >= 0 else place


@rule
def room_along_route(w: World, p: Constants, place: int) -> float:
    """Return what the route to a place, and the depot it comes from, still have room for, t."""
    room = room_across_country(p, w.places[place])
    place = end_of_road(w, place)
    while w.places[place].via >= 0:
        road = w.roads[w.places[place].via]
        place = source_of(road, place)
        room = min(room, headroom(w, road, place))
    return min(room, can_still_send(p, w.places[place]))


@rule
def load_route(w: World, place: int, tonnes: float) -> None:
    """Add a load to every road of the route to a place, and to what its depot sends."""
    if w.places[place].across >= 0:
        w.places[place].carried_across += tonnes
        place = w.places[place].across
    while w.places[place].via >= 0:
        road = w.roads[w.places[place].via]
        place = source_of(road, place)
        road.flow += tonnes if place == road.a else -tonnes
    w.places[place].dispatched += tonnes


@rule
def deliver(w: World, p: Constants) -> None:
    """Send every formation what it wants along the routes, and look for other ways while any has room.

    No augmenting path is left at the end, so the sum sent is the maximum flow (Ford and Fulkerson 1956).
    What arrives is what survives the danger of the route it went by.
    """
    sending = True
    while sending:
        sending = False
        unserved = False
        for formation in w.formations:
            missing = formation.wanted - formation.sent
            if formation.status != PRESENT or missing <= CRUMB or w.places[formation.place].route >= FAR:
                continue
            load = min(missing, room_along_route(w, p, formation.place))
            if load > CRUMB:
                load_route(w, formation.place, load)
                formation.sent += load
                formation.received += load * survival(w.places[formation.place].risk, 1.0)
                sending = True
            if load < missing - CRUMB:
                unserved = True
        if not unserved:
            return
        trace_routes(w, p)

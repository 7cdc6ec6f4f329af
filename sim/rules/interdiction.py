"""Interdiction: what drones, strikes and raids take from the enemy's roads, and how roads recover."""

import math

from sim.vocabulary import FAR, LEDGER, PRESENT, SPECIAL
from sim.world.chance import INTERDICTION, RAID, of_pair, uniform
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Road, World

STRIKES = LEDGER.index("strikes_0")


@rule
def survival(hazard: float, length: float) -> float:
    """Return the share of traffic that passes ``length`` km of road at ``hazard`` per km: e^(-hL)."""
    return math.exp(-hazard * length)


@rule
def interdict(w: World, p: Laws, day: int) -> None:
    """Repair roads for a day, then let each side strike and raid the other's, and close them by fire."""
    for road in w.roads:
        repair = p.crossing_repair if road.crossing == 1 else p.road_repair
        road.damage = max(0.0, road.damage - repair)
    for s in range(2):
        strike(w, p, day, s)
        raid(w, p, day, s)
    for road in w.roads:
        road.hazard = fire_control(w, p, road)


@rule
def hostile_distance(w: World, road: Road) -> float:
    """Return the mean distance of a road's ends to hostile ground, km."""
    a, b = w.places[road.a].hostile, w.places[road.b].hostile
    return FAR if a >= FAR or b >= FAR else 0.5 * (a + b)


@rule
def fire_control(w: World, p: Laws, road: Road) -> float:
    """Return the hazard per km of a road's traffic: enemy drones see it from hostile ground within their reach."""
    if road.holder < 0:
        return 0.0
    enemy = w.sides[1 - road.holder]
    sight = p.drone_sight_least + (1.0 - p.drone_sight_least) * enemy.intelligence
    return p.exposure * enemy.drones * sight * math.exp(-hostile_distance(w, road) / p.drone_reach)


@rule
def strike(w: World, p: Laws, day: int, s: int) -> None:
    """Spread side ``s``'s strike sorties over the enemy roads in reach by the traffic they carried yesterday."""
    traffic = 0.0
    for road in w.roads:
        if road.holder == 1 - s and hostile_distance(w, road) <= p.strike_reach:
            traffic += abs(road.flow)
    if traffic <= 0.0:
        return
    sorties = w.sides[s].strikes * w.sides[s].intelligence
    for road in w.roads:
        if road.holder == 1 - s and road.flow != 0.0 and hostile_distance(w, road) <= p.strike_reach:
            hits = sorties * p.strike_accuracy * abs(road.flow) / traffic
            if uniform(w.key, day, INTERDICTION, of_pair(road.id, w.sides[s].id)) < 1.0 - math.exp(-hits):
                loss = p.crossing_damage if road.crossing == 1 else p.road_damage
                road.damage = min(1.0, road.damage + loss)
                w.ledger[day][STRIKES + s] += 1.0


@rule
def raid(w: World, p: Laws, day: int, s: int) -> None:
    """Let each of side ``s``'s special forces try to disrupt the busiest enemy road within its reach."""
    for formation in w.formations:
        if formation.side != s or formation.kind != SPECIAL or formation.status != PRESENT:
            continue
        base = w.places[formation.place]
        busiest = -1
        for n in range(len(w.roads)):
            road = w.roads[n]
            if road.holder == 1 - s and road.flow != 0.0:
                east = 0.5 * (w.places[road.a].east + w.places[road.b].east) - base.east
                north = 0.5 * (w.places[road.a].north + w.places[road.b].north) - base.north
                near = math.sqrt(east * east + north * north) <= p.raid_reach
                if near and (busiest < 0 or abs(road.flow) > abs(w.roads[busiest].flow)):
                    busiest = n
        if busiest >= 0 and uniform(w.key, day, RAID, formation.id) < p.raid_success * w.sides[s].intelligence:
            w.roads[busiest].damage = min(1.0, w.roads[busiest].damage + w.sides[s].raids)

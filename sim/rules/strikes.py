"""Strikes: sorties against the roads and crossings by which the enemy is supplied."""

import math

from sim.rules.fire_control import hostile_distance
from sim.vocabulary import LEDGER
from sim.world.chance import INTERDICTION, of_pair, uniform
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import World

ROADS_HIT = LEDGER.index("roads_hit_0")
CROSSINGS_HIT = LEDGER.index("crossings_hit_0")


@rule
def hit_chance(sorties: float, accuracy: float) -> float:
    """Return the chance that at least one of so many sorties hits, were hits as rare as Poisson's: 1 - e^(-n a)."""
    return 1.0 - math.exp(-sorties * accuracy)


@rule
def strike(w: World, p: Laws, day: int, s: int) -> None:
    """Let side ``s`` strike the open roads and the crossings that the enemy uses."""
    side = w.sides[s]
    strike_roads(w, p, day, s, 0, side.road_strikes * side.intelligence, p.road_damage, ROADS_HIT)
    strike_roads(w, p, day, s, 1, side.crossing_strikes * side.intelligence, p.crossing_damage, CROSSINGS_HIT)


@rule
def strike_roads(
    w: World, p: Laws, day: int, s: int, crossing: int, sorties: float, damage: float, reason: int
) -> None:
    """Spread the sorties that find a target over the enemy roads in reach by the traffic they carried yesterday."""
    if sorties <= 0.0:
        return
    traffic = 0.0
    for road in w.roads:
        if road.holder == 1 - s and road.crossing == crossing and hostile_distance(w, road) <= p.strike_reach:
            traffic += abs(road.flow)
    if traffic <= 0.0:
        return
    for road in w.roads:
        aimed_at = road.holder == 1 - s and road.crossing == crossing and road.flow != 0.0
        if aimed_at and hostile_distance(w, road) <= p.strike_reach:
            chance = hit_chance(sorties * abs(road.flow) / traffic, p.strike_accuracy)
            if uniform(w.key, day, INTERDICTION, of_pair(road.id, w.sides[s].id)) < chance:
                road.damage = min(1.0, road.damage + damage)
                w.ledger[day][reason + 1 - s] += 1.0

"""Strikes: sorties against the roads and crossings by which the enemy is supplied."""

import math

from sim.vocabulary import LEDGER
from sim.world.chance import INTERDICTION, of_pair, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Road, World

ROADS_HIT = LEDGER.index("roads_hit_0")
CROSSINGS_HIT = LEDGER.index("crossings_hit_0")


@rule
def hit_chance(sorties: float, accuracy: float) -> float:
    """Return the chance that at least one of so many sorties hits, were hits as rare as Poisson's: 1 - e^(-n a)."""
    return 1.0 - math.exp(-sorties * accuracy)


@rule
def hits(drawn: float, sorties: float, accuracy: float) -> bool:
    """Return whether any of so many sorties hits by a draw; no chance is above the hits that are to be expected."""
    return drawn < sorties * accuracy and drawn < hit_chance(sorties, accuracy)


@rule
def is_target(p: Constants, road: Road) -> bool:
    """Return whether the enemy may strike a road: supplies went by it yesterday, and it lies in reach."""
    return road.flow != 0.0 and road.holder >= 0 and road.owner < 0 and road.hostile <= p.strike_reach


@rule
def strike(w: World, p: Constants, day: int) -> None:
    """Let both sides spread their sorties over the enemy's open roads, and over his crossings, by their traffic."""
    observe_traffic(w, p)
    for road in w.roads:
        if is_target(p, road):
            owner, enemy = w.sides[road.holder], w.sides[1 - road.holder]
            if road.crossing == 1:
                sorties = enemy.crossing_strikes * enemy.intelligence
                strike_road(w, p, day, road, sorties, owner.crossing_traffic, p.crossing_damage, CROSSINGS_HIT)
            else:
                sorties = enemy.road_strikes * enemy.intelligence
                strike_road(w, p, day, road, sorties, owner.road_traffic, p.road_damage, ROADS_HIT)


@rule
def observe_traffic(w: World, p: Constants) -> None:
    """Add up the traffic of each side on its roads and crossings in the enemy's reach."""
    for side in w.sides:
        side.road_traffic = 0.0
        side.crossing_traffic = 0.0
    for road in w.roads:
        if is_target(p, road):
            owner = w.sides[road.holder]
            if road.crossing == 1:
                owner.crossing_traffic += abs(road.flow)
            else:
                owner.road_traffic += abs(road.flow)


@rule
def strike_road(
    w: World, p: Constants, day: int, road: Road, sorties: float, traffic: float, damage: float, reason: int
) -> None:
    """Aim at a road its part of the sorties that find a target; one that hits takes ``damage`` of its capacity."""
    if sorties <= 0.0:
        return
    drawn = uniform(w.key, day, INTERDICTION, of_pair(road.id, w.sides[1 - road.holder].id))
    if hits(drawn, sorties * abs(road.flow) / traffic, p.strike_accuracy):
        road.damage = min(1.0, road.damage + damage)
        w.ledger[day][reason + road.holder] += 1.0

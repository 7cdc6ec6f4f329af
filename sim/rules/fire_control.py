"""Fire control: how much of what travels on a road the enemy's drones destroy from hostile ground nearby."""

import math

from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Road, World


@rule
def survival(hazard: float, length: float) -> float:
    """Return the share of traffic that passes ``length`` km of road at ``hazard`` per km: e^(-hL)."""
    return math.exp(-hazard * length)


@rule
def hostile_distance(w: World, road: Road) -> float:
    """Return the mean distance of a road's ends to hostile ground, km."""
    a, b = w.places[road.a].hostile, w.places[road.b].hostile
    return FAR if a >= FAR or b >= FAR else 0.5 * (a + b)


@rule
def fire_control(w: World, p: Laws, road: Road) -> float:
    """Return the hazard per km of a road's traffic: enemy drones see it from hostile ground within their reach."""
    if road.holder < 0 or w.conditions[0].ceasefire == 1:
        return 0.0
    enemy = w.sides[1 - road.holder]
    sight = p.drone_sight_least + (1.0 - p.drone_sight_least) * enemy.intelligence
    return p.exposure * enemy.drones * sight * math.exp(-hostile_distance(w, road) / p.drone_reach)


@rule
def control_by_fire(w: World, p: Laws) -> None:
    """Put every road under today's fire."""
    for road in w.roads:
        road.hazard = fire_control(w, p, road)

"""Fire control: how much of what travels on a road the enemy's drones destroy from hostile ground nearby."""

import math

from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Road, World


@rule
def survival(hazard: float, length: float) -> float:
    """Return the share of traffic that passes ``length`` km of road at ``hazard`` per km: e^(-hL)."""
    return math.exp(-hazard * length)


@rule
def measure_road(w: World, p: Constants, road: Road) -> None:
    """Measure how far a road is from hostile ground, and how many of the drones there reach it: e^(-d / reach)."""
    a, b = w.places[road.a], w.places[road.b]
    road.holder = a.holder if b.holder == a.holder else -1
    if road.owner not in (-1, road.holder):
        road.holder = -1
    road.hostile = FAR if a.hostile >= FAR or b.hostile >= FAR else 0.5 * (a.hostile + b.hostile)
    road.watched = math.exp(-road.hostile / p.drone_reach)


@rule
def drones_in_use(w: World, s: int) -> float:
    """Return the density of side ``s``'s drones: strikes on their crews silence some, the more the enemy sees there."""
    enemy = w.sides[1 - s]
    return w.sides[s].drones * (1.0 - enemy.counter_drone * enemy.depth)


@rule
def drone_sight(p: Constants, coverage: float) -> float:
    """Return the share of what they could see that drones find: some even without reconnaissance."""
    return p.drone_sight_least + (1.0 - p.drone_sight_least) * coverage


@rule
def drone_hazard(w: World, p: Constants, s: int, watched: float) -> float:
    """Return the hazard per km of side ``s``'s traffic where so large a share of the enemy's drones reaches it.

    Strikes on their crews silence some, the more the side sees behind the enemy's front.
    """
    if w.conditions[0].ceasefire == 1:
        return 0.0
    return p.exposure * drones_in_use(w, 1 - s) * drone_sight(p, w.sides[1 - s].intelligence) * watched


@rule
def control_by_fire(w: World, p: Constants) -> None:
    """Put every road under today's fire: enemy drones see its traffic from hostile ground within their reach."""
    on_first, on_second = drone_hazard(w, p, 0, 1.0), drone_hazard(w, p, 1, 1.0)
    for road in w.roads:
        if road.holder < 0:
            road.hazard = 0.0
        else:
            road.hazard = road.watched * (on_first if road.holder == 0 else on_second)

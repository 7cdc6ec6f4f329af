"""Interdiction: what strikes and raids take from the enemy's roads and depots, and how they recover."""

from sim.rules.depth.assembly_areas import strike_assembly_areas
from sim.rules.depth.command_posts import recover_command, strike_command_posts
from sim.rules.depth.fire_control import control_by_fire
from sim.rules.depth.raids import raid
from sim.rules.depth.strikes import strike
from sim.rules.supply.depots import repair_depots, strike_depots
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World


@rule
def interdict(w: World, p: Constants, day: int) -> None:
    """Let each side strike and raid behind the other's line, and watch the roads with drones."""
    if w.conditions[0].ceasefire == 0:
        strike(w, p, day)
        for s in range(2):
            strike_depots(w, p, day, s)
            strike_assembly_areas(w, p, day, s)
            strike_command_posts(w, p, day, s)
            raid(w, p, day, s)
    control_by_fire(w, p)


@rule
def repair(w: World, p: Constants) -> None:
    """Repair roads, crossings, depots and command for a day."""
    repair_roads(w, p)
    repair_depots(w, p)
    recover_command(w, p)


@rule
def repair_roads(w: World, p: Constants) -> None:
    """Repair roads and crossings for a day."""
    for road in w.roads:
        if road.damage > 0.0:
            road.damage = max(0.0, road.damage - (p.crossing_repair if road.crossing == 1 else p.road_repair))

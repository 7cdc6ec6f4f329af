"""Raids: special forces behind the line disrupt the enemy's busiest road within their reach."""

import math

from sim.vocabulary import LEDGER, PRESENT, SPECIAL
from sim.world.chance import RAID, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

RAIDS = LEDGER.index("raids_0")


@rule
def raid(w: World, p: Constants, day: int, s: int) -> None:
    """Let each of side ``s``'s special forces try its luck; what a raid may hope for depends on what the side sees."""
    side = w.sides[s]
    if side.raids <= 0.0:
        return
    chance = p.raid_success * side.intelligence
    for formation in w.formations:
        is_raider = formation.side == s and formation.kind == SPECIAL and formation.status == PRESENT
        if is_raider and uniform(w.key, day, RAID, formation.id) < chance:
            target = busiest_road(w, p, formation)
            if target >= 0:
                w.roads[target].damage = min(1.0, w.roads[target].damage + side.raids)
                w.ledger[day][RAIDS + 1 - s] += 1.0


@rule
def busiest_road(w: World, p: Constants, formation: Formation) -> int:
    """Return the enemy road in reach that carried most yesterday, or -1."""
    base = w.places[formation.place]
    busiest, carried = -1, 0.0
    for n in range(len(w.roads)):
        road = w.roads[n]
        if road.holder == 1 - formation.side and road.owner < 0 and abs(road.flow) > carried:
            east = 0.5 * (w.places[road.a].east + w.places[road.b].east) - base.east
            north = 0.5 * (w.places[road.a].north + w.places[road.b].north) - base.north
            if math.sqrt(east * east + north * north) <= p.raid_reach:
                busiest, carried = n, abs(road.flow)
    return busiest

"""Strikes: sorties against the roads and crossings by which the enemy is supplied."""

from sim.rules.depth.hits import number_of_hits
from sim.rules.depth.vital_roads import most_vital
from sim.vocabulary import LEDGER
from sim.world.chance import INTERDICTION, of_pair, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World

ROADS_HIT = LEDGER.index("roads_hit_0")
CROSSINGS_HIT = LEDGER.index("crossings_hit_0")


@rule
def strike(w: World, p: Constants, day: int) -> None:
    """Let both sides strike the enemy's roads and his crossings, each where a hit holds up most of his supplies."""
    for s in range(2):
        side = w.sides[s]
        strike_vital_road(w, p, day, s, 0, side.road_strikes, p.road_damage, ROADS_HIT)
        strike_vital_road(w, p, day, s, 1, side.crossing_strikes, p.crossing_damage, CROSSINGS_HIT)


@rule
def strike_vital_road(
    w: World, p: Constants, day: int, s: int, crossing: int, sorties: float, damage: float, reason: int
) -> None:
    """Send the sorties of a side that find a target to one road or crossing; a hit takes ``damage`` of its capacity."""
    aimed = sorties * w.sides[s].intelligence
    drawn = uniform(w.key, day, INTERDICTION, of_pair(w.sides[s].id, crossing))
    hits = number_of_hits(drawn, aimed * p.strike_accuracy)
    if hits > 0.0:
        target = most_vital(w, p, 1 - s, crossing, damage)
        if target >= 0:
            w.roads[target].damage = min(1.0, w.roads[target].damage + hits * damage)
            w.ledger[day][reason + 1 - s] += hits

"""Command posts: strikes on them add to the lag of the enemy's orders, and set back the assaults that he prepares."""

from sim.rules.depth.assembly_areas import is_massed, set_back
from sim.rules.depth.hits import hit_chance
from sim.vocabulary import LEDGER
from sim.world.chance import COMMAND, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World

COMMAND_HIT = LEDGER.index("command_hit_0")


@rule
def strike_command_posts(w: World, p: Constants, day: int, s: int) -> None:
    """Let side ``s`` strike at the enemy's command posts, as far as it sees behind his front."""
    side, enemy = w.sides[s], w.sides[1 - s]
    chance = hit_chance(side.command_strikes * side.depth, p.strike_accuracy)
    drawn = uniform(w.key, day, COMMAND, side.id)
    if drawn < chance:
        enemy.disrupted += p.command_delay
        for formation in w.formations:
            if formation.side != s and is_massed(formation):
                set_back(p, formation, int(p.command_delay + drawn / chance))
        w.ledger[day][COMMAND_HIT + 1 - s] += 1.0


@rule
def recover_command(w: World, p: Constants) -> None:
    """Let command recover a day's share of its delay."""
    for side in w.sides:
        side.disrupted *= 1.0 - p.command_recovery

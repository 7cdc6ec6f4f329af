"""Assembly areas: deep fires hit troops massed for an assault, as far as a side sees behind the enemy's front."""

from sim.rules.battle.losses import lose
from sim.rules.depth.hits import hit_chance
from sim.vocabulary import ASSAULT, LEDGER, PRESENT
from sim.world.chance import ASSEMBLY, of_pair, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

LOST_ASSEMBLING = LEDGER.index("lost_assembling_0")
ASSEMBLIES_HIT = LEDGER.index("assemblies_hit_0")


@rule
def is_massed(formation: Formation) -> bool:
    """Return whether a formation is massed for an assault, prepared or under way."""
    return formation.status == PRESENT and formation.order == ASSAULT


@rule
def set_back(p: Constants, formation: Formation, days: int) -> None:
    """Take days from the preparation of an assault that is not under way."""
    if formation.prepared < p.preparation:
        formation.prepared = max(0, formation.prepared - days)


@rule
def strike_assembly_areas(w: World, p: Constants, day: int, s: int) -> None:
    """Spread side ``s``'s sorties over the enemy's massed troops by their men.

    Hits cost men, and who still prepares his assault some of the preparation.
    """
    side, enemy = w.sides[s], w.sides[1 - s]
    sorties = side.assembly_strikes * side.depth * (1.0 - enemy.deception)
    if sorties <= 0.0:
        return
    men = 0.0
    for formation in w.formations:
        if formation.side != s and is_massed(formation):
            men += formation.strength
    if men <= 0.0:
        return
    for formation in w.formations:
        if formation.side != s and is_massed(formation):
            chance = hit_chance(sorties * formation.strength / men, p.strike_accuracy)
            drawn = uniform(w.key, day, ASSEMBLY, of_pair(formation.id, side.id))
            if drawn < chance:
                lose(w, day, formation, min(formation.strength, p.assembly_loss), LOST_ASSEMBLING)
                set_back(p, formation, int(p.assembly_delay + drawn / chance))
                w.ledger[day][ASSEMBLIES_HIT + 1 - s] += 1.0

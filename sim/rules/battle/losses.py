"""Losses: men who leave a formation's ranks, as casualties, prisoners or stragglers, and the stocks they leave behind.

Nobody is lost twice or forgotten: present, casualties, prisoners and dispersed always sum to those there at first.
"""

from sim.vocabulary import LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.state import Formation, World

SURRENDERED = LEDGER.index("surrendered_0")
DISPERSED = LEDGER.index("dispersed_0")
ABANDONED = LEDGER.index("supply_abandoned_0")


@rule
def count_anew(w: World) -> None:
    """Begin to count what each formation loses today, and how far it is pressed and attacks."""
    for formation in w.formations:
        if formation.status == PRESENT:
            formation.loss = 0.0
            formation.pressed = 0.0
            formation.attacking = 0.0


@rule
def fall_out(w: World, day: int, formation: Formation, men: float, cause: int) -> None:
    """Take men out of a formation's ranks and note the cause in the ledger."""
    if men <= 0.0:
        return
    formation.loss = min(1.0, formation.loss + (1.0 - formation.loss) * men / formation.strength)
    formation.strength -= men
    w.sides[formation.side].lost += men
    w.ledger[day][cause + formation.side] += men


@rule
def lose(w: World, day: int, formation: Formation, men: float, cause: int) -> None:
    """Count men as killed, wounded or missing."""
    fall_out(w, day, formation, men, cause)
    formation.casualties += men


@rule
def surrender(w: World, day: int, formation: Formation, men: float) -> None:
    """Count men as prisoners."""
    fall_out(w, day, formation, men, SURRENDERED)
    formation.captured += men


@rule
def disperse(w: World, day: int, formation: Formation) -> None:
    """Count all that is left of a formation as stragglers."""
    formation.dispersed += formation.strength
    fall_out(w, day, formation, formation.strength, DISPERSED)


@rule
def abandon_stock(w: World, day: int, formation: Formation) -> None:
    """Leave a formation's supplies behind."""
    w.ledger[day][ABANDONED + formation.side] += formation.stock
    formation.stock = 0.0

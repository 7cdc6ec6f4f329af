"""Culmination: what attacking costs an attacker's power to attack, until it is relieved and refits.

An attack weakens as it goes on, however well it goes (Clausewitz 1832, book VII: the culminating point). Replacements
fill the ranks of a formation that attacks; what it could do with those whom it lost comes back only with rest.
"""

from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation


@rule
def tire(p: Constants, formation: Formation) -> None:
    """Strain a formation by what it loses on a day of assault, else let those of it refit who are not pressed.

    From the whole of its strain on it is spent: it is relieved, and assaults no more until nothing of it is left.
    """
    if formation.attacking > 0.0:
        formation.strain = strained(formation.strain, formation.loss, p.relief_losses)
    else:
        formation.strain = refitted(formation.strain, 1.0 - formation.pressed, p.refit_days)
    if formation.strain >= 1.0:
        formation.spent = 1
    elif formation.strain <= 0.0:
        formation.spent = 0


@rule
def strained(strain: float, loss: float, relief_losses: float) -> float:
    """Return the strain after a day of assault that cost a share ``loss`` of a formation's men, at most 1."""
    return min(1.0, strain + loss / relief_losses)


@rule
def refitted(strain: float, resting: float, days: float) -> float:
    """Return the strain after a day on which a share of a formation rests; all of it takes ``days``, at least 0."""
    return max(0.0, strain - resting / days)


@rule
def vigour(p: Constants, strain: float) -> float:
    """Return the share of its power with which a strained formation still attacks."""
    return 1.0 - p.exhaustion * strain

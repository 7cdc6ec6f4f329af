"""Aid: what supporters lend - reconnaissance, arms and money - and how long arms at hand outlast the deliveries."""

from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World


@rule
def receive_aid(w: World, p: Constants) -> None:
    """Add up what supporters give each side today: coverage, money, and arms that join those at hand."""
    for s in range(2):
        side = w.sides[s]
        lent, delivered, paid = 0.0, 1.0, 1.0
        for supporter in w.supporters:
            if supporter.side == s:
                lent += supporter.coverage * supporter.intelligence
                delivered -= supporter.share * (1.0 - supporter.materiel)
                paid -= supporter.money_share * (1.0 - supporter.money)
        side.lent_coverage = lent
        side.materiel = arms_at_hand(side.materiel, max(0.0, delivered), p.materiel_days)
        side.money = max(0.0, paid)


@rule
def arms_at_hand(level: float, delivered: float, days: float) -> float:
    """Return a side's level of foreign arms a day later: it follows the deliveries over so many days."""
    return level + (delivered - level) / max(1.0, days)

"""Diplomacy: supporters follow the momentum they perceive."""

from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Supporter, World


@rule
def gather_momentum(w: World, p: Constants, day: int) -> None:
    """Update each side's momentum: the contested ground gained a day, smoothed over weeks."""
    gained = 0.0
    for place in w.places:
        if place.contested == 1 and place.taken == day:
            gained += place.area if place.holder == 0 else -place.area
    for s in range(2):
        side = w.sides[s]
        today = (gained if s == 0 else -gained) / p.momentum_ground
        side.momentum += (today - side.momentum) / p.momentum_days


@rule
def reconsider(w: World, supporter: Supporter) -> None:
    """Let a supporter's arms deliveries follow its side's momentum, up to what it has declared it can give."""
    side = w.sides[supporter.side]
    supporter.materiel = min(1.0, max(0.0, supporter.materiel + supporter.follows * side.momentum))

"""Skirmish: the daily price of lying opposite an enemy, without an assault."""

from sim.rules.attrition import loss_rate
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Place, World


@rule
def skirmish(w: World, p: Laws, place: Place) -> None:
    """Add what the men of a place lose today to the enemies around it, each of whom spreads over its own front."""
    if place.fronts == 0 or place.men <= 0.0:
        return
    enemy = w.sides[1 - place.holder]
    reference = p.reference_aimed + (1.0 - p.reference_aimed) * p.reference_density
    rate = p.quiet * p.attacker_rate / (reference * place.terrain)
    men = place.men / place.fronts
    room = p.saturation * place.area / place.fronts
    for neighbour in w.neighbours[place.first : place.last]:
        beyond = w.places[neighbour.place]
        if beyond.holder != place.holder and beyond.men > 0.0:
            lost = loss_rate(men, beyond.power / beyond.fronts, rate, p.weiss, enemy.aimed, room)
            place.defence_loss += lost / place.men

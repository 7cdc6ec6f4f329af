"""Strength: what a formation can do with the men, supplies and heart it has."""

from sim.vocabulary import PRESENT
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World


@rule
def fighting_power(w: World, p: Constants, formation: Formation) -> float:
    """Return men weighted by quality, supplies, morale and the foreign materiel that their side relies on.

    A man whose morale is wholly broken keeps ``morale_floor`` of his value.
    """
    side = w.sides[formation.side]
    heart = p.morale_floor + (1.0 - p.morale_floor) * formation.morale
    arms = 1.0 - side.reliance * (1.0 - side.materiel)
    return formation.strength * formation.quality * formation.effect * heart * arms


@rule
def muster(w: World, p: Constants) -> None:
    """Count men and fighting power in every place, and how well its defenders are dug in."""
    for place in w.places:
        place.men = 0.0
        place.power = 0.0
        place.dug_in = 0.0
    for formation in w.formations:
        if formation.status == PRESENT:
            place = w.places[formation.place]
            place.men += formation.strength
            place.power += fighting_power(w, p, formation)
            place.dug_in += formation.dug_in * formation.strength
    for place in w.places:
        if place.men > 0.0:
            place.dug_in /= place.men

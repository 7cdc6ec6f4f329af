"""Civilians: harm from fire that misses, flight from the front, and return."""

import math

from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Place, World


@rule
def missed_fire_harm(fire: float, aimed: float, density: float, people: float, harm: float) -> float:
    """Return civilians harmed by the fire that finds no soldier: kappa F (1-mu)(1-rho) n (Kress and Szechtman 2009)."""
    return harm * fire * (1.0 - aimed) * (1.0 - density) * people


@rule
def exposure(p: Constants, fire: float, area: float) -> float:
    """Return the share of a place's people who are exposed to so many men firing at it: 1 - e^(-fire a km2)."""
    if p.flight_fire <= 0.0:
        return 1.0
    return 1.0 - math.exp(-fire / (area * p.flight_fire))


@rule
def gather_fire(w: World, p: Constants) -> None:
    """Count the enemies who fire at each place: those who assault it, with guns and bombs, and those beside it."""
    for place in w.places:
        place.fire = 0.0
        if place.fronts > 0 and w.conditions[0].ceasefire == 0:
            enemy = w.sides[1 - place.holder]
            place.fire = place.attack * (1.0 + enemy.artillery + enemy.bombing)
            for neighbour in w.neighbours[place.first : place.last]:
                beyond = w.places[neighbour.place]
                if beyond.holder != place.holder:
                    place.fire += p.quiet * beyond.power / beyond.fronts


@rule
def fire_felt(w: World, p: Constants, place: Place) -> float:
    """Return the fire that people of a place feel: at them, or, by its distance, at neighbouring own ground."""
    felt = place.fire
    for neighbour in w.neighbours[place.first : place.last]:
        beside = w.places[neighbour.place]
        if beside.holder == place.holder and beside.fire > felt:
            felt = max(felt, beside.fire * math.exp(-neighbour.km / p.flight_reach))
    return felt


@rule
def suffer(w: World, p: Constants) -> None:
    """Harm civilians under fire, let them flee from it, and let them come home where it is quiet."""
    gather_fire(w, p)
    for place in w.places:
        if place.hostile <= p.flight_distance and w.conditions[0].ceasefire == 0:
            density = min(1.0, place.men / (p.saturation * place.area))
            people = place.civilians / place.area
            harmed = missed_fire_harm(place.fire, w.sides[1 - place.holder].aimed, density, people, p.civilian_harm)
            harmed = min(place.civilians, harmed)
            place.harmed += harmed
            place.civilians -= harmed
            place.civilians -= p.flight * exposure(p, fire_felt(w, p, place), place.area) * place.civilians
        elif place.holder == place.home:
            place.civilians += p.homecoming * max(0.0, place.population - place.harmed - place.civilians)

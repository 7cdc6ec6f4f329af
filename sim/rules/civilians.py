"""Civilians: harm from fire that misses, flight from the front, and return."""

from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import World


@rule
def missed_fire_harm(fire: float, aimed: float, density: float, people: float, harm: float) -> float:
    """Return civilians harmed by the fire that finds no soldier: kappa F (1-mu)(1-rho) n (Kress and Szechtman 2009)."""
    return harm * fire * (1.0 - aimed) * (1.0 - density) * people


@rule
def suffer(w: World, p: Laws) -> None:
    """Harm civilians near the fighting, let them flee, and let them come home where it is quiet."""
    for place in w.places:
        if place.hostile <= p.flight_distance and w.conditions[0].ceasefire == 0:
            fire = place.attack
            for neighbour in w.neighbours[place.first : place.last]:
                beyond = w.places[neighbour.place]
                if beyond.holder != place.holder:
                    fire += p.quiet * beyond.power / beyond.fronts
            density = min(1.0, place.men / (p.saturation * place.area))
            people = place.civilians / place.area
            harmed = missed_fire_harm(fire, w.sides[1 - place.holder].aimed, density, people, p.civilian_harm)
            harmed = min(place.civilians, harmed)
            place.harmed += harmed
            place.civilians -= harmed
            place.civilians -= p.flight * place.civilians
        elif place.holder == place.home:
            place.civilians += p.homecoming * max(0.0, place.population - place.harmed - place.civilians)

"""Trucks: how many a demand takes, how they are shared when too few, lost on the way and replaced."""

from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World


@rule
def truck_days(p: Constants, mud: float, haul: float) -> float:
    """Return truck-days a tonne needs: payload and the round trips a truck makes in a day (FM 55-15's rule)."""
    hours = 2.0 * haul / (p.truck_speed * (1.0 - mud)) + p.turnaround
    return hours / (p.truck_hours * p.payload)


@rule
def replaced(trucks: float, most: float, replacement: float, response: float, needed: float) -> float:
    """Return how many trucks there are a day later.

    Replacements make up losses. Beyond that comes a share ``response`` of what the demand of the day lacks.
    """
    whole = min(max(trucks, most), trucks + replacement)
    return whole + response * max(0.0, needed - whole)


@rule
def replace_trucks(w: World, p: Constants) -> None:
    """Replace what each side and each depot of its own trucks lost, by what was needed yesterday."""
    for side in w.sides:
        side.trucks = replaced(side.trucks, side.most_trucks, side.replacement, p.truck_response, side.trucks_needed)
        side.trucks_needed = 0.0
    for place in w.places:
        if place.trucks >= 0.0:
            place.trucks = replaced(place.trucks, place.most_trucks, 0.0, p.truck_response, place.trucks_needed)
            place.trucks_needed = 0.0


@rule
def count_need(w: World, p: Constants, formation: Formation, haul: float) -> None:
    """Add the trucks that a formation's demand takes to those asked of its depot, or of its side."""
    needed = formation.wanted * truck_days(p, w.conditions[0].mud, haul)
    depot = w.places[formation.supplier]
    if depot.trucks >= 0.0:
        depot.trucks_needed += needed
    else:
        w.sides[formation.side].trucks_needed += needed


@rule
def ration(w: World, formation: Formation) -> float:
    """Return the share of its demand that trucks can carry to a formation: the same for all that they serve."""
    depot, side = w.places[formation.supplier], w.sides[formation.side]
    trucks, needed = side.trucks, side.trucks_needed
    if depot.trucks >= 0.0:
        trucks, needed = depot.trucks, depot.trucks_needed
    return 1.0 if needed <= trucks else trucks / needed


@rule
def lose_trucks(w: World, formation: Formation, wrecks: float) -> None:
    """Take trucks that were lost on the way to a formation from those that serve it."""
    if wrecks <= 0.0:
        return
    side = w.sides[formation.side]
    depot = w.places[formation.supplier]
    if depot.trucks >= 0.0:
        lost = min(depot.trucks, wrecks)
        depot.trucks -= lost
    else:
        lost = min(side.trucks, wrecks)
        side.trucks -= lost
    side.lost_trucks += lost

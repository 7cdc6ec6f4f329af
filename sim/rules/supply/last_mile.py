"""The last mile: supplies come across country, over adjoining own ground, to troops to whom no road leads."""

import math

from sim.rules.depth.fire_control import drone_hazard
from sim.vocabulary import CRUMB, FAR
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Place, World


@rule
def reach_across_country(w: World, p: Constants) -> None:
    """Reach all troops to whom no road leads and that a haul across country still can."""
    if p.last_mile <= 0.0:
        return
    for place in w.places:
        if place.route >= FAR and place.men > 0.0 and place.carried_across < p.last_mile_capacity - CRUMB:
            carry_across_country(w, p, place)


@rule
def carry_across_country(w: World, p: Constants, place: Place) -> None:
    """Reach a place from the adjoining own place from which that costs least, if a road or a depot reaches any.

    A kilometre across country takes as long as ``last_mile`` kilometres of road, under fire for as long. One such
    haul joins one place to a road: what lies deeper is not reached.
    """
    hazard = drone_hazard(w, p, place.holder, math.exp(-place.hostile / p.drone_reach))
    for neighbour in w.neighbours[place.first : place.last]:
        beside = w.places[neighbour.place]
        if beside.holder != place.holder or beside.across >= 0 or beside.route >= FAR:
            continue
        way = p.last_mile * neighbour.km
        cost = way * (1.0 + p.danger_aversion * hazard)
        if beside.route + cost < place.route:
            place.route = beside.route + cost
            place.haul = beside.haul + way
            place.risk = beside.risk + hazard * way
            place.across = neighbour.place
            place.source = beside.source


@rule
def room_across_country(p: Constants, place: Place) -> float:
    """Return what may still come to a place across country today, t; without end if its supplies come by road."""
    return p.last_mile_capacity - place.carried_across if place.across >= 0 else FAR


@rule
def track_share(p: Constants, place: Place) -> float:
    """Return the share of what is wanted across country in a place that can come: the same for all who stand there."""
    return 1.0 if place.wanted_across <= p.last_mile_capacity else p.last_mile_capacity / place.wanted_across

"""Refinement: the same theatre on a finer mesh, to show what of a result the mesh has made."""

import math

from sim.scenario.scenario import Scenario
from sim.scenario.theatre import PlaceDeclared, RoadDeclared

DEGREE = 111.2
"""Kilometres a degree of latitude."""
TURN = 2.4
"""Angle between the hamlets of one place and those of the next, in radians, so that they lie in all directions."""


def refined(scenario: Scenario, hamlets: int, km: float = 1.5, around: float = 30.0) -> Scenario:
    """Return a scenario with so many hamlets beside every place of the contested region near the held ones.

    A hamlet lies ``km`` beside its place, is held with it and differs from it in nothing but that nobody stands there,
    nobody lives there and it stands for nothing; a track joins the two. Near is within ``around`` km.
    """
    theatre = scenario.theatre
    places, roads = dict(theatre.places), list(theatre.roads)
    held = {name: list(names) for name, names in scenario.held.items()}
    posts = [theatre.places[name] for names in held.values() for name in names]
    for n, (name, place) in enumerate(theatre.places.items()):
        if place.region not in scenario.contested or min(_km(place, post) for post in posts) > around:
            continue
        for k in range(hamlets):
            hamlet = f"{name} {k + 2}"
            places[hamlet] = _beside(place, km, TURN * n + 2 * math.pi * k / hamlets)
            roads.append(RoadDeclared.model_validate({"from": name, "to": hamlet, "km": km, "class": "local"}))
            for names in held.values():
                if name in names:
                    names.append(hamlet)
    finer = theatre.model_copy(update={"places": places, "roads": roads})
    return scenario.model_copy(update={"theatre": finer, "held": held})


def _beside(place: PlaceDeclared, km: float, angle: float) -> PlaceDeclared:
    north, east = km * math.cos(angle), km * math.sin(angle)
    lat, lon = place.lat + north / DEGREE, place.lon + east / (DEGREE * math.cos(math.radians(place.lat)))
    return place.model_copy(update={"lat": lat, "lon": lon, "population": 0, "symbol": 0.0})


def _km(one: PlaceDeclared, other: PlaceDeclared) -> float:
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return DEGREE * math.hypot(one.lat - other.lat, east)

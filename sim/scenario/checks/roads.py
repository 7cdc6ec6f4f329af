"""Roads: whether each one, as declared, can exist."""

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from typing import Final

from sim.scenario.events import RoadIsDamaged
from sim.scenario.files.faults import Finding
from sim.scenario.files.located import Steps
from sim.scenario.scenario import Scenario

EARTH_RADIUS: Final = 6371.0
"""Mean radius of the Earth, km."""
ROUNDING: Final = 0.95
"""A road shorter than this share of the straight line is no rounding of kilometres."""
TENTH: Final = 0.1
"""Kilometres to which lengths are told."""


def check_roads(scenario: Scenario) -> Iterator[Finding]:
    """Find roads that lead nowhere, stand twice, are too short, or are damaged without being there."""
    places = scenario.theatre.places
    seen: set[frozenset[str]] = set()
    for position, road in enumerate(scenario.theatre.roads):
        steps: Steps = ("theatre", "roads", position)
        pair = frozenset((road.start, road.end))
        if road.start == road.end:
            yield Finding("error", steps, f'the road leads from "{road.start}" to itself', "correct one end")
        elif pair in seen:
            yield Finding("warning", steps, f"a road {road.start} - {road.end} stands above", "keep one of the two")
        elif pair <= places.keys():
            here, there = places[road.start], places[road.end]
            straight = distance(here.lat, here.lon, there.lat, there.lon)
            if road.km < min(straight * ROUNDING, straight - TENTH):
                message = f"{road.km:g} km is less than the {straight:.1f} km of the straight line"
                yield Finding("warning", steps, message, "correct the length or the coordinates")
        seen.add(pair)
    for steps, start, end in roads_hit(scenario):
        if {start, end} <= places.keys() and frozenset((start, end)) not in seen:
            yield Finding("error", steps, f"there is no road {start} - {end}", "declare it in theatre.roads")


def roads_hit(scenario: Scenario) -> Iterator[tuple[Steps, str, str]]:
    """Return the two ends of each road that is damaged on the first day or later."""
    for position, road in enumerate(scenario.damaged):
        yield ("damaged", position), road.start, road.end
    for position, event in enumerate(scenario.events):
        if isinstance(event, RoadIsDamaged):
            yield ("events", position), event.start, event.end


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points by the haversine formula, km."""
    south, north = radians(lat), radians(other_lat)
    rise = sin((north - south) / 2) ** 2
    spread = sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(rise + cos(south) * cos(north) * spread))

"""Survey: whether a theatre's map can be measured - its projection, its places and the ground of each."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import shapely
from pyproj import CRS, Geod
from pyproj.exceptions import CRSError
from shapely import Point
from shapely.geometry.base import BaseGeometry

from sim.scenario.checks.entanglement import MOST_CROSSINGS, MOST_MENDED, MOST_OVERLAPS, crossings_of
from sim.scenario.files.faults import Finding
from sim.scenario.files.geographic_layer import unwrapped
from sim.scenario.files.located import Steps
from sim.scenario.ground import METRES, MOST_KEPT, Ground, ground_of
from sim.scenario.scenario import Scenario
from sim.scenario.theatre import PlaceDeclared

PROJECTION: Final[Steps] = ("theatre", "projection")
EARTH: Final = Geod(ellps="WGS84")
STEP: Final = 0.02
"""Half the side of the square around a place by which a map is compared with the earth, degrees."""
AREA_ERROR: Final = 0.01
"""Share by which a map may miss the area of such a square."""
LENGTH_ERROR: Final = 0.25
"""Share by which it may miss its sides."""
SAME_POINT: Final = 0.001
"""Kilometres between two places that lie at one point."""
NEAR: Final = 10.0
"""Kilometres that a place may lie outside the outline of its region, which may be drawn coarsely."""


def check_map(scenario: Scenario) -> Iterator[Finding]:
    """Find a map that cannot be measured, and places without ground; what passes can be deployed."""
    theatre = scenario.theatre
    central = _central(theatre.places)
    use = f'use "+proj=laea +lat_0={central[1]:.0f} +lon_0={central[0]:.0f} +units=m", which keeps areas'
    crossing = list(_crossing(scenario))
    yield from crossing
    if any(each.severity == "error" for each in crossing):
        return
    try:
        ground = ground_of(theatre)
        wrong = _wrong_units(theatre.projection)
        strangers = [] if wrong or not np.isfinite(ground.positions).all() else list(_strangers(ground))
        if not any(stranger.severity == "error" for stranger in strangers):
            wrong = wrong or _wrong_measures(ground)
    except CRSError:
        wrong, strangers = f'"{theatre.projection}" is no projection that PROJ knows', []
    if wrong:
        yield Finding("error", PROJECTION, wrong, use)
        return
    yield from strangers
    faults = [*_coincident(ground), *_without_area(ground)]
    yield from faults or _without_ground(ground)


def _crossing(scenario: Scenario) -> Iterator[Finding]:
    """Yield a finding for each region whose outline crosses itself, and for outlines too entangled to be mended."""
    regions = scenario.theatre.regions
    points, crossings, can_be_mended = 0, 0, True
    for name, region in regions.items():
        wrong = [ring for ring in region.outline if not shapely.Polygon(ring).is_valid]
        points += sum(map(len, wrong))
        if wrong and points <= MOST_MENDED:
            crossings += crossings_of(wrong, MOST_CROSSINGS)
        can_be_mended = points <= MOST_MENDED and crossings <= MOST_CROSSINGS
        if wrong:
            often = f" more than {MOST_CROSSINGS:,} times" if crossings > MOST_CROSSINGS else ""
            remedy = "mend it in a map program; what it encloses is not certain"
            where = ("theatre", "regions", name, "file")
            yield Finding("warning" if can_be_mended else "error", where, f"the outline crosses itself{often}", remedy)
    rings = [ring for region in regions.values() for ring in region.outline]
    if can_be_mended and len(rings) > 1 and crossings_of(rings, MOST_OVERLAPS) > MOST_OVERLAPS:
        name = max(regions, key=lambda each: sum(map(len, regions[each].outline)))
        message = f"its polygons cross one another, or other regions, more than {MOST_OVERLAPS:,} times"
        yield Finding("error", ("theatre", "regions", name, "file"), message, "dissolve them in a map program")


def _central(places: dict[str, PlaceDeclared]) -> tuple[float, float]:
    line = unwrapped([(place.lon, place.lat) for place in places.values()])
    lon, lat = (float(np.median(axis)) for axis in zip(*line, strict=True))
    return (lon + 180.0) % 360.0 - 180.0, lat


def _wrong_units(projection: str) -> str | None:
    system = CRS.from_user_input(projection)
    if not system.is_projected:
        return f'"{projection}" is in degrees, and a map in metres is asked for'
    units = {axis.unit_name for axis in system.axis_info}
    return None if units <= {"metre"} else f'"{projection}" is in {", ".join(sorted(units))} and not in metres'


@lru_cache(MOST_KEPT)
def _wrong_measures(ground: Ground) -> str | None:
    """Return how far the map misses a small square around the place where it misses most, or None."""
    worst_area = worst_length = 0.0
    for place in ground.theatre.places.values():
        lat = min(89.0, max(-89.0, place.lat))
        half = STEP / math.cos(math.radians(lat))
        lons = [place.lon + half * sign for sign in (-1, 1, 1, -1)]
        lats = [lat + STEP * sign for sign in (-1, -1, 1, 1)]
        corners = np.column_stack(ground.project.transform(lons, lats)) / METRES
        if not np.isfinite(corners).all():
            return "the map does not reach the theatre"
        true_area = abs(EARTH.polygon_area_perimeter(lons, lats)[0]) / METRES**2
        worst_area = max(worst_area, abs(shapely.Polygon(corners).area / true_area - 1.0))
        for a, b in ((0, 1), (1, 2), (0, 2), (1, 3)):
            true_length = EARTH.line_length([lons[a], lons[b]], [lats[a], lats[b]]) / METRES
            worst_length = max(worst_length, abs(float(np.hypot(*(corners[b] - corners[a]))) / true_length - 1.0))
    if worst_area > AREA_ERROR:
        return f"the map does not keep areas: in the theatre they are off by {worst_area:.0%}"
    if worst_length > LENGTH_ERROR:
        return f"the map is made for another part of the world: in the theatre lengths are off by {worst_length:.0%}"
    return None


def _coincident(ground: Ground) -> Iterator[Finding]:
    seen: dict[tuple[int, int], str] = {}
    for name, (east, north) in zip(ground.theatre.places, ground.positions, strict=True):
        point = (round(east / SAME_POINT), round(north / SAME_POINT))
        other = seen.setdefault(point, name)
        if other != name:
            message = f'it lies where "{other}" lies'
            yield Finding("error", ("theatre", "places", name), message, "move one of the two, or leave it out")


def _without_area(ground: Ground) -> Iterator[Finding]:
    for name, region in ground.theatre.regions.items():
        if region.outline and not ground.regions[name].area > 0.0:
            message = "the outline encloses nothing"
            yield Finding("error", ("theatre", "regions", name, "file"), message, "draw a polygon around the region")


def _strangers(ground: Ground) -> Iterator[Finding]:
    """Yield a finding for each place that lies outside its region."""
    for (name, place), position in zip(ground.theatre.places.items(), ground.positions, strict=True):
        region = ground.regions.get(place.region or "")
        if region is None or region.is_empty:
            continue
        away = region.distance(Point(position))
        if away > SAME_POINT:
            severity, steps = "error" if away > NEAR else "warning", ("theatre", "places", name)
            message = f'the place lies {away:,.1f} km outside its region "{place.region}"'
            yield Finding(severity, steps, message, _where_instead(ground, place, region))  # type: ignore[arg-type]


def _where_instead(ground: Ground, place: PlaceDeclared, region: BaseGeometry) -> str:
    if region.contains(_drawn(ground, place.lat, place.lon)):
        return "latitude and longitude are exchanged, here or in the region's file"
    return "correct its coordinates, its region, or the outline"


def _drawn(ground: Ground, lon: float, lat: float) -> Point:
    east, north = ground.project.transform(lon, lat) if abs(lat) <= 90 else (math.inf, math.inf)  # noqa: PLR2004 - degrees
    return Point(east / METRES, north / METRES) if math.isfinite(east) else Point()


def _without_ground(ground: Ground) -> Iterator[Finding]:
    places = ground.theatre.places
    if not all(region.outline for region in ground.theatre.regions.values()):
        return
    if any(place.region is not None and place.region not in ground.theatre.regions for place in places.values()):
        return
    cells: Sequence[BaseGeometry] = ground.cells
    for (name, place), cell, position in zip(places.items(), cells, ground.positions, strict=True):
        if not cell.area > SAME_POINT:
            inside = [region for region, area in ground.regions.items() if area.contains(Point(position))]
            message, remedy = "no ground belongs to the place", "correct its coordinates or its region"
            if place.region is None and inside:
                message, remedy = f'the place lies in the region "{inside[0]}"', f'write `region: "{inside[0]}"`'
            yield Finding("error", ("theatre", "places", name), message, remedy)

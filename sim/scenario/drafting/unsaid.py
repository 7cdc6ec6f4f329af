"""What a map cannot say: who holds which place, and what is contested, guessed where no other file tells it."""

import math
from collections.abc import Iterable
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPoint, Point

from sim.scenario.checks.roads import EARTH_RADIUS, distance
from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.records import Record
from sim.scenario.files.geographic_layer import Layer

MARGIN: Final = 0.02
"""Degrees, at least, around the places of a guessed region."""
WIDE: Final = 0.25
"""That margin as a share of how far the sides are apart."""
KM_A_DEGREE: Final = math.radians(EARTH_RADIUS)


def sides_by_control(places: list[Record], controls: list[tuple[str, shapely.Geometry]]) -> None:
    """Give each place that no area of control covers the side of the nearest."""
    for record in places:
        at = Point(record.points[0])
        if not any(area.covers(at) for _, area in controls):
            record.values["side"] = min(controls, key=lambda each: shapely.distance(each[1], at))[0]


def sides_guessed(places: list[Record], standing: Iterable[tuple[float, float, str]], notes: Notes) -> None:
    """Give each place the side of the nearest formation or, where there is none, that of its half of the map.

    ``standing`` are longitude, latitude and side of formations.
    """
    troops = list(standing)
    if len({side for _, _, side in troops}) > 1:
        for record in places:
            ((lon, lat),) = record.points
            record.values["side"] = min(troops, key=lambda each: distance(lat, lon, each[1], each[0]))[2]
        notes.guessed.append("who holds what: each place by the nearest formation; give --control")
        return
    at = np.array([record.points[0] for record in places])
    wide, high = _extent(at)
    axis, low, great = (0, "West", "East") if wide > high else (1, "South", "North")
    middle = float(np.median(at[:, axis]))
    for record, value in zip(places, at[:, axis], strict=True):
        record.values["side"] = low if value < middle else great
    notes.guessed.append(f"who holds what: {low} and {great} of the middle of the map; give --control")


def _extent(at: NDArray[np.float64]) -> tuple[float, float]:
    """Return how wide and how high the map of some points is, km."""
    (west, south), (east, north) = at.min(axis=0), at.max(axis=0)
    middle = (south + north) / 2.0
    return distance(middle, west, middle, east), distance(south, west, north, west)


def region_between(places: list[Record], notes: Notes) -> Record:
    """Return a guessed region: the ground of the half of the places that is nearest to the enemy."""
    at = [(*record.points[0], record.values["side"]) for record in places]
    away = [
        min((distance(lat, lon, other[1], other[0]) for other in at if other[2] != side), default=0.0)
        for lon, lat, side in at
    ]
    near = sorted(range(len(at)), key=away.__getitem__)[: max((len(at) + 1) // 2, 2)]
    margin = max(MARGIN, WIDE * float(np.median([away[n] for n in near])) / KM_A_DEGREE)
    shape = MultiPoint([at[n][:2] for n in near]).convex_hull.buffer(margin, quad_segs=2)
    notes.guessed.append("what is contested: the ground between the two sides; give --region")
    ring = [(round(lon, 5), round(lat, 5)) for lon, lat in shape.exterior.coords]
    return Record("a guessed region", {"name": "Middle"}, layer=Layer(polygons=[[ring]]))

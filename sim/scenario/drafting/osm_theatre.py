"""A theatre from an OpenStreetMap extract: places, roads between them, the bridges those depend on, and rivers."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPoint, Point, mapping

from sim.scenario.drafting.crossings import Crossings
from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.osm_extract import SETTLEMENTS, Extract, Settlement
from sim.scenario.drafting.records import Record
from sim.scenario.drafting.road_net import links_between
from sim.scenario.drafting.units_on_the_map import counted

MOST: Final = 80
"""Places that are taken, the greatest first; the article's theatre has some fifty."""
AROUND: Final = 0.5
"""How far around the region places are taken, in its width and height."""
BUILT_UP: Final = ("city", "town")
"""Kinds of place whose ground is urban."""
MARGIN: Final = 0.02
"""Degrees around the places in which rivers are drawn."""
COARSE: Final = 0.001
"""Degrees within which the rivers of the map are drawn as they are."""


@dataclass
class OsmTheatre:
    """What is taken from an extract."""

    places: list[Record]
    roads: list[Record]
    rivers: dict[str, Any] | None
    """Layer (GeoJSON) of the rivers of the map."""


def osm_theatre(extract: Extract, where: str, within: shapely.Geometry | None, notes: Notes) -> OsmTheatre:
    """Return places and roads of an extract, in and around a region if there is one.

    What could not be used is added to ``notes``; ``where`` names the extract in messages.
    """
    chosen = _chosen(extract.settlements, within, notes)
    links, on_road = links_between(extract, np.array([(each.lon, each.lat) for each in chosen]).reshape(-1, 2))
    if astray := [each.name for each, joined in zip(chosen, on_road, strict=True) if not joined]:
        notes.left_out.append(f"{counted(astray, 'place')} without a road of its own in the net")
    names = _names(chosen)
    places = [_place(each, name, where) for each, name, joined in zip(chosen, names, on_road, strict=True) if joined]
    crossings = Crossings(extract, {name: (each.lon, each.lat) for each, name in zip(chosen, names, strict=True)})
    roads = []
    for link in links:
        over_river, bridge = crossings.of(link)
        said = {
            "from": names[link.start],
            "to": names[link.end],
            "class": link.road_class,
            "km": f"{link.km:.1f}",
            "ref": link.ref,
            "river": "yes" if over_river else "",
            "crossing": bridge,
        }
        roads.append(Record(f"{where}, road {said['from']} - {said['to']}", {k: v for k, v in said.items() if v}))
    return OsmTheatre(places, roads, _rivers(extract, chosen))


def _chosen(settlements: list[Settlement], within: shapely.Geometry | None, notes: Notes) -> list[Settlement]:
    there = settlements
    if within is not None:
        west, south, east, north = shapely.bounds(within)
        wide, high = AROUND * (east - west), AROUND * (north - south)
        window = shapely.box(west - wide, south - high, east + wide, north + high)
        there = [each for each in settlements if window.covers(Point(each.lon, each.lat))]
    ranked = sorted(there, key=lambda each: (SETTLEMENTS.index(each.kind), -(each.population or 0), each.node))
    if len(ranked) > MOST:
        notes.left_out.append(f"{len(ranked) - MOST:,} smaller places; the {MOST} greatest are taken")
    return ranked[:MOST]


def _names(settlements: list[Settlement]) -> list[str]:
    """Return the names of places, with a number where one has it already."""
    taken: dict[str, int] = {}
    found = []
    for each in settlements:
        taken[each.name] = taken.get(each.name, 0) + 1
        found.append(each.name if taken[each.name] == 1 else f"{each.name} {taken[each.name]}")
    return found


def _place(each: Settlement, name: str, where: str) -> Record:
    said = {"name": name, "kind": each.kind}
    if each.population is not None:
        said["population"] = str(each.population)
    if each.kind in BUILT_UP:
        said["terrain"] = "urban"
    return Record(f"{where}, node {each.node}", said, [(each.lon, each.lat)])


def _rivers(extract: Extract, chosen: list[Settlement]) -> dict[str, Any] | None:
    """Return the rivers around the places, as a layer."""
    if not extract.rivers or not chosen:
        return None
    around = shapely.envelope(MultiPoint([(each.lon, each.lat) for each in chosen])).buffer(MARGIN)
    lines = shapely.line_merge(shapely.union_all([LineString(points) for _, points in extract.rivers]))
    drawn = shapely.simplify(shapely.intersection(lines, around), COARSE)
    kept = [part for part in shapely.get_parts(drawn) if part.geom_type == "LineString" and not part.is_empty]
    shape = shapely.MultiLineString(kept)
    return {"type": "Feature", "properties": {}, "geometry": mapping(shape)} if kept else None

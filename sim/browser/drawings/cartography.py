"""Cartography: the ground of a theatre as SVG - cells, rivers, borders and names - which no day of war changes.

Drawn in kilometres on the scenario's own equal-area map, north up; what the day changes is drawn over it.
"""

import math
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from sim.campaign.setup.deployment import Deployment
from sim.scenario.ground import METRES
from sim.scenario.theatre import Outline, PlaceDeclared

NOTABLE = 0.25
"""Symbolic value from which a place is named at every scale."""
TEXTURED = ("wooded", "urban")
"""Terrain that is drawn with a texture."""
AROUND = 6.0
"""Kilometres shown around the foreign ground that a side holds, when the map opens."""


class Ground(NamedTuple):
    """The drawing of a theatre, and what later drawings need to fit on it."""

    names: list[str]
    x: list[float]
    y: list[float]
    """Positions of the places on the drawing, km from its top left corner."""
    cells: list[str]
    """The cell of each place as an SVG path."""
    homes: list[int]
    layers: dict[str, str]
    """Cells with rivers and borders, the network of roads and places, and the names, as SVG."""
    frame: list[float]
    """The whole drawing: left, top, width and height, km."""
    focus: list[float]
    """The part to begin with, in the same form."""


def ground_of(deployment: Deployment) -> Ground:
    """Return the drawing of a deployment's theatre."""
    cells, theatre = deployment.cells, deployment.scenario.theatre
    west, south, east, north = shapely.total_bounds(cells.polygons)
    left, top = float(west), float(north)
    shapes = [_placed(cell, left, top) for cell in cells.polygons]
    x = [e - left for e in cells.east]
    y = [top - n for n in cells.north]
    paths = [path_of(shape) for shape in shapes]
    project = Transformer.from_crs("EPSG:4326", theatre.projection, always_xy=True)
    rivers = theatre.rivers.outline if theatre.rivers else []
    svg = [f'<path class="cell" data-place="{n}" d="{path}"/>' for n, path in enumerate(paths)]
    svg += [
        f'<path class="terrain t-{place.terrain}" d="{path}"/>'
        for place, path in zip(theatre.places.values(), paths, strict=True)
        if place.terrain in TEXTURED
    ]
    svg += [f'<path class="river" d="{line}"/>' for line in _drawn(rivers, project, left, top)]
    for region in theatre.regions.values():
        svg += [f'<path class="region" d="{line}"/>' for line in _drawn(region.outline, project, left, top)]
    svg += _borders(shapes, cells.neighbours)
    network = [*_roads(deployment, x, y), *_places(deployment, x, y)]
    depots = {name for side in deployment.scenario.sides.values() for name in side.sustainment.depots}
    labels = "".join(_label(name, place, x[n], y[n], name in depots) for n, (name, place) in _numbered(theatre.places))
    layers = {"cells": "".join(svg), "network": "".join(network), "labels": labels}
    places = deployment.tables["places"]
    frame = [0.0, 0.0, float(east - west), float(north - south)]
    focus = _focus(shapes, places["holder"].tolist(), places["home"].tolist(), frame)
    return Ground(cells.names, x, y, paths, places["home"].tolist(), layers, frame, focus)


def path_of(shape: BaseGeometry) -> str:
    """Return polygons or lines as an SVG path."""
    return "".join(
        "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in ring.coords) + ("Z" if ring.is_ring else "")
        for ring in _rings(shape)
    )


def _rings(shape: BaseGeometry) -> Iterator[LineString]:
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon":
            yield from (part.exterior, *part.interiors)
        elif part.geom_type == "LineString":
            yield part


def _placed(shape: BaseGeometry, left: float, top: float) -> BaseGeometry:
    return shapely.transform(shape, lambda points: np.column_stack([points[:, 0] - left, top - points[:, 1]]))


def _drawn(outline: Outline, project: Transformer, left: float, top: float) -> Iterator[str]:
    for line in outline:
        east, north = project.transform([lon for lon, _ in line], [lat for _, lat in line])
        points = np.column_stack([east, north]) / METRES
        yield path_of(_placed(LineString(points), left, top))


def _borders(shapes: list[BaseGeometry], neighbours: list[list[int]]) -> Iterator[str]:
    for a, around in enumerate(neighbours):
        for b in around:
            if a < b:
                shared = shapely.line_merge(_lines(shapes[a].intersection(shapes[b])))
                yield f'<path class="border" data-a="{a}" data-b="{b}" d="{path_of(shared)}"/>'


def _lines(shape: BaseGeometry) -> BaseGeometry:
    pieces = [LineString(pair) for ring in _rings(shape) for pair in pairwise(ring.coords)]
    return shapely.MultiLineString(pieces)


def _roads(deployment: Deployment, x: list[float], y: list[float]) -> Iterator[str]:
    theatre = deployment.scenario.theatre
    for kind in ("road", "flow"):
        for n, road in enumerate(deployment.tables["roads"]):
            a, b = int(road["a"]), int(road["b"])
            name = "link" if road["owner"] >= 0 else theatre.roads[n].road_class
            style = f"road {name}" if kind == "road" else "flow"
            line = f"M{x[a]:.2f} {y[a]:.2f}L{x[b]:.2f} {y[b]:.2f}"
            yield f'<path class="{style}" data-{kind}="{n}" data-style="{style}" d="{line}"/>'


def _places(deployment: Deployment, x: list[float], y: list[float]) -> Iterator[str]:
    places = deployment.tables["places"]
    for n, (depot, population) in enumerate(zip(places["depot"].tolist(), places["population"].tolist(), strict=True)):
        sign = f'<circle r="{2.2 + min(3.3, math.log10(1.0 + population) * 0.7):.1f}"/>'
        if depot >= 0:
            sign = '<rect x="-6" y="-6" width="12" height="12"/><path class="tick" d="M-6-1H6"/>'
        yield f'<g transform="translate({x[n]:.2f} {y[n]:.2f})"><g class="px place" data-place="{n}">{sign}</g></g>'


def _label(name: str, place: PlaceDeclared, x: float, y: float, depot: bool) -> str:  # noqa: FBT001 - a claim
    rank = "major" if depot or place.symbol >= NOTABLE else "minor"
    short = escape(name.split(" (", maxsplit=1)[0])
    return (
        f'<g transform="translate({x:.2f} {y:.2f})"><text class="px name {rank}" data-weight="{place.population}" '
        f'x="6" y="11">{short}</text></g>'
    )


def _numbered(places: dict[str, PlaceDeclared]) -> Iterable[tuple[int, tuple[str, PlaceDeclared]]]:
    return enumerate(places.items())


def _focus(shapes: list[BaseGeometry], holders: list[int], homes: list[int], frame: list[float]) -> list[float]:
    foreign = [shape for shape, holder, home in zip(shapes, holders, homes, strict=True) if holder != home]
    if not foreign:
        return frame
    left, top, right, bottom = (float(edge) for edge in shapely.total_bounds(foreign))
    return [left - AROUND, top - AROUND, right - left + 2 * AROUND, bottom - top + 2 * AROUND]

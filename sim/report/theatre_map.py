"""The theatre on the map: its cells, rivers, roads, borders and names as layers that each day colours anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Protocol

import numpy as np
from pyproj import Transformer
from shapely import Point
from shapely.geometry.base import BaseGeometry

from sim.campaign.setup.cells import Cells
from sim.campaign.setup.deployment import Deployment
from sim.report.front_line import Border
from sim.report.label_placement import BELOW, Labels, Rectangle
from sim.scenario.ground import METRES
from sim.scenario.scenario import Scenario

ASPECT = 4.0 / 3.0
"""Width of the map as a multiple of its height."""
AROUND = 6.0
"""Kilometres to show around a place that is fought over."""
NARROWEST = 36.0
"""Least width of the map, km."""
MARGIN = 0.05
"""Share of its size by which the map reaches beyond what it must show."""
LETTER, LINE = 0.0115, 0.024
"""Width of a letter and height of a line, as shares of the width of the map."""
DETAIL = 0.05
"""Bends below this many kilometres are left out."""


class Staged(Protocol):
    """A scenario on its map, played or not."""

    @property
    def scenario(self) -> Scenario:
        """Return what was declared."""

    @property
    def deployment(self) -> Deployment:
        """Return its first day."""


@dataclass(frozen=True)
class Box:
    """A part of the map, km; ``north`` counts downwards, as on paper."""

    west: float
    north: float
    width: float
    height: float

    @property
    def sheet(self) -> Rectangle:
        """Return the box as what labels lie within."""
        return Rectangle(self.west + self.width / 2, self.north + self.height / 2, self.width, self.height)

    @property
    def view(self) -> str:
        """Return the box as SVG writes it."""
        return f"{self.west:.1f} {self.north:.1f} {self.width:.1f} {self.height:.1f}"


def box_around(shapes: Iterable[BaseGeometry]) -> Box:
    """Return the part of the map that shows all shapes, in the proportions of the page."""
    bounds = np.array([shape.bounds for shape in shapes])
    west, south = bounds[:, :2].min(axis=0).tolist()
    east, north = bounds[:, 2:].max(axis=0).tolist()
    width = max((east - west) * (1 + 2 * MARGIN), (north - south) * (1 + 2 * MARGIN) * ASPECT, NARROWEST)
    height = width / ASPECT
    return Box((west + east - width) / 2, -(south + north + height) / 2, width, height)


def boxes_of(cells: Cells, frames: Sequence[dict[str, Any]]) -> dict[str, Box]:
    """Return the parts of the map worth looking at: where ground changes hands, and the whole theatre."""
    whole = box_around(cells.polygons)
    first = frames[0]["holders"]
    fought = {n for frame in frames for n, holder in enumerate(frame["holders"]) if holder != first[n]}
    fought |= {n for frame in frames for n in frame["gained"]}
    near = [Point(cells.east[n], cells.north[n]).buffer(AROUND) for n in fought]
    return {"front": box_around(near) if near else whole, "theatre": whole}


def layers_of(
    session: Staged, borders: Sequence[Border], boxes: dict[str, Box], covered: Sequence[Rectangle] = ()
) -> dict[str, str]:
    """Return the layers of the map as SVG, from the ground up; names keep clear of what is ``covered``."""
    cells = session.deployment.cells
    return {
        "cells": "".join(
            f'<path id="c{n}" d="{path_of(cell)}"><title>{escape(name)}</title></path>'
            for n, (name, cell) in enumerate(zip(cells.names, cells.polygons, strict=True))
        ),
        "rivers": _rivers(session),
        "roads": _roads(session),
        "borders": "".join(f'<path data-a="{n}" data-b="{m}" d="{path_of(line)}"/>' for n, m, line in borders),
        "names": "".join(_names(session, view, box, covered) for view, box in boxes.items()),
    }


def path_of(shape: BaseGeometry) -> str:
    """Return polygons or lines as an SVG path, north up."""
    found = []
    for part in getattr(shape.simplify(DETAIL), "geoms", [shape.simplify(DETAIL)]):
        for ring in [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]:
            points = " ".join(f"{x:.2f},{-y:.2f}" for x, y in ring.coords)
            found.append(f"M{points}{'Z' if part.geom_type == 'Polygon' else ''}")
    return "".join(found)


def _rivers(session: Staged) -> str:
    rivers = session.scenario.theatre.rivers
    if rivers is None:
        return ""
    project = Transformer.from_crs("EPSG:4326", session.scenario.theatre.projection, always_xy=True)
    lines = [project.transform([lon for lon, _ in line], [lat for _, lat in line]) for line in rivers.outline]
    return "".join(
        f'<polyline points="{" ".join(f"{x / METRES:.2f},{-y / METRES:.2f}" for x, y in zip(*line, strict=True))}"/>'
        for line in lines
    )


def _roads(session: Staged) -> str:
    cells, numbers = session.deployment.cells, {name: n for n, name in enumerate(session.deployment.cells.names)}
    drawn = []
    ways = [(road.start, road.end, str(road.road_class)) for road in session.scenario.theatre.roads]
    for side in session.scenario.sides.values():
        ways += [(link.start, link.end, f"link {link.kind}") for link in side.sustainment.links.values()]
    for n, (start, end, kind) in enumerate(ways):
        a, b = numbers[start], numbers[end]
        ends = (
            f'x1="{cells.east[a]:.2f}" y1="{-cells.north[a]:.2f}" x2="{cells.east[b]:.2f}" y2="{-cells.north[b]:.2f}"'
        )
        name = f"<title>{escape(start)} - {escape(end)}</title>"
        drawn.append(f'<line id="r{n}" class="{kind}" {ends}>{name}</line>')
    return "".join(drawn)


def _names(session: Staged, view: str, box: Box, covered: Sequence[Rectangle]) -> str:
    """Return the names of places that fit into a part of the map, the weightiest first."""
    cells, places = session.deployment.cells, session.scenario.theatre.places
    depots = {name for side in session.scenario.sides.values() for name in side.sustainment.depots}
    order = sorted(places, key=lambda name: (-places[name].symbol, name not in depots, -places[name].population))
    labels, line = Labels(box.sheet, list(covered)), box.width * LINE
    drawn = []
    for name in order:
        n = cells.names.index(name)
        is_great = places[name].symbol > 0 or name in depots
        length = len(name) * box.width * LETTER
        spot = labels.place(Rectangle(cells.east[n], -cells.north[n], length, line), line * 0.15, BELOW)
        if spot is not None:
            kind = "great" if is_great else ""
            drawn.append(f'<text class="{kind}" x="{spot.x:.2f}" y="{spot.y + line * 0.25:.2f}">{escape(name)}</text>')
    return f'<g class="names {view}" font-size="{line * 0.72:.2f}">{"".join(drawn)}</g>'

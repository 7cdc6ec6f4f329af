"""GeoJSON: the front line by day and who held which ground from when to when, for any geographic program.

Outer rings run counterclockwise and holes clockwise, as RFC 7946 asks.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from sim.report.days import Session
from sim.report.front_line import borders_of, front_line
from sim.scenario.ground import METRES

DIGITS = 5
"""Decimals of a degree that are kept: about a metre."""

Frames = Sequence[dict[str, Any]]


def fronts(session: Session, frames: Frames) -> dict[str, Any]:
    """Return a feature a day: the line between the sides on its evening, in degrees (WGS 84)."""
    borders, back = borders_of(session.deployment.cells), _back(session)
    features = [
        _feature(
            back,
            front_line(borders, [int(holder) for holder in frame["holders"]]),
            {"date": frame["date"], "day": frame["day"] + 1},
        )
        for frame in frames[1:]
    ]
    return {"type": "FeatureCollection", "features": features}


def control(session: Session, frames: Frames) -> dict[str, Any]:
    """Return a feature for each place and spell in one hand: its cell, the holder, the first and the last day."""
    cells, sides = session.deployment.cells, list(session.scenario.sides)
    back = _back(session)
    features = []
    for n, (name, cell) in enumerate(zip(cells.names, cells.polygons, strict=True)):
        evenings = [(frame["holders"][n], frame["date"]) for frame in frames[1:]]
        for holder, spell in groupby(evenings, key=itemgetter(0)):
            dates = [date for _, date in spell]
            held = {"place": name, "holder": sides[int(holder)], "from": dates[0], "to": dates[-1]}
            features.append(_feature(back, cell, held))
    return {"type": "FeatureCollection", "features": features}


def cells_in_degrees(session: Session) -> list[tuple[str, dict[str, Any]]]:
    """Return the ground around each place, as the geometry of a feature."""
    cells, back = session.deployment.cells, _back(session)
    pairs = zip(cells.names, cells.polygons, strict=True)
    return [(name, _feature(back, cell, {})["geometry"]) for name, cell in pairs]


def lines_of(geometry: dict[str, Any]) -> list[Sequence[Any]]:
    """Return the lines of a geometry, each as its points; none of what has no line."""
    if geometry["type"] == "LineString":
        return [geometry["coordinates"]] if geometry["coordinates"] else []
    return list(geometry["coordinates"]) if geometry["type"] == "MultiLineString" else []


def _back(session: Session) -> Transformer:
    """Return the way from the equal-area map to degrees."""
    return Transformer.from_crs(session.scenario.theatre.projection, "EPSG:4326", always_xy=True)


def _feature(back: Transformer, shape: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
    def in_degrees(points: Any) -> Any:  # noqa: ANN401 - arrays of positions
        return np.column_stack(back.transform(points[:, 0] * METRES, points[:, 1] * METRES)).round(DIGITS)

    geometry = shapely.orient_polygons(shapely.transform(shape, in_degrees), exterior_cw=False)
    return {"type": "Feature", "geometry": mapping(geometry), "properties": properties}

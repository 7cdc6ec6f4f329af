"""Degrees: shapes of the equal-area map as RFC 7946 (Butler and others 2016) wants them.

Longitude stands first, in WGS 84. Outer rings run counterclockwise and holes clockwise (3.1.6); what crosses the date
line is cut there in two (3.1.9).
"""

from typing import Any, Final

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from sim.scenario.ground import METRES
from sim.scenario.theatre import TheatreDeclared

DIGITS: Final = 5
"""Decimals of a degree that are kept: about a metre."""
HALF, TURN = 180.0, 360.0
"""Degrees from Greenwich to the date line, and all around."""


class Degrees:
    """The way from a theatre's equal-area map, in km, to degrees."""

    def __init__(self, theatre: TheatreDeclared) -> None:
        self._back = Transformer.from_crs(theatre.projection, "EPSG:4326", always_xy=True)

    def feature(self, shape: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
        """Return a feature of a shape; one without any ground has no geometry."""
        geometry = self.shape(shape)
        return {
            "type": "Feature",
            "geometry": None if geometry.is_empty else mapping(geometry),
            "properties": properties,
        }

    def shape(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a shape in degrees, no part of which crosses the date line; it must be smaller than half the earth."""
        if shape.is_empty:
            return shape
        east, north = shape.representative_point().coords[0]
        (middle,), _ = self._back.transform([east * METRES], [north * METRES])

        def positions(points: Any) -> Any:  # noqa: ANN401 - arrays of positions
            lon, lat = self._back.transform(points[:, 0] * METRES, points[:, 1] * METRES)
            return np.column_stack([lon + TURN * np.round((middle - lon) / TURN), lat])

        cut = at_date_line(shapely.transform(shape, positions))
        return shapely.orient_polygons(shapely.transform(cut, lambda points: points.round(DIGITS)), exterior_cw=False)


def at_date_line(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape whose longitudes go on beyond 180 degrees, cut at the date line and each part put on the map."""
    west, _, east, _ = shape.bounds
    if west >= -HALF and east <= HALF:
        return shape
    parts = []
    for turn in (-1, 0, 1):
        strip = shapely.box(turn * TURN - HALF, -90.0, turn * TURN + HALF, 90.0)
        part = shape.intersection(strip)
        kept = [each for each in getattr(part, "geoms", [part]) if type(each) in _kinds(shape) and not each.is_empty]
        parts += [shapely.transform(each, lambda points, turn=turn: points - [turn * TURN, 0.0]) for each in kept]
    return shapely.multipolygons(parts) if "Polygon" in shape.geom_type else shapely.multilinestrings(parts)


def _kinds(shape: BaseGeometry) -> set[type]:
    return {shapely.Polygon} if "Polygon" in shape.geom_type else {shapely.LineString}

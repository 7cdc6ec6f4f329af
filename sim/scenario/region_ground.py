"""The ground of a region: what its rings enclose, on a map in kilometres."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

METRES: Final = 1000.0
"""Metres a kilometre."""


def on_map(projection: str) -> Transformer:
    """Return what puts longitudes and latitudes on a map in metres.

    Raises:
        pyproj.exceptions.CRSError: there is no such projection.

    """
    return Transformer.from_crs("EPSG:4326", projection, always_xy=True)


def ground_within(outline: Sequence[Sequence[tuple[float, float]]], project: Transformer) -> BaseGeometry:
    """Return the ground within the rings of an outline, km."""
    rings = [
        np.asarray(project.transform([lon for lon, _ in ring], [lat for _, lat in ring])).T / METRES for ring in outline
    ]
    return shapely.union_all([shapely.make_valid(Polygon(ring)) for ring in rings])

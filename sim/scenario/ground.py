"""Ground: the theatre on its map - places and regions in kilometres, and which ground belongs to which place."""

from collections import deque
from functools import cached_property
from typing import Final

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import GeometryCollection, MultiPoint, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from sim.scenario.files.geographic_layer import is_counterclockwise
from sim.scenario.theatre import Outline, TheatreDeclared

METRES: Final = 1000.0
"""Metres a kilometre."""
REACH: Final = 8.0
"""Kilometres that the outermost cells reach beyond the outermost places."""
DECIMALS: Final = 6
"""Decimals of a position in km and of an area in km2: coarser than what versions of map libraries differ by."""
MOST_KEPT: Final = 8
"""Theatres whose ground is kept as measured."""


class Ground:
    """A theatre as its projection draws it; every length is in km and every area in km2."""

    def __init__(self, theatre: TheatreDeclared) -> None:
        """Read the map; nothing is measured before it is asked for.

        Raises:
            pyproj.exceptions.CRSError: the theatre's projection is none.

        """
        self.theatre = theatre
        self.project = map_of(theatre.projection)

    @cached_property
    def positions(self) -> list[tuple[float, float]]:
        """Return where the places are, east and north, in declared order."""
        places = self.theatre.places.values()
        east, north = (
            (np.asarray(axis) / METRES).round(DECIMALS).tolist()
            for axis in self.project.transform([p.lon for p in places], [p.lat for p in places])
        )
        return list(zip(east, north, strict=True))

    @cached_property
    def regions(self) -> dict[str, BaseGeometry]:
        """Return the ground of each region."""
        return {name: enclosed(region.outline, self.project) for name, region in self.theatre.regions.items()}

    @cached_property
    def cells(self) -> list[BaseGeometry]:
        """Return the ground that belongs to each place, in declared order.

        A cell holds the ground of its region that is nearer to its place than to any other of the region (Voronoi
        1908); places of no region share the ground outside all regions in the same way.
        """
        around = MultiPoint(self.positions).convex_hull.buffer(REACH)
        outside = around.difference(shapely.union_all(list(self.regions.values())))
        grounds: dict[str | None, BaseGeometry] = {None: outside}
        grounds.update(self.regions.items())
        places = list(self.theatre.places.values())
        polygons: dict[int, BaseGeometry] = {}
        for region, ground in grounds.items():
            members = [n for n, place in enumerate(places) if place.region == region]
            polygons |= zip(members, _divided(ground, [self.positions[n] for n in members]), strict=True)
        return [polygons[n] for n in range(len(places))]


_measured: deque[Ground] = deque(maxlen=MOST_KEPT)


def ground_of(theatre: TheatreDeclared) -> Ground:
    """Return the ground of a theatre; equal theatres have the same, with all that was measured of it.

    Raises:
        pyproj.exceptions.CRSError: the theatre's projection is none.

    """
    for ground in tuple(_measured):
        if ground.theatre == theatre:
            return ground
    ground = Ground(theatre)
    _measured.append(ground)
    return ground


def enclosed(outline: Outline, project: Transformer) -> BaseGeometry:
    """Return the areas that rings enclose, less the holes that follow each, km."""
    areas: list[tuple[Polygon, list[Polygon]]] = []
    for ring in outline:
        points = project.transform([lon for lon, _ in ring], [lat for _, lat in ring])
        shape = shapely.make_valid(Polygon(np.asarray(points).T / METRES))
        if areas and not is_counterclockwise(ring):
            areas[-1][1].append(shape)
        else:
            areas.append((shape, []))
    return shapely.union_all([whole.difference(shapely.union_all(holes)) if holes else whole for whole, holes in areas])


def map_of(projection: str) -> Transformer:
    """Return what puts longitudes and latitudes on a map.

    Raises:
        pyproj.exceptions.CRSError: there is no such projection.

    """
    return Transformer.from_crs("EPSG:4326", projection, always_xy=True)


def _divided(ground: BaseGeometry, positions: list[tuple[float, float]]) -> list[BaseGeometry]:
    if len(positions) < 2:  # noqa: PLR2004 - one place has all the ground, none has none
        return [ground for _ in positions]
    cells = shapely.voronoi_polygons(MultiPoint(positions), extend_to=ground, ordered=True)
    return [_areas_of(cell.intersection(ground)) for cell in cells.geoms]


def _areas_of(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape without the lines and points at which a cell and its ground only touch."""
    if not isinstance(shape, GeometryCollection):
        return shape
    return shapely.union_all([part for part in shape.geoms if isinstance(part, Polygon | MultiPolygon)])

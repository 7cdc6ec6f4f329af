"""Cells: the ground around each place, as Voronoi cells on an equal-area map, clipped to the place's region."""

from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry

from sim.scenario.theatre import TheatreDeclared

METRES = 1000.0
"""Metres a kilometre."""
REACH = 8.0
"""Kilometres that the outermost cells reach beyond the outermost places."""
HAIR = 0.01
"""Kilometres between two cells that still count as one border: drawn twice, it never lies quite in the same place."""
DECIMALS = 6
"""Decimals of a position in km and of an area in km2: coarser than what versions of map libraries differ by."""
METRE = 3
"""Decimals of a border's length in km."""
TOUCH = 0.2
"""Kilometres of common border from which two cells count as neighbours."""


@dataclass(frozen=True)
class Cells:
    """The equal-area map of a theatre; all lists follow the declared order of places."""

    names: list[str]
    east: list[float]
    north: list[float]
    """Positions of the places, km."""
    polygons: list[BaseGeometry]
    """Cells, km."""
    areas: list[float]
    """Area of each cell, km2."""
    neighbours: list[list[int]]
    """For each place the places whose cells border its own, in ascending order."""
    borders: dict[tuple[int, int], float]
    """Length of the common border of two neighbours, the lower number first, km."""


def cells_of(theatre: TheatreDeclared) -> Cells:
    """Return the cells of a theatre's places.

    A cell holds the ground of its region that is nearer to its place than to any other of the region (Voronoi 1908);
    places of no region share the ground outside all regions in the same way.
    """
    project = Transformer.from_crs("EPSG:4326", theatre.projection, always_xy=True)
    places = list(theatre.places.values())
    east, north = (
        (np.asarray(axis) / METRES).round(DECIMALS)
        for axis in project.transform([p.lon for p in places], [p.lat for p in places])
    )
    positions = list(zip(east.tolist(), north.tolist(), strict=True))
    grounds: dict[str | None, BaseGeometry] = {
        name: _polygon(project, region.outline) for name, region in theatre.regions.items()
    }
    around = MultiPoint(positions).convex_hull.buffer(REACH)
    grounds[None] = around.difference(shapely.union_all(list(grounds.values())))
    polygons: dict[int, BaseGeometry] = {}
    for region, ground in grounds.items():
        members = [n for n, place in enumerate(places) if place.region == region]
        polygons |= zip(members, _divided(ground, [positions[n] for n in members]), strict=True)
    ordered = [polygons[n] for n in range(len(places))]
    areas = [round(cell.area, DECIMALS) for cell in ordered]
    borders = _borders(ordered)
    neighbours = [sorted(a + b - n for a, b in borders if n in (a, b)) for n in range(len(ordered))]
    return Cells(list(theatre.places), east.tolist(), north.tolist(), ordered, areas, neighbours, borders)


def _divided(ground: BaseGeometry, positions: list[tuple[float, float]]) -> list[BaseGeometry]:
    if len(positions) < 2:  # noqa: PLR2004 - one place has all the ground, none has none
        return [ground for _ in positions]
    cells = shapely.voronoi_polygons(MultiPoint(positions), extend_to=ground, ordered=True)
    return [cell.intersection(ground) for cell in cells.geoms]


def _polygon(project: Transformer, outline: list[list[tuple[float, float]]]) -> BaseGeometry:
    rings = [
        np.asarray(project.transform([lon for lon, _ in ring], [lat for _, lat in ring])).T / METRES for ring in outline
    ]
    return shapely.union_all([shapely.make_valid(Polygon(ring)) for ring in rings])


def _borders(polygons: list[BaseGeometry]) -> dict[tuple[int, int], float]:
    around = [cell.buffer(HAIR) for cell in polygons]
    tree = shapely.STRtree(around)
    found = {}
    for n, cell in enumerate(polygons):
        for m in sorted(int(m) for m in tree.query(cell) if m > n):
            length = cell.boundary.intersection(around[m]).length
            if length > TOUCH:
                found[n, m] = round(length, METRE)
    return found

"""Cells: the ground around each place, as Voronoi cells on an equal-area map, clipped to the place's region."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import MultiPoint
from shapely.geometry.base import BaseGeometry

from sim.scenario.region_ground import METRES, ground_within, on_map
from sim.scenario.theatre import TheatreDeclared

REACH = 8.0
"""Kilometres that the outermost cells reach beyond the outermost places."""
HAIR = 0.01
"""Kilometres between two cells that still count as one border: drawn twice, it never lies quite in the same place."""
DECIMALS = 6
"""Decimals of a position in km and of an area in km2: coarser than what versions of map libraries differ by."""
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


def cells_of(theatre: TheatreDeclared) -> Cells:
    """Return the cells of a theatre's places.

    A cell holds the ground of its region that is nearer to its place than to any other of the region (Voronoi 1908);
    places of no region share the ground outside all regions in the same way.
    """
    project = on_map(theatre.projection)
    places = list(theatre.places.values())
    east, north = (
        (np.asarray(axis) / METRES).round(DECIMALS)
        for axis in project.transform([p.lon for p in places], [p.lat for p in places])
    )
    positions = list(zip(east.tolist(), north.tolist(), strict=True))
    grounds: dict[str | None, BaseGeometry] = {
        name: ground_within(region.outline, project) for name, region in theatre.regions.items()
    }
    around = MultiPoint(positions).convex_hull.buffer(REACH)
    grounds[None] = around.difference(shapely.union_all(list(grounds.values())))
    polygons: dict[int, BaseGeometry] = {}
    for region, ground in grounds.items():
        members = [n for n, place in enumerate(places) if place.region == region]
        polygons |= zip(members, _divided(ground, [positions[n] for n in members]), strict=True)
    ordered = [polygons[n] for n in range(len(places))]
    areas = [round(cell.area, DECIMALS) for cell in ordered]
    return Cells(list(theatre.places), east.tolist(), north.tolist(), ordered, areas, _neighbours(ordered))


def _divided(ground: BaseGeometry, positions: list[tuple[float, float]]) -> list[BaseGeometry]:
    if len(positions) < 2:  # noqa: PLR2004 - one place has all the ground, none has none
        return [ground for _ in positions]
    cells = shapely.voronoi_polygons(MultiPoint(positions), extend_to=ground, ordered=True)
    return [cell.intersection(ground) for cell in cells.geoms]


def _neighbours(polygons: list[BaseGeometry]) -> list[list[int]]:
    around = [cell.buffer(HAIR) for cell in polygons]
    tree = shapely.STRtree(around)
    bordering: list[list[int]] = [[] for _ in polygons]
    for n, cell in enumerate(polygons):
        for m in sorted(int(m) for m in tree.query(cell) if m > n):
            if cell.boundary.intersection(around[m]).length > TOUCH:
                bordering[n].append(m)
                bordering[m].append(n)
    return [sorted(members) for members in bordering]

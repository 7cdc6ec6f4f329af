"""Cells: the ground around each place, as Voronoi cells on an equal-area map, clipped to the place's region."""

from dataclasses import dataclass
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from sim.scenario.ground import DECIMALS, MOST_KEPT, Ground, ground_of
from sim.scenario.theatre import TheatreDeclared

HAIR = 0.01
"""Kilometres between two cells that still count as one border: drawn twice, it never lies quite in the same place."""
METRE = 3
"""Decimals of a border's length in km."""
TOUCH = 0.2
"""Kilometres of common border from which two cells count as neighbours."""


@dataclass(frozen=True, eq=False)
class Cells:
    """The equal-area map of a theatre, of which there is one; all lists follow the declared order of places."""

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
    """Return the cells of a theatre's places."""
    return _cells_on(ground_of(theatre))


@lru_cache(MOST_KEPT)
def _cells_on(ground: Ground) -> Cells:
    east, north = ([position[axis] for position in ground.positions] for axis in range(2))
    areas = [round(cell.area, DECIMALS) for cell in ground.cells]
    borders = _borders(ground.cells)
    neighbours = [sorted(a + b - n for a, b in borders if n in (a, b)) for n in range(len(ground.cells))]
    return Cells(list(ground.theatre.places), east, north, ground.cells, areas, neighbours, borders)


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

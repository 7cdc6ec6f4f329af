"""Cells: the ground around each place, as Voronoi cells on an equal-area map, clipped to the place's region."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from sim.scenario.ground import DECIMALS, Ground
from sim.scenario.theatre import TheatreDeclared

HAIR = 0.01
"""Kilometres between two cells that still count as one border: drawn twice, it never lies quite in the same place."""
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
    """Return the cells of a theatre's places."""
    ground = Ground(theatre)
    east, north = ([position[axis] for position in ground.positions] for axis in range(2))
    areas = [round(cell.area, DECIMALS) for cell in ground.cells]
    return Cells(list(theatre.places), east, north, ground.cells, areas, _neighbours(ground.cells))


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

"""The front line: the borders between cells that different sides hold."""

from collections.abc import Sequence

from shapely import STRtree, line_merge, union_all
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from sim.campaign.setup.cells import Cells

SEAM = 0.03
"""Kilometres by which two cells may miss each other and still touch."""
Border = tuple[int, int, BaseGeometry]
"""Two places whose cells touch, and the line between them on the equal-area map, km."""


def borders_of(cells: Cells) -> list[Border]:
    """Return the border of every two cells that touch, each once.

    Where two regions meet, their outlines differ by metres: what lies within ``SEAM`` of a cell touches it.
    """
    tree = STRtree(cells.polygons)
    borders = []
    for n, cell in enumerate(cells.polygons):
        beside = cell.buffer(SEAM)
        for m in sorted(int(m) for m in tree.query(beside) if m > n):
            line = _lines_of(cells.polygons[m].boundary.intersection(beside))
            if line.length > 2 * SEAM:
                borders.append((n, m, line))
    return borders


def front_line(borders: Sequence[Border], holders: Sequence[int]) -> BaseGeometry:
    """Return the line between the sides, given who holds each place; empty where one side holds all."""
    front = union_all([line for n, m, line in borders if holders[n] != holders[m]])
    return line_merge(front) if isinstance(front, MultiLineString) else front


def _lines_of(touching: BaseGeometry) -> BaseGeometry:
    parts = [part for part in getattr(touching, "geoms", [touching]) if isinstance(part, LineString)]
    merged = union_all(parts)
    return line_merge(merged) if isinstance(merged, MultiLineString) else merged

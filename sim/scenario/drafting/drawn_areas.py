"""Drawn areas: the polygons of a region, or of a side's ground, within what can be worked on."""

from pathlib import Path
from typing import Final

import shapely

from sim.scenario.checks.entanglement import MOST_CROSSINGS, MOST_MENDED, MOST_OVERLAPS, crossings_of
from sim.scenario.drafting.records import Record, records_in
from sim.scenario.files.geographic_layer import Ring
from sim.scenario.files.outlines import MOST_POINTS
from sim.vocabulary import BadInput

MOST_AREAS: Final = 5000
"""Features of a layer of areas."""


def areas_in(file: Path) -> list[Record]:
    """Return the areas of a layer.

    Raises:
        BadInput: it cannot be read, or ground cannot be made of it in seconds.

    """
    records = records_in(file, MOST_AREAS)
    rings = [ring for record in records for rings in record.layer.polygons for ring in rings]
    points = sum(map(len, rings))
    if points > MOST_POINTS:
        simpler = "simplify it in a map program, to ten metres say"
        raise BadInput(f"{file}: it draws {points:,} points; {simpler}: {MOST_POINTS:,} are the most")
    if why := _tangled(rings):
        raise BadInput(f"{file}: {why}; mend it in a map program")
    return records


def _tangled(rings: list[Ring]) -> str:
    """Return why rings cross too often to be mended, or nothing."""
    wrong = [ring for ring in rings if not shapely.Polygon(ring).is_valid]
    if sum(map(len, wrong)) > MOST_MENDED:
        return f"outlines of more than {MOST_MENDED:,} points cross themselves"
    if wrong and crossings_of(wrong, MOST_CROSSINGS) > MOST_CROSSINGS:
        return f"its outlines cross themselves more than {MOST_CROSSINGS:,} times"
    if len(rings) > 1 and crossings_of(rings, MOST_OVERLAPS) > MOST_OVERLAPS:
        return f"its polygons cross one another more than {MOST_OVERLAPS:,} times"
    return ""

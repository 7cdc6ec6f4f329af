"""Snapshots: what map, panels and charts need to know about one day of a campaign."""

from array import array
from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from sim.campaign.model import Campaign
from sim.world.row import Row
from sim.world.tables import KINDS, columns

COLUMNS: Final = {
    "places": (
        "holder",
        "taken",
        "works",
        "civilians",
        "harmed",
        "men",
        "picture",
        "gained",
        "area",
        "depot_damage",
        "attackers",
        "hostile",
    ),
    "roads": ("holder", "damage", "hazard", "flow"),
    "formations": (
        "status",
        "place",
        "order",
        "objective",
        "strength",
        "morale",
        "stock",
        "use",
        "effect",
        "dug_in",
        "pocket",
        "cut",
        "reached",
        "casualties",
        "captured",
    ),
    "sides": ("intelligence", "will", "trucks", "may_withdraw"),
    "supporters": ("intelligence", "materiel", "money"),
}
"""The columns that a snapshot keeps of each table of the world."""

NUMBERS: Final = {"i": "q", "f": "d"}
"""How a column's numbers are kept, by the kind of its type in the compiled tables: eight bytes each."""

Table = dict[str, Sequence[Any]]


class Snapshot(NamedTuple):
    """The state of a campaign on the morning of a day, as columns by name in the order of the world's rows.

    A column that a day left as it was is that of the day before, so that a campaign of months stays small.
    """

    day: int
    places: Table
    roads: Table
    formations: Table
    sides: Table
    supporters: Table
    measures: Sequence[float]
    """The series of the day before, ``sim.vocabulary.SERIES``; empty on the first morning."""
    seen_by: int = -1
    """The side that sees it so; -1 for the state itself."""


def snapshot_of(model: Campaign, before: Snapshot | None = None) -> Snapshot:
    """Return the state that a Mesa model is in, sharing what has not changed with the morning before."""
    tables = {
        name: _columns(name, getattr(model.world, name), getattr(before, name) if before else {}) for name in COLUMNS
    }
    measures = array("d", model.world.series[model.day - 1] if model.day else ())
    return Snapshot(model.day, **tables, measures=measures)  # type: ignore[arg-type]


def _columns(name: str, rows: Sequence[Row], before: Table) -> Table:
    return {
        column: _shared(array(code, [getattr(row, column) for row in rows]), before.get(column))
        for column, code in _codes(name).items()
    }


def _shared(now: "array[Any]", before: Sequence[Any] | None) -> Sequence[Any]:
    return before if before is not None and now == before else now


@cache
def _codes(name: str) -> dict[str, str]:
    """Return the columns that are kept of a table, each with the code of its numbers."""
    types = columns(KINDS[name])
    return {column: NUMBERS[types[column].kind] for column in COLUMNS[name]}

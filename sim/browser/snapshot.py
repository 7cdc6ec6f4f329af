"""Snapshots: what map, panels and charts need to know about one day of a campaign."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sim.campaign.model import Campaign
from sim.world.row import Row

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

Table = dict[str, list[Any]]


class Snapshot(NamedTuple):
    """The state of a campaign on the morning of a day, as columns by name in the order of the world's rows."""

    day: int
    places: Table
    roads: Table
    formations: Table
    sides: Table
    supporters: Table
    measures: list[float]
    """The series of the day before, ``sim.vocabulary.SERIES``; empty on the first morning."""
    seen_by: int = -1
    """The side that sees it so; -1 for the state itself."""


def snapshot_of(model: Campaign) -> Snapshot:
    """Return the state that a Mesa model is in."""
    tables = {name: _columns(getattr(model.world, name), columns) for name, columns in COLUMNS.items()}
    measures = list(model.world.series[model.day - 1]) if model.day else []
    return Snapshot(model.day, **tables, measures=measures)  # type: ignore[arg-type]


def _columns(rows: Sequence[Row], columns: tuple[str, ...]) -> Table:
    return {column: [getattr(row, column) for row in rows] for column in columns}

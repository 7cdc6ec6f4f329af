"""The data package: what every column of a results folder's tables holds, for people and for other programs.

A descriptor by the Data Package standard (Frictionless, 2.0), as ``datapackage.json``; titles and units come from the
vocabulary.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from sim.vocabulary import CAUSES, MEASURES

FILE: Final = "datapackage.json"

TITLES: Final[Mapping[str, str]] = {
    "replication": "Number of the run; the same number has the same luck in every scenario under one seed",
    "day": "Days played: 1 for the evening of the first day",
    "date": "Date whose evening the row shows",
    "talks_day": "Days played before the talks: 0 for the morning of the first day",
    "agreed_day": "Days played before an agreement ended the war; nothing where none did",
    "leverage": "Bargaining leverage: what the settlement gives a side, as a share of what it gives both",
    "disagreement": "Worth of fighting on, on the scale of packages",
    "disagreement_error": "Standard error of the worth of fighting on",
    "perceived": "Worth of fighting on as the side itself sees it",
    "perceived_surplus": "Joint gain of an agreement as both sides see it",
    "surplus": "Joint gain of an agreement; a zone of agreement exists where it is at least 0",
    "zone": "Whether some package is better for both than fighting on",
    "weight": "Bargaining weight, from relative patience",
    "chip_value": "Leverage that holding foreign ground adds",
    "chance": "Chance that the talks end the war before the next ones",
    "ripe": "Whether neither side expects to gain, fighting hurts both, and both see a way out (Zartman 1989)",
    "temptation": "What the declining side gains by fighting on over the best peace that can be promised (Fearon 1995)",
    "rollouts": "Campaigns played ahead at the talks",
    "expected_area": "Contested ground expected at the end of the look-ahead, km²",
    "worth": "What a side has if both fight on, before costs",
    "cost_of_casualties": "Cost of killed and wounded, on the scale of packages",
    "cost_of_captured": "Cost of prisoners, on the scale of packages",
    "cost_of_time": "Cost of time, on the scale of packages",
    "ever_encircled": "Whether some formation was ever cut off",
}
"""What columns hold that are neither measures nor causes, without the suffix of a side."""

KINDS: Final = (
    (pa.types.is_integer, "integer"),
    (pa.types.is_floating, "number"),
    (pa.types.is_boolean, "boolean"),
    (pa.types.is_list, "array"),
)
"""Types of columns, by what Arrow says of them; all others are text."""


def data_package(name: str, title: str, sides: Sequence[str], tables: Mapping[str, pa.Schema]) -> dict[str, Any]:
    """Return the descriptor of tables by name; ``sides`` are those that the suffixes 0 and 1 stand for."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": title,
        "resources": [
            {
                "name": table,
                "path": f"{table}.parquet",
                "format": "parquet",
                "schema": {"fields": [field(column, schema.field(column).type, sides) for column in schema.names]},
            }
            for table, schema in tables.items()
        ],
    }


def field(column: str, kind: pa.DataType, sides: Sequence[str]) -> dict[str, str]:
    """Return what a column holds: its name, its type, its title, its unit where it has one, and whose it is."""
    found = {"name": column, "type": next((name for fits, name in KINDS if fits(kind)), "string")}
    measures = {each: measure for measure in MEASURES for each in measure.columns}
    causes = {f"ledger_{cause.name}_{side}": cause for cause in CAUSES for side in range(2)}
    stem, _, suffix = column.rpartition("_")
    side = sides[int(suffix)] if suffix in ("0", "1") and stem else None
    if column in measures:
        found |= {"title": measures[column].label, "unit": measures[column].unit}
    elif column in causes:
        found |= {"title": causes[column].words, "unit": causes[column].unit}
    else:
        title = TITLES.get(column) or TITLES.get(stem)
        found |= {"title": title} if title else {}
    return found | ({"side": side} if side else {})

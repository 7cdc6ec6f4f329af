"""Tables of runs as Arrow, every column of a declared type, so that one without any value has a type too."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from sim.campaign.outcome import Outcome
from sim.results.rows import Row, outcome_rows, talk_rows
from sim.vocabulary import LEDGER, SERIES

WHOLE = ("point", "replication", "day", "talks_day", "agreed_day", "rollouts")
"""Columns of whole numbers."""
FLAGS = ("zone", "ripe", "ever_encircled_0", "ever_encircled_1")
"""Columns of yes or no."""
TEXT = ("digest", "date", "sealed")
"""Columns of words."""
CAUSES = tuple(f"ledger_{name}" for name in LEDGER)
"""Columns of a day's ledger, told from measures of the same name."""


def tables_of(outcomes: Sequence[Outcome], start: date, issues: Sequence[str]) -> dict[str, pa.Table]:
    """Return the tables that a results folder holds, by name."""
    return {
        "days": day_table(outcomes, start),
        "talks": table_of(talk_rows(outcomes, issues)),
        "outcomes": table_of(outcome_rows(outcomes, issues)),
    }


def table_of(rows: Sequence[Row]) -> pa.Table:
    """Return rows as a table: measures are numbers, and a factor of a design is what its levels are.

    Raises:
        ArrowInvalid: a value is of another type than its column's.

    """
    names = dict.fromkeys(chain.from_iterable(rows))
    columns = {name: [row.get(name) for row in rows] for name in names}
    return pa.table({name: pa.array(values, type=type_of(name, values)) for name, values in columns.items()})


def type_of(name: str, values: Sequence[object]) -> pa.DataType:
    """Return the type of a column: as declared, or else that of a factor's levels, a list of one type, or a number."""
    for declared, kind in ((WHOLE, pa.int64()), (FLAGS, pa.bool_()), (TEXT, pa.string())):
        if name in declared:
            return kind
    found = set(map(type, values)) - {type(None)}
    if list in found:
        return pa.list_(type_of("", [each for value in values if isinstance(value, list) for each in value]))
    return pa.bool_() if found == {bool} else pa.string() if found == {str} else pa.float64()


def day_table(outcomes: Sequence[Outcome], start: date) -> pa.Table:
    """Return a row a run and day: its number from 1, its date, all measures of its evening, and the ledger."""
    days = len(outcomes[0].series) if outcomes else 0
    series, ledger = (
        np.concatenate(parts) if parts else np.empty((0, len(names)))
        for parts, names in (([o.series for o in outcomes], SERIES), ([o.ledger for o in outcomes], LEDGER))
    )
    columns = {
        "replication": np.repeat(np.array([outcome.replication for outcome in outcomes], dtype=np.int64), days),
        "day": np.tile(np.arange(1, days + 1, dtype=np.int64), len(outcomes)),
    }
    dates = pa.array([str(start + timedelta(days=day)) for day in range(days)] * len(outcomes), pa.string())
    return pa.table(
        {
            **columns,
            "date": dates,
            **dict(zip(SERIES, np.ascontiguousarray(series.T), strict=True)),
            **dict(zip(CAUSES, np.ascontiguousarray(ledger.T), strict=True)),
        }
    )


def by_run(days: pa.Table, names: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the runs of a table of days that is in their order, and some columns by run and day."""
    runs = np.unique(days["replication"].to_numpy())
    values = np.empty((days.num_rows, len(names)))
    for n, name in enumerate(names):
        values[:, n] = days[name].to_numpy()
    return runs.astype(np.int64), values.reshape(len(runs), -1, len(names)) if len(runs) else values[None][:0]

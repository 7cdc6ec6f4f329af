"""Tables: the state as NumPy record tables, on which compiled rules run; a ``World`` holds the same as rows."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, get_type_hints

import numpy as np
from numpy.typing import NDArray

from sim.vocabulary import LEDGER, SERIES
from sim.world.row import Row
from sim.world.state import (
    Conditions,
    Event,
    Formation,
    Link,
    Mediator,
    Neighbour,
    Place,
    Reach,
    Road,
    RoadEnd,
    Side,
    Supporter,
    World,
)

RowMaker = Callable[..., Any]
Table = NDArray[Any]
"""Rows of one kind as a record table, a column for each of their attributes."""


class Tables(NamedTuple):
    """Everything that is true, as compiled rules read and write it: ``World``, part by part, as NumPy tables."""

    formations: Table
    places: Table
    roads: Table
    road_ends: Table
    links: Table
    neighbours: Table
    reaches: Table
    sides: Table
    supporters: Table
    mediators: Table
    events: Table
    conditions: Table
    series: NDArray[np.float64]
    """Measures by day, shape (days, len(SERIES))."""
    ledger: NDArray[np.float64]
    """What moved them, shape (days, len(LEDGER))."""
    queue: NDArray[np.int64]
    turns: NDArray[np.int64]
    key: np.uint64


KINDS: dict[str, type[Row]] = {
    "formations": Formation,
    "places": Place,
    "roads": Road,
    "road_ends": RoadEnd,
    "links": Link,
    "neighbours": Neighbour,
    "reaches": Reach,
    "sides": Side,
    "supporters": Supporter,
    "mediators": Mediator,
    "events": Event,
    "conditions": Conditions,
}
"""The kind of row in each table of the world."""

_known: dict[type[Row], np.dtype[Any]] = {}


def columns(kind: type[Row]) -> np.dtype[Any]:
    """Return the record type of a table of such rows, the same object for all of them."""
    if kind not in _known:
        plain = {int: "i8", float: "f8"}
        hints = get_type_hints(kind, include_extras=True)
        _known[kind] = np.dtype(
            [(name, plain[hint]) if hint in plain else (name, *hint.__metadata__[0]) for name, hint in hints.items()],
            align=True,
        )
    return _known[kind]


def table(kind: type[Row], rows: Sequence[Mapping[str, object]]) -> Table:
    """Return rows as a record table; what a row leaves out is 0."""
    filled = np.zeros(len(rows), columns(kind))
    for name in dict.fromkeys(chain.from_iterable(rows)):
        nothing = filled[name][0].tolist()
        filled[name] = [row.get(name, nothing) for row in rows]
    return filled


def tables_of(tables: Mapping[str, Table], days: int, key: int) -> Tables:
    """Return a state of such tables, with empty series for so many days."""
    series = np.zeros((days, len(SERIES)))
    ledger = np.zeros((days, len(LEDGER)))
    queue = np.zeros(2 * len(tables["places"]), np.int64)
    turns = np.argsort(tables["formations"]["id"], kind="stable")
    return Tables(**tables, series=series, ledger=ledger, queue=queue, turns=turns, key=np.uint64(key))


def copied(t: Tables, key: int) -> Tables:
    """Return an independent copy, under another key of chance."""
    parts: list[Any] = [copy_of(part) for part in t[:-1]]
    return Tables._make([*parts, np.uint64(key)])


def copy_of(part: Table) -> Table:
    """Return an independent copy of a table, made of its bytes: NumPy copies records field by field."""
    return np.ndarray(part.shape, part.dtype, bytearray(part.view(np.uint8)))


def interpreted(t: Tables, makers: Mapping[str, RowMaker] | None = None) -> World:
    """Return tables as a world of rows, made by ``makers`` by table name where given: Mesa's agents."""
    made = {
        name: _rows(kind if makers is None else makers.get(name, kind), getattr(t, name))
        for name, kind in KINDS.items()
    }
    lists = {name: getattr(t, name).tolist() for name in ("series", "ledger", "queue", "turns")}
    return World(**made, **lists, key=int(t.key))


def tabulated(w: World) -> Tables:
    """Return a world of rows as tables again."""
    tables = {
        name: table(
            kind, [{column: getattr(row, column) for column in columns(kind).names or ()} for row in getattr(w, name)]
        )
        for name, kind in KINDS.items()
    }
    made = tables_of(tables, len(w.series), w.key)
    return made._replace(series=np.array(w.series), ledger=np.array(w.ledger))


def _rows(maker: RowMaker, records: Table) -> list[Any]:
    names = records.dtype.names or ()
    values_by_column = [records[name].tolist() for name in names]
    return [maker(**dict(zip(names, values, strict=True))) for values in zip(*values_by_column, strict=True)]

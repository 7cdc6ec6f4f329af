"""Tables: the state as NumPy record tables, on which compiled rules run, or as lists of rows, on which agents act."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, get_type_hints

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

AnyRow = TypeVar("AnyRow", bound=Row)
RowMaker = Callable[..., Any]

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


def columns(kind: type[Row]) -> np.dtype[Any]:
    """Return the record type of a table of such rows."""
    plain = {int: "i8", float: "f8"}
    hints = get_type_hints(kind, include_extras=True)
    return np.dtype(
        [(name, plain[hint]) if hint in plain else (name, *hint.__metadata__[0]) for name, hint in hints.items()],
        align=True,
    )


def table(kind: type[Row], rows: Sequence[Mapping[str, object]]) -> NDArray[Any]:
    """Return rows as a record table; what a row leaves out is 0."""
    filled = np.zeros(len(rows), columns(kind))
    for record, row in zip(filled, rows, strict=True):
        for name, value in row.items():
            record[name] = value
    return filled


def world_of(tables: Mapping[str, NDArray[Any]], days: int, key: int) -> World:
    """Return a world on record tables, with empty series for so many days."""
    series = np.zeros((days, len(SERIES)))
    ledger = np.zeros((days, len(LEDGER)))
    queue = np.zeros(2 * len(tables["places"]), np.int64)
    turns = np.argsort(tables["formations"]["id"], kind="stable")
    return World(**tables, series=series, ledger=ledger, queue=queue, turns=turns, key=np.uint64(key))  # type: ignore[arg-type]


def copied(w: World, key: int) -> World:
    """Return an independent copy of a world on record tables, under another key of chance."""
    parts: list[Any] = [copy_of(np.asarray(part)) for part in w[:-1]]
    return World._make([*parts, np.uint64(key)])


def copy_of(part: NDArray[Any]) -> NDArray[Any]:
    """Return an independent copy of a table, made of its bytes: NumPy copies records field by field."""
    copied_bytes: NDArray[Any] = part.view(np.uint8).copy().view(part.dtype)
    return copied_bytes


def cell(rows: Sequence[Row], row: int, column: str) -> float:
    """Return one value of a table of a world on record tables."""
    return float(np.asarray(rows)[column][row])


def interpreted(w: World, makers: Mapping[str, RowMaker] | None = None) -> World:
    """Return the same world as lists of rows, made by ``makers`` by table name where given: Mesa's agents."""
    made = {
        name: _rows(kind if makers is None else makers.get(name, kind), getattr(w, name))
        for name, kind in KINDS.items()
    }
    lists = {name: getattr(w, name).tolist() for name in ("series", "ledger", "queue", "turns")}
    return World(**made, **lists, key=int(w.key))


def tabulated(w: World) -> World:
    """Return a world of rows as record tables again."""
    tables = {
        name: table(
            kind, [{column: getattr(row, column) for column in columns(kind).names or ()} for row in getattr(w, name)]
        )
        for name, kind in KINDS.items()
    }
    made = world_of(tables, len(w.series), w.key)
    return made._replace(series=np.array(w.series), ledger=np.array(w.ledger))  # type: ignore[arg-type]


def _rows(maker: RowMaker, records: NDArray[Any]) -> list[Any]:
    names = records.dtype.names or ()
    return [maker(**{name: record[name].tolist() for name in names}) for record in records]

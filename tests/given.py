"""Small worlds, built place by place, for tests of the laws."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from sim.vocabulary import LEDGER, PRESENT, SERIES
from sim.world.chance import key_of, stable_id
from sim.world.constants import Constants
from sim.world.state import World
from sim.world.tables import KINDS, Tables, interpreted, table, tables_of

Given = Mapping[str, Any]
Roads = Sequence[tuple[int, int, Given]]
SHIPPED = Path(__file__).parents[1] / "sim/scenario/beneath/laws.yaml"

PLACE: Given = {
    "area": 25.0,
    "terrain": 1.0,
    "depot": -1,
    "sends": -1.0,
    "trucks": -1.0,
    "taken": -1,
    "via": -1,
    "across": -1,
    "source": -1,
}
FORMATION: Given = {
    "status": PRESENT,
    "objective": -1,
    "leaves": -1,
    "strength": 1000.0,
    "quality": 1.0,
    "morale": 0.7,
    "stock": 75.0,
    "use": 25.0,
    "effect": 1.0,
}
SIDE: Given = {
    "own_coverage": 0.5,
    "drones": 1.0,
    "trucks": 1000.0,
    "most_trucks": 1000.0,
    "materiel": 1.0,
    "threshold": 1.5,
    "reserve": 0.5,
    "stickiness": 0.7,
    "may_withdraw": 1,
    "will": 0.8,
    "starting_will": 0.8,
}
ROAD: Given = {"owner": -1, "length": 5.0, "capacity": 1e4}
SUPPORTER: Given = {"intelligence": 1.0, "materiel": 1.0, "money": 1.0}


@cache
def shipped_laws() -> Constants:
    """Return the constants of ``westphalia/laws``."""
    groups = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))["laws"].values()
    values = {name: float(quantity["value"]) for group in groups for name, quantity in group.items()}
    return Constants(**{name: values[name] for name in Constants._fields})


def laws(**changed: float) -> Constants:
    """Return the shipped constants with some changed."""
    return shipped_laws()._replace(**changed)


def tables(
    places: Sequence[Given],
    roads: Roads = (),
    formations: Sequence[Given] = (),
    sides: tuple[Given, Given] = ({}, {}),
    supporters: Sequence[Given] = (),
    mediators: Sequence[Given] = (),
    events: Sequence[Given] = (),
    links: Sequence[tuple[int, int, Given, Given]] = (),
    borders: Sequence[tuple[int, int]] | None = None,
    days: int = 40,
    key: int | None = None,
) -> Tables:
    """Return a state as tables; roads make neighbours, unless ``borders`` says who they are.

    A link is given as its ends, its way among the roads, and itself.
    """
    joined = sorted({(a, b) for a, b, _ in roads} if borders is None else set(borders))
    rows: dict[str, list[Given]] = {"places": [], "roads": [], "road_ends": [], "neighbours": []}
    seen: dict[tuple[int, int], int] = {}
    for n, given in enumerate(places):
        position = {"id": stable_id(f"place {n}"), "east": 5.0 * n, "population": given.get("civilians", 0.0)}
        place = {**PLACE, **position, **given}
        place |= {"first": len(rows["neighbours"]), "road_first": len(rows["road_ends"])}
        place.setdefault("home", place.get("holder", 0))
        rows["places"].append(place)
        for a, b in joined:
            if n in (a, b):
                road = [k for k, (start, end, _) in enumerate(roads) if {start, end} == {a, b}]
                seen[n, a + b - n] = len(rows["neighbours"])
                rows["neighbours"].append(
                    {"place": a + b - n, "road": road[0] if road else -1, "km": 5.0, "length": 5.0}
                )
        ways = [(a, b) for a, b, _ in roads] + [(a, b) for a, b, _, _ in links]
        ends = [{"place": a + b - n, "road": k} for k, (a, b) in enumerate(ways) if n in (a, b)]
        rows["road_ends"] += ends
        place |= {"last": len(rows["neighbours"]), "road_last": len(rows["road_ends"])}
    for (n, m), row in seen.items():
        rows["neighbours"][row] = {**rows["neighbours"][row], "mirror": seen[m, n]}
    for n, given in enumerate(rows["places"]):
        rows["places"][n] = {**given, "reach_first": n * len(rows["neighbours"])}
    rows["reaches"] = [{}] * (len(rows["places"]) * len(rows["neighbours"]))
    for k, (a, b, given) in enumerate(roads):
        rows["roads"].append({"id": stable_id(f"road {k}"), "a": a, "b": b, **ROAD, **given})
    rows["links"] = []
    for k, (a, b, way, given) in enumerate(links):
        link = {"id": stable_id(f"link {k}"), "road": len(rows["roads"]), "carriers": -1.0, "load": 1.0}
        rows["links"].append({**link, **given})
        rows["roads"].append({"a": a, "b": b, "length": 1.0, **way})
    rows["formations"] = [
        {"established": given.get("strength", 1000.0), **FORMATION, "id": stable_id(f"formation {n}"), **given}
        for n, given in enumerate(formations)
    ]
    rows["sides"] = [{**SIDE, "id": stable_id(f"side {s}"), **given} for s, given in enumerate(sides)]
    rows["supporters"] = [{**SUPPORTER, **given} for given in supporters]
    rows["mediators"] = list(mediators)
    rows["events"] = list(events)
    rows["conditions"] = [{"foreseen": 10**6, "moved": 1}]
    made = {name: table(kind, rows.get(name, [])) for name, kind in KINDS.items()}
    return tables_of(made, days, key_of(1, 0) if key is None else key)


def world(places: Sequence[Given], roads: Roads = (), **given: Any) -> World:  # noqa: ANN401 - as tables
    """Return the same as plain rows, on which the laws run as ordinary Python."""
    return interpreted(tables(places, roads, **given))


def under(w: World, key: int) -> World:
    """Return the same world under another key of chance; its rows are shared."""
    return w._replace(key=key)


def noted(w: World | Tables, reason: str, day: int = 0) -> float:
    """Return a day's entry in the ledger."""
    return float(w.ledger[day][LEDGER.index(reason)])


def measured(w: World | Tables, measure: str, day: int = 0) -> float:
    """Return a day's measure in the series."""
    return float(w.series[day][SERIES.index(measure)])


def same(one: Tables, other: Tables) -> bool:
    """Return whether two states are equal bit for bit, the unused working space left out."""
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in (*KINDS, "series", "ledger"))

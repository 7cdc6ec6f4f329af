"""Paths of the talks: leverage and the worth of the counter on each date of talks, over the runs of an ensemble."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sim.results.rows import Row
from sim.results.summary import spread

SWAP = "swap for "
"""Begins the name of a column with an exchange rate of land against the ground held abroad, km2 for km2."""


def talk_paths(talks: Sequence[Row], sides: Sequence[str], start: date) -> dict[str, list[dict[str, Any]]]:
    """Return leverage of both sides and what the counter adds to the first's, by date, each a mean with low and high.

    ``talks`` has a row a run and talks. A run that an agreement ended keeps the last talks it had, so that every date
    speaks of all runs.
    """
    latest: dict[int, Row] = {}
    path: list[dict[str, Any]] = []
    counter: list[dict[str, Any]] = []
    swap: list[dict[str, Any]] = []
    lands = sorted({name for row in talks for name in row if name.startswith(SWAP) and row[name] is not None})
    for day in sorted({int(row["talks_day"]) for row in talks}):
        latest |= {int(row["replication"]): row for row in talks if row["talks_day"] == day}
        when = (start + timedelta(days=day)).isoformat()
        known = list(latest.values())
        leverage = {side: spread([row[f"leverage_{s}"] for row in known]) for s, side in enumerate(sides)}
        path.append({"date": when, **leverage})
        counter.append({"date": when, **spread([row["chip_value_0"] for row in known])})
        rates = {name.removeprefix(SWAP): spread([row.get(name) for row in known]) for name in lands}
        swap.append({"date": when, **rates})
    return {"leverage_path": path, "counter": counter, "swap": swap}


def spaced(path: Sequence[Mapping[str, Any]], most: int) -> list[Mapping[str, Any]]:
    """Return at most so many dates of a path, at equal distances, the first and the last among them."""
    wanted = min(most, len(path))
    return [path[round(n * (len(path) - 1) / max(1, wanted - 1))] for n in range(wanted)]

"""Paths of the talks: leverage and the worth of the counter on each date of talks, over the runs of an ensemble."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sim.results.rows import Row
from sim.results.spread import BySide, Spread, spread

Date = TypeVar("Date")

SWAP = "swap for "
"""Begins the name of a column with an exchange rate of land against the ground held abroad, km2 for km2."""


@dataclass(frozen=True)
class Talked:
    """The talks of one date."""

    date: str
    leverage: BySide
    counter: Spread
    """What the counter adds to the first side's leverage."""
    swap: dict[str, Spread]
    """Exchange rate of the ground held abroad, by issue that is land: km2 of it for km2."""


@dataclass(frozen=True)
class TalkPaths:
    """The talks of all dates, in their order."""

    dates: tuple[Talked, ...]

    def as_json(self) -> dict[str, list[dict[str, Any]]]:
        """Return leverage, the counter and swaps by date, as ``run --json`` prints them."""
        every = [asdict(each) for each in self.dates]
        return {
            "leverage_path": [{"date": each["date"], **each["leverage"]} for each in every],
            "counter": [{"date": each["date"], **each["counter"]} for each in every],
            "swap": [{"date": each["date"], **each["swap"]} for each in every],
        }


def talk_paths(talks: Sequence[Row], sides: Sequence[str], start: date) -> TalkPaths:
    """Return leverage of both sides, what the counter adds to the first's, and rates of swaps, by date of talks.

    ``talks`` has a row a run and talks. A run that an agreement ended keeps the last talks it had, so that every date
    speaks of all runs.
    """
    latest: dict[int, Row] = {}
    dates: list[Talked] = []
    lands = sorted({name for row in talks for name in row if name.startswith(SWAP) and row[name] is not None})
    for day in sorted({int(row["talks_day"]) for row in talks}):
        latest |= {int(row["replication"]): row for row in talks if row["talks_day"] == day}
        known = list(latest.values())
        dates.append(
            Talked(
                (start + timedelta(days=day)).isoformat(),
                {side: spread([row[f"leverage_{s}"] for row in known]) for s, side in enumerate(sides)},
                spread([row["chip_value_0"] for row in known]),
                {name.removeprefix(SWAP): spread([row.get(name) for row in known]) for name in lands},
            )
        )
    return TalkPaths(tuple(dates))


def spaced(path: Sequence[Date], most: int) -> list[Date]:
    """Return at most so many dates of a path, at equal distances, the first and the last among them."""
    wanted = min(most, len(path))
    return [path[round(n * (len(path) - 1) / max(1, wanted - 1))] for n in range(wanted)]

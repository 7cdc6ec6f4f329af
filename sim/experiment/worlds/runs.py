"""Runs of worlds: their paths as arrays, with the draw of the campaign and of the table that each belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiment.worlds.playing import MORNINGS, SHARE, TALKS, dates_of_talks
from sim.scenario.scenario import Scenario
from sim.vocabulary import SERIES

Paths = NDArray[np.float64]
"""A row a run, a column a date."""


@dataclass(frozen=True)
class Runs:
    """All runs of a nested design, in its order; every array has a row for each run."""

    draw: NDArray[np.int64]
    """Draw of the campaign."""
    table: NDArray[np.int64]
    """Draw of the table within it."""
    replication: NDArray[np.int64]
    mornings: Mapping[str, Paths]
    """Every measure before the first day and after each, by column of the series."""
    talk_days: tuple[int, ...]
    """Days on whose morning the sides talk; empty where they do not."""
    talks: Mapping[str, Paths]
    """What is talked about on each date, such as ``leverage_0`` and ``counter``; what is missing is not a number."""
    agreed: Paths
    """Day on which an agreement ended the war; not a number where none did."""
    holders: NDArray[np.int8]
    """Holder of each place by morning, shape (runs, days + 1, places)."""

    @property
    def draws(self) -> int:
        """Return the number of draws of the campaign."""
        return len(np.unique(self.draw))

    @property
    def days(self) -> int:
        """Return the days of the campaign."""
        return int(self.holders.shape[1]) - 1

    def chosen(self, rows: Sequence[int]) -> "Runs":
        """Return some of the runs, in the order given."""
        return Runs(
            self.draw[rows],
            self.table[rows],
            self.replication[rows],
            {name: path[rows] for name, path in self.mornings.items()},
            self.talk_days,
            {name: path[rows] for name, path in self.talks.items()},
            self.agreed[rows],
            self.holders[rows],
        )

    def by_rule(self) -> dict[str, Paths]:
        """Return the first side's leverage at each date of talks under every bargaining rule."""
        mark = "leverage_0 by "
        return {name.removeprefix(mark): path for name, path in self.talks.items() if name.startswith(mark)}

    def shares(self) -> dict[str, Paths]:
        """Return the first side's share of every issue at each date of talks; not a number where nothing is settled."""
        return {name.removeprefix(SHARE): path for name, path in self.talks.items() if name.startswith(SHARE)}

    def nested(self, values: Paths) -> Paths:
        """Return one or more values a run in the shape (draws, tables, runs, ...), runs that failed as not a number."""
        tables, runs = int(self.table.max()) + 1, int(self.replication.max()) + 1
        whole = np.full((int(self.draw.max()) + 1, tables, runs, *values.shape[1:]), np.nan)
        whole[self.draw, self.table, self.replication] = values
        return whole


def runs_of(rows: pd.DataFrame, tables: int, talk_days: tuple[int, ...]) -> Runs:
    """Return the runs of a design with so many draws of the table in each draw of the campaign, from their rows."""
    ordered = rows.sort_values(["point", "replication"], ignore_index=True)
    point = ordered["point"].to_numpy(np.int64)
    talked = [name for name in ordered.columns if name.startswith(TALKS)]
    return Runs(
        draw=point // tables,
        table=point % tables,
        replication=ordered["replication"].to_numpy(np.int64),
        mornings={name: _stacked(ordered[f"{MORNINGS}{name}"]) for name in SERIES},
        talk_days=talk_days if talked else (),
        talks={name.removeprefix(TALKS): _stacked(ordered[name]) for name in talked},
        agreed=pd.to_numeric(ordered["agreed_day"]).to_numpy(float),
        holders=np.array([[np.frombuffer(morning.encode(), np.int8) for morning in run] for run in ordered["holders"]])
        - np.int8(ord("0")),
    )


def runs_of_tables(tables: Mapping[str, pd.DataFrame], scenario: Scenario, first: Mapping[str, float]) -> Runs:
    """Return the runs of one ensemble as those of a single world, from the tables of its results folder.

    ``first`` has the measures of the first morning. Who holds each place is not in these tables.
    """
    outcomes = tables["outcomes"].sort_values("replication")
    replication = outcomes["replication"].to_numpy(np.int64)
    nothing, dates = np.zeros(len(replication), dtype=np.int64), dates_of_talks(scenario)

    def by_run(table: str, when: str, column: str) -> pd.DataFrame:
        values = tables[table].assign(**{column: tables[table][column].astype(float)})
        whole = values.pivot(index="replication", columns=when, values=column)  # noqa: PD010 - nothing to put together
        return whole.reindex(replication)

    return Runs(
        draw=nothing,
        table=nothing,
        replication=replication,
        mornings={
            name: np.column_stack([np.full(len(replication), first[name]), by_run("days", "day", name).to_numpy(float)])
            for name in SERIES
        },
        talk_days=dates,
        talks={
            name: by_run("talks", "talks_day", column).reindex(columns=dates).ffill(axis=1).to_numpy(float)
            for name, column in _columns_of_talks(tables["talks"])
        },
        agreed=pd.to_numeric(outcomes["agreed_day"]).to_numpy(float),
        holders=np.zeros((len(replication), scenario.days + 1, 0), dtype=np.int8),
    )


def _columns_of_talks(talks: pd.DataFrame) -> list[tuple[str, str]]:
    """Return what is talked about with its column in a table of talks."""
    known = [("leverage_0", "leverage_0"), ("counter", "chip_value_0"), ("zone", "zone"), ("chance", "chance")]
    return known + [(name, name) for name in map(str, talks.columns) if name.startswith(("leverage_0 by ", SHARE))]


def _stacked(column: "pd.Series[float]") -> Paths:
    return np.array([np.asarray(path, dtype=float) for path in column])

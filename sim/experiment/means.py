"""Means by level: what each level of a crossed design leads to, averaged over the others."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
import pandas as pd

from sim.experiment.intervals import Interval
from sim.experiment.stopping import half_width

CONFIDENCE = 0.95


def means_by_level(runs: pd.DataFrame, factors: Sequence[str], outcome: str) -> dict[str, Any]:
    """Return for each factor and level the outcome's mean, and its difference from the factor's first level.

    Intervals, 95 %, are over replications: luck is common to all points, so a difference is paired within each.
    Replications that some point lacks are left out.
    """
    shared = runs.groupby("replication")["point"].nunique() == runs["point"].nunique()
    fits = runs[runs["replication"].isin(shared.index[shared])]
    return {factor: _levels(fits, factor, outcome) for factor in factors}


def _levels(runs: pd.DataFrame, factor: str, outcome: str) -> list[dict[str, Any]]:
    table = runs.pivot_table(index="replication", columns=factor, values=outcome, aggfunc="mean", sort=False)
    told = []
    for level in table.columns:
        mean = _interval(table[level])
        change = _interval(table[level] - table[table.columns[0]])
        apart = change.low > 0 or change.high < 0
        told.append(
            {
                "level": level if isinstance(level, str) else np.asarray(level).item(),
                **asdict(mean),
                "difference": asdict(change),
                "verdict": "reference" if level == table.columns[0] else "matters" if apart else "not resolved",
            }
        )
    return told


def _interval(values: "pd.Series[float]") -> Interval:
    mean, width = float(values.mean()), half_width(values.tolist(), CONFIDENCE)
    return Interval(mean, mean - width, mean + width)

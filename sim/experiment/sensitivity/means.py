"""Means by level: what each level of a crossed design leads to, averaged over the others."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from sim.experiment.sensitivity.findings_of_sweep import LevelMean
from sim.experiment.sensitivity.intervals import Interval, is_rounding
from sim.experiment.sweeps.stopping import half_width, half_width_of_measure

CONFIDENCE = 0.95


def means_by_level(runs: pd.DataFrame, factors: Sequence[str], outcome: str) -> dict[str, list[LevelMean]]:
    """Return for each factor and level the outcome's mean, and its difference from the factor's first level.

    Intervals, 95 %, are over replications: luck is common to all points, so a difference is paired within each. One
    replication has none. Replications that some point lacks are left out.
    """
    shared = runs.groupby("replication")["point"].nunique() == runs["point"].nunique()
    fits = runs[runs["replication"].isin(shared.index[shared])]
    return {factor: _levels(fits, factor, outcome) for factor in factors}


def _levels(runs: pd.DataFrame, factor: str, outcome: str) -> list[LevelMean]:
    width = half_width if pd.api.types.is_bool_dtype(runs[outcome]) else half_width_of_measure
    table = runs.pivot_table(index="replication", columns=factor, values=outcome, aggfunc="mean", sort=False)
    reference = table.columns[0]
    found = []
    for level in table.columns:
        mean, change = _interval(table[level], width), _interval(table[level] - table[reference], width)
        apart = (table[level] - table[reference]).abs().max()
        if level == reference or (len(table) > 1 and is_rounding(apart, table[reference])):
            change = Interval(0.0, 0.0, 0.0)
        label = level if isinstance(level, str) else np.asarray(level).item()
        verdict = "reference" if level == reference else _verdict(change)
        known = mean.known
        found.append(LevelMean(label, known.mean, known.low, known.high, change.known, verdict))
    return found


def _verdict(change: Interval) -> str:
    """Return whether a level "matters", makes "no difference" in any replication, or is "not resolved"."""
    if change.low == change.high == 0.0:
        return "no difference"
    return "matters" if change.low > 0 or change.high < 0 else "not resolved"


def _interval(values: "pd.Series[float]", half_width: Callable[[Sequence[float], float], float]) -> Interval:
    mean, width = float(values.mean()), half_width(values.tolist(), CONFIDENCE)
    return Interval(mean, mean - width, mean + width)

"""Certainty: the spread of a figure over replications, and how exactly its mean is known."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.results.spread import INTERVAL, Spread, spread

RESAMPLES = 1000
"""Bootstrap samples behind the interval of a mean."""
MEMORY = 2_000_000
"""Numbers held at once while resampling."""


@dataclass(frozen=True)
class Certain(Spread):
    """A spread with the 90 % interval of its mean: how far that would move with other seeds."""

    mean_low: float | None
    mean_high: float | None


def certain(values: "pd.Series[float] | NDArray[np.float64]") -> Certain:
    """Return the mean, the middle 90 % of values, and the 90 % interval of the mean.

    The latter comes from the percentile bootstrap (Efron 1979).
    """
    known = np.asarray(values, dtype=float)
    known = known[~np.isnan(known)]
    if not known.size:
        return Certain(None, None, None, None, None)
    low, high = np.percentile(_resampled_means(known), INTERVAL)
    runs = spread(known.tolist())
    return Certain(runs.mean, runs.low, runs.high, float(low), float(high))


def _resampled_means(known: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return means of samples drawn with replacement; the same values always give the same means."""
    chance = np.random.default_rng(0)
    at_once = max(1, MEMORY // known.size)
    means = [
        known[chance.integers(known.size, size=(min(at_once, RESAMPLES - first), known.size))].mean(axis=1)
        for first in range(0, RESAMPLES, at_once)
    ]
    return np.concatenate(means)

"""Certainty: the spread of a figure over replications, and how exactly its mean is known."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.results.summary import INTERVAL, spread

RESAMPLES = 1000
"""Bootstrap samples behind the interval of a mean."""
MEMORY = 2_000_000
"""Numbers held at once while resampling."""


def certain(values: "pd.Series[float] | NDArray[np.float64]") -> dict[str, float | None]:
    """Return the mean, the middle 90 % of values, and the 90 % interval of the mean.

    ``low`` and ``high`` say how widely runs differ; ``mean_low`` and ``mean_high``, the percentile bootstrap
    (Efron 1979), how far the mean would move with other seeds.
    """
    known = np.asarray(values, dtype=float)
    known = known[~np.isnan(known)]
    if not known.size:
        return {**spread([]), "mean_low": None, "mean_high": None}
    low, high = np.percentile(_resampled_means(known), INTERVAL)
    return {**spread(known.tolist()), "mean_low": float(low), "mean_high": float(high)}


def _resampled_means(known: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return means of samples drawn with replacement; the same values always give the same means."""
    chance = np.random.default_rng(0)
    at_once = max(1, MEMORY // known.size)
    means = [
        known[chance.integers(known.size, size=(min(at_once, RESAMPLES - first), known.size))].mean(axis=1)
        for first in range(0, RESAMPLES, at_once)
    ]
    return np.concatenate(means)

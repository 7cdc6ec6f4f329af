"""Shares of variance: how much of what differs between worlds is the campaign, the table, luck, and the rule.

The design is nested: draws of the campaign, in each of them draws of the table, in each of these runs under luck of
their own, and each run is judged under every bargaining rule. Components follow from the mean squares of the nested
analysis of variance (Searle, Casella and McCulloch 1992, ch. 3).
"""

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

SOURCES = ("campaign", "table", "luck", "rule")
"""What varies, from the outermost level of the design to the innermost."""
RESAMPLES = 500
"""Resampled sets of draws from which the intervals come."""
BAND = (5.0, 95.0)


@dataclass(frozen=True)
class Share:
    """A share of the variance of all runs, with its 90 % interval."""

    mean: float
    low: float
    high: float


def shares_of_variance(values: NDArray[np.float64], seed: int = 0) -> dict[str, Share | None]:
    """Return the share of each source; ``values`` has the shape (draws, tables, runs, rules).

    A level with one member alone cannot be told from the one above it, and its share is None; so are all shares when
    nothing varies. Draws with a value that is missing are left out. Intervals are of the share between 5 and 95 % of
    the draws' bootstrap (Efron 1979), for draws are what was sampled.
    """
    complete = values[~np.isnan(values).any(axis=(1, 2, 3))]
    known = [size > 1 for size in complete.shape]
    if not known[0] or not np.ptp(complete) > np.abs(complete).max() * 1e-9:
        return dict.fromkeys(SOURCES)
    estimate = _shares(complete)
    rng = np.random.default_rng(seed)
    picks = rng.integers(len(complete), size=(RESAMPLES, len(complete)))
    low, high = np.percentile([_shares(complete[pick]) for pick in picks], BAND, axis=0)
    return {
        name: Share(float(estimate[n]), float(low[n]), float(high[n])) if known[n] else None
        for n, name in enumerate(SOURCES)
    }


def found(shares: dict[str, Share | None]) -> dict[str, dict[str, float] | None]:
    """Return shares as JSON has them."""
    return {name: None if share is None else asdict(share) for name, share in shares.items()}


def _shares(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each level's component of variance as a share of their sum; a negative component counts as none."""
    components = []
    below = 0.0
    for level in range(values.ndim - 1, -1, -1):
        means = values.mean(axis=tuple(range(level + 1, values.ndim)))
        size = values.shape[level]
        spread = float(means.var(axis=level, ddof=1).mean()) if size > 1 else 0.0
        component = max(0.0, spread - below)
        components.append(component)
        below = (below + component) / size
    parts = np.array(components[::-1])
    return parts / parts.sum() if parts.sum() > 0.0 else parts

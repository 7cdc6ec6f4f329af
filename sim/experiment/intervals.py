"""Intervals of estimates, and whether they tell a factor that matters from one that does not."""

from dataclasses import dataclass

import numpy as np

WIDTH = 1.959963984540054
"""Standard errors on either side of an estimate that make a 95 % interval (normal)."""
NEGLIGIBLE = 0.05
"""Share of the variance, or of the greatest effect, that does not matter (Sarrazin et al. 2016)."""


@dataclass(frozen=True)
class Interval:
    """An estimate with the bounds of its 95 % interval."""

    mean: float
    low: float
    high: float


def around(estimate: float, error: float) -> Interval:
    """Return the interval of an estimate with a standard error."""
    return Interval(float(estimate), float(estimate - WIDTH * error), float(estimate + WIDTH * error))


def verdict(interval: Interval, negligible: float = NEGLIGIBLE) -> str:
    """Return whether an influence "matters", is "negligible", or is "not resolved" by the runs there are."""
    if not np.isfinite(interval.mean):
        return "not resolved"
    if interval.high < negligible:
        return "negligible"
    return "matters" if interval.low > 0 and interval.mean >= negligible else "not resolved"

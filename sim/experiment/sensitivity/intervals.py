"""Intervals of estimates, and whether they tell a factor that matters from one that does not."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sim.experiment.sensitivity.findings_of_sweep import Estimate

WIDTH = 1.959963984540054
"""Standard errors on either side of an estimate that make a 95 % interval (normal)."""
NEGLIGIBLE = 0.05
"""Share of the variance, or of the greatest effect, that does not matter (Sarrazin et al. 2016)."""
ROUNDING = 1e-9
"""Share of the numbers themselves below which their differences are rounding, no effect."""


@dataclass(frozen=True)
class Interval:
    """An estimate with the bounds of its 95 % interval; bounds that are not finite are unknown."""

    mean: float
    low: float
    high: float

    @property
    def known(self) -> Estimate:
        """Return what of the interval is known."""
        return Estimate(*(float(end) if np.isfinite(end) else None for end in (self.mean, self.low, self.high)))


def around(estimate: float, error: float) -> Interval:
    """Return the interval of an estimate with a standard error."""
    return Interval(float(estimate), float(estimate - WIDTH * error), float(estimate + WIDTH * error))


def is_rounding(difference: float, values: Iterable[float]) -> bool:
    """Return whether a difference between values is no more than the rounding of their arithmetic."""
    return abs(difference) <= ROUNDING * max((abs(value) for value in values), default=0.0)


def verdict(interval: Interval, negligible: float = NEGLIGIBLE) -> str:
    """Return whether an influence "matters", is "negligible", or is "not resolved" by the runs there are."""
    if not np.isfinite([interval.mean, interval.low, interval.high]).all():
        return "not resolved"
    if interval.high < negligible:
        return "negligible"
    return "matters" if interval.low > 0 and interval.mean >= negligible else "not resolved"

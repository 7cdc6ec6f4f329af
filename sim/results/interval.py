"""Intervals: how far a mean or a share found in a sample may lie from the truth."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtri, stdtrit


@dataclass(frozen=True)
class Interval:
    """An estimate with the interval that covers the truth at a level of confidence."""

    mean: float
    low: float
    high: float

    def side(self) -> int:
        """Return on which side of zero the whole interval lies: 1, -1, or 0 when it covers zero."""
        return int(self.low > 0) - int(self.high < 0)


def mean_interval(sample: ArrayLike, level: float) -> Interval:
    """Return the mean of a sample with Student's interval (1908); a sample of one value has no width.

    Raises:
        ValueError: the sample is empty.

    """
    values = np.asarray(sample, dtype=float)
    if values.size == 0:
        raise ValueError("the mean of nothing is asked for")
    mean = float(values.mean())
    if values.size == 1 or not values.std() > 0:
        return Interval(mean, mean, mean)
    reach = half_width_of_mean(values, level)
    return Interval(mean, mean - reach, mean + reach)


def half_width_of_mean(sample: ArrayLike, level: float) -> float:
    """Return half the width of Student's interval (1908) of the mean of a sample of at least two values."""
    values = np.asarray(sample, dtype=float)
    error = float(values.std(ddof=1)) / math.sqrt(values.size)
    return float(stdtrit(values.size - 1, 0.5 + level / 2)) * error


def deviates(level: float) -> float:
    """Return how many standard deviations on either side of its mean hold so much of a normal distribution."""
    return float(ndtri(0.5 + level / 2))


def share_interval(hits: int, tries: int, level: float) -> Interval:
    """Return a share of tries with Wilson's interval (1927).

    Raises:
        ValueError: nothing was tried.

    """
    if tries == 0:
        raise ValueError("the share of no tries is asked for")
    z = deviates(level)
    share = hits / tries
    centre = (share + z * z / (2 * tries)) / (1 + z * z / tries)
    reach = z / (1 + z * z / tries) * math.sqrt(share * (1 - share) / tries + z * z / (4 * tries * tries))
    return Interval(share, max(0.0, centre - reach), min(1.0, centre + reach))

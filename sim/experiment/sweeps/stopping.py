"""Sequential stopping: play on until a mean is known well enough (Chow and Robbins 1965; Law and Kelton)."""

from collections.abc import Sequence

import numpy as np

from sim.results.interval import half_width_of_mean, share_interval

FEW = 2
"""Values without which there is no spread to speak of."""


def half_width(values: Sequence[float], confidence: float) -> float:
    """Return the half-width of the interval of a mean; infinite while fewer than two values are known.

    Student's for measures. For yes and no, as 1 and 0, Wilson's (1927), which does not vanish when all agree.
    """
    known = [value for value in values if np.isfinite(value)]
    if len(known) < FEW or not set(known) <= {0.0, 1.0}:
        return half_width_of_measure(known, confidence)
    found = share_interval(int(sum(known)), len(known), confidence)
    return (found.high - found.low) / 2


def half_width_of_measure(values: Sequence[float], confidence: float) -> float:
    """Return the half-width of Student's interval of a mean; infinite while fewer than two values are known."""
    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    if known.size < FEW:
        return float("inf")
    return half_width_of_mean(known, confidence)

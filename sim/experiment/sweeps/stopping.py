"""Sequential stopping: play on until a mean is known well enough (Chow and Robbins 1965; Law and Kelton)."""

from collections.abc import Sequence

import numpy as np
from scipy.stats import norm, t

FEW = 2
"""Values without which there is no spread to speak of."""


def half_width(values: Sequence[float], confidence: float) -> float:
    """Return the half-width of the interval of a mean; infinite while fewer than two values are known.

    Student's for measures. For yes and no, as 1 and 0, Wilson's (1927), which does not vanish when all agree.
    """
    known = [value for value in values if np.isfinite(value)]
    if len(known) < FEW or not set(known) <= {0.0, 1.0}:
        return half_width_of_measure(known, confidence)
    n, p, z = len(known), sum(known) / len(known), float(norm.ppf(0.5 + confidence / 2))
    return float(z / (1 + z * z / n) * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)))


def half_width_of_measure(values: Sequence[float], confidence: float) -> float:
    """Return the half-width of Student's interval of a mean; infinite while fewer than two values are known."""
    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    if known.size < FEW:
        return float("inf")
    return float(t.ppf(0.5 + confidence / 2, known.size - 1) * known.std(ddof=1) / np.sqrt(known.size))

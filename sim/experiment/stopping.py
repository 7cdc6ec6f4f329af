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
    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    n = known.size
    if n < FEW:
        return float("inf")
    if set(known.tolist()) <= {0.0, 1.0}:
        z = float(norm.ppf(0.5 + confidence / 2))
        p = known.mean()
        return float(z / (1 + z * z / n) * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)))
    return float(t.ppf(0.5 + confidence / 2, n - 1) * known.std(ddof=1) / np.sqrt(n))

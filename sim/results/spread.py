"""Spreads: how widely a figure differs between runs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

INTERVAL = (5.0, 95.0)
"""Percentiles over replications between which 90 % of them lie."""


@dataclass(frozen=True)
class Spread:
    """The mean of a figure over runs and the bounds of the middle 90 % of them; None is what is not known."""

    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Chance:
    """The share of runs in which something is so."""

    probability: float


BySide = dict[str, Spread]
"""Of both sides, by name."""


def spread(values: Sequence[float | None]) -> Spread:
    """Return the spread of values; what is missing in some runs is left out, and a single value has no bounds."""
    known: NDArray[np.float64] = np.array([value for value in values if value is not None], dtype=float)
    if not known.size:
        return Spread(None, None, None)
    if known.size == 1:
        return Spread(float(known[0]), None, None)
    low, high = np.percentile(known, INTERVAL)
    return Spread(float(known.mean()), float(low), float(high))


def required(value: float | None) -> float:
    """Return a value that must be known here.

    Raises:
        ValueError: it is not.

    """
    if value is None:
        raise ValueError("a figure that is needed here is not known")
    return value

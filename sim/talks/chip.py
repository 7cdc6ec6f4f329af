"""Chip value: what a piece of territory adds to a side's leverage at the table."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ChipValue:
    """Leverage with the territory less leverage with it handed back."""

    mean: float
    """Below 0 when holding the territory costs more than it fetches."""

    error: float
    """Standard error of the mean; not a number for a single replication."""


def chip_value(holding: NDArray[np.float64], handed_back: NDArray[np.float64]) -> ChipValue:
    """Return the chip value from a side's leverage in the same replications with and without the territory.

    Both arguments have shape (replications,); replications share their random numbers pairwise, so the error is that
    of the differences.

    Raises:
        ValueError: The arguments differ in length or are empty.

    """
    if holding.shape != handed_back.shape or holding.ndim != 1 or not holding.size:
        raise ValueError(f"leverage {holding.shape} and {handed_back.shape}: both must be (replications,)")
    added = holding - handed_back
    error = float(added.std(ddof=1)) / math.sqrt(added.size) if added.size > 1 else math.nan
    return ChipValue(float(added.mean()), error)

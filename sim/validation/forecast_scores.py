"""Forecast scores: how good a forecast of a number was, once the number is known (Gneiting & Raftery 2007)."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

ROUNDING = 1e-9
"""Share of a number that is nothing but rounding."""


def fair_crps(members: Numbers, observed: float) -> float:
    """Return the continuous ranked probability score of an ensemble, in the unit of what is forecast; 0 is perfect.

    A forecast of one number scores its distance to the observation. This is the fair estimate (Ferro 2014), whose mean
    does not depend on how many members there are: the mean distance to the observation less half the mean distance
    between two different members.

    Raises:
        ValueError: there are fewer than two members.

    """
    count = len(members)
    if count < 2:  # noqa: PLR2004 - two make a pair
        raise ValueError("a fair score needs at least two members")
    ranked = np.sort(members)
    ranks = np.arange(1, count + 1)
    apart = 2.0 * float(((2 * ranks - count - 1) * ranked).sum())
    return float(np.abs(members - observed).mean()) - apart / (2.0 * count * (count - 1))


def skill(score: float, reference: float, scale: float = 0.0) -> float | None:
    """Return the share of a reference forecast's score that is saved: 1 perfect, 0 no better.

    None against a reference without error: 0, or no more than rounding where numbers are as large as ``scale``.
    """
    return None if reference <= ROUNDING * abs(scale) else 1.0 - score / reference


def covered(members: Numbers, observed: float, share: float = 0.8) -> bool:
    """Return whether the observation lies in the middle ``share`` of an ensemble."""
    low, high = np.percentile(members, (50.0 * (1.0 - share), 50.0 * (1.0 + share)))
    return bool(low <= observed <= high)


def rank(members: Numbers, observed: float) -> float:
    """Return the share of members below the observation, ties counted half: uniform if the forecast is calibrated."""
    return float(((members < observed) + 0.5 * (members == observed)).mean())


def wilson(successes: int, trials: int, z: float = 1.645) -> tuple[float, float]:
    """Return the interval of a share by Wilson (1927): 90 % unless another standard normal quantile is given."""
    share = successes / trials
    centre = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z * float(np.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))) / (1 + z * z / trials)
    return centre - half, centre + half

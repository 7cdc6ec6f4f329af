"""Regressions: how one thing goes with another over many battles."""

import numpy as np
from numpy.typing import ArrayLike
from scipy import optimize, stats

from sim.results.interval import Interval


def slope(x: ArrayLike, y: ArrayLike, level: float) -> Interval:
    """Return the slope of the least-squares line of y on x."""
    found = stats.linregress(x, y)
    reach = float(stats.t.ppf(0.5 + level / 2, np.size(x) - 2) * found.stderr)
    return Interval(float(found.slope), float(found.slope) - reach, float(found.slope) + reach)


def logit_slope(x: ArrayLike, won: ArrayLike, level: float) -> Interval:
    """Return by how much the log odds of winning rise with x, by maximum likelihood (Berkson 1944).

    Raises:
        ValueError: all battles ended alike.

    """
    design = np.column_stack([np.ones(np.size(x)), np.asarray(x, dtype=float)])
    outcome = np.asarray(won, dtype=float)
    if outcome.min() == outcome.max():
        raise ValueError("all battles ended alike")

    def loss(weights: np.ndarray) -> float:
        odds = design @ weights
        return float(np.sum(np.logaddexp(0, odds) - outcome * odds))

    weights = optimize.minimize(loss, np.zeros(2), method="BFGS").x
    chance = 1 / (1 + np.exp(-design @ weights))
    information = design.T @ (design * (chance * (1 - chance))[:, None])
    reach = float(stats.norm.ppf(0.5 + level / 2) * np.sqrt(np.linalg.inv(information)[1, 1]))
    return Interval(float(weights[1]), float(weights[1]) - reach, float(weights[1]) + reach)


def rank_correlation(x: ArrayLike, y: ArrayLike, level: float) -> Interval:
    """Return Spearman's rank correlation (1904) with Fisher's interval."""
    found = float(stats.spearmanr(x, y).statistic)
    reach = float(stats.norm.ppf(0.5 + level / 2)) / np.sqrt(np.size(x) - 3)
    centre = np.arctanh(np.clip(found, -1 + 1e-9, 1 - 1e-9))
    return Interval(found, float(np.tanh(centre - reach)), float(np.tanh(centre + reach)))


def median_interval(sample: ArrayLike, level: float) -> Interval:
    """Return the median of a sample with its interval by ranks (Thompson 1936).

    Raises:
        ValueError: the sample is empty.

    """
    values = np.sort(np.asarray(sample, dtype=float))
    if values.size == 0:
        raise ValueError("the median of nothing is asked for")
    rank = int(stats.binom.ppf(0.5 - level / 2, values.size, 0.5))
    return Interval(
        float(np.median(values)),
        float(values[max(0, rank - 1)]),
        float(values[min(values.size, values.size - rank + 1) - 1]),
    )

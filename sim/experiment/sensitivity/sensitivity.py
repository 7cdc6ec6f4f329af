"""Sensitivity: how much of an outcome's variance each factor accounts for (Sobol 1993), through the noise of luck.

A campaign is stochastic, so an index is that of the mean outcome over luck. A mean over R replications still carries
noise, and noise looks like interaction: it inflates total indices. Its share, known from the spread over replications,
is subtracted; the intervals resample base points and replications together.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiment.sensitivity.intervals import Interval, around, is_rounding

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Indices:
    """Indices of the factors, in order, with 95 % intervals; none when all variance may be luck."""

    first: list[Interval]
    """Share of the variance that a factor explains alone (Saltelli et al. 2010)."""
    total: list[Interval]
    """Share that it takes part in (Jansen 1999)."""
    luck: float | None
    """Share of a single run's variance that is luck; None from one replication a point."""
    base_points: int
    """Base points whose blocks are complete."""


def indices(outcome: Array, factors: int, resamples: int = 300, seed: int = 0) -> Indices | None:
    """Return Sobol's indices from outcomes by point and replication, or None when nothing varies.

    ``outcome`` has a row for each point in the order A, AB_1 .. AB_k, B of each base point; replication r has the same
    luck in every row. Base points with a missing outcome are left out.
    """
    blocks = outcome.reshape(-1, factors + 2, outcome.shape[1])
    blocks = blocks[np.isfinite(blocks).all(axis=(1, 2))]
    if len(blocks) < 2 or is_rounding(np.ptp(blocks), blocks.flat):  # noqa: PLR2004 - one base point has no variance
        return None
    estimate = _estimate(blocks)
    if not np.isfinite(estimate).all():
        return Indices([], [], luck_of(blocks), len(blocks))
    chance = np.random.default_rng(seed)
    resampled = np.array([_estimate(each) for each in _resampled(blocks, resamples, chance)])
    spread = np.nanstd(resampled, axis=0, ddof=1)
    first, total = ([around(m, s) for m, s in zip(estimate[n], spread[n], strict=True)] for n in (0, 1))
    return Indices(first, total, luck_of(blocks), len(blocks))


def luck_of(blocks: Array) -> float | None:
    """Return the share of the variance of single runs that is not between points."""
    if blocks.shape[-1] == 1:
        return None
    within = float(blocks.var(axis=-1, ddof=1).mean())
    between = float(blocks.mean(axis=-1).var(ddof=1)) - within / blocks.shape[-1]
    return float(within / (within + max(between, 0.0)))


def _estimate(blocks: Array) -> Array:
    """Return first and total indices, shape (2, factors), with what noise adds subtracted.

    Means of products of replication means m, n exceed the products of true means by the covariance over replications
    divided by their number; so do squares, by the variance.
    """
    blocks = blocks - blocks.mean()
    means = blocks.mean(axis=-1)
    a, ab, b = means[:, 0], means[:, 1:-1], means[:, -1]
    ends = means[:, [0, -1]]
    variance = ends.var() - _noise(blocks[:, [0, -1]], blocks[:, [0, -1]]).mean()
    step = blocks[:, 1:-1] - blocks[:, :1]
    first = (b[:, None] * (ab - a[:, None]) - _noise(blocks[:, -1:], step)).mean(axis=0)
    total = 0.5 * ((ab - a[:, None]) ** 2 - _noise(step, step)).mean(axis=0)
    return np.array([first, total]) / variance if variance > 0 else np.full((2, ab.shape[1]), np.nan)


def _noise(one: Array, other: Array) -> Array:
    """Return the covariance of two replication means, over the last axis.

    It is 0 from one replication, where it is unknown.
    """
    count = one.shape[-1]
    if count == 1:
        return np.zeros(np.broadcast_shapes(one.shape, other.shape)[:-1])
    one, other = (each - each.mean(axis=-1, keepdims=True) for each in (one, other))
    return np.asarray((one * other).sum(axis=-1) / (count - 1) / count)


def _resampled(blocks: Array, resamples: int, chance: np.random.Generator) -> Iterator[Array]:
    points, _, replications = blocks.shape
    for _ in range(resamples):
        chosen = blocks[chance.integers(points, size=points)]
        yield chosen[..., chance.integers(replications, size=replications)]

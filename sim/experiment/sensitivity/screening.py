"""Screening: the elementary effects of many factors from few runs (Morris 1991; Campolongo et al. 2007)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiment.sensitivity.intervals import Interval, around

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Effects:
    """Elementary effects of the factors, in order: change of the outcome for the whole range of a factor."""

    mean: list[Interval]
    """Mean effect, mu."""
    absolute: list[Interval]
    """Mean of its absolute value, mu*."""
    spread: list[float]
    """Standard deviation over trajectories, sigma, without the part that is luck: interaction or curvature."""
    floor: list[float]
    """What mu* would come to from luck alone; 0 from one replication, where it is unknown."""
    trajectories: int
    """Trajectories that are complete."""


def effects(shares: Array, outcome: Array, resamples: int = 300, seed: int = 0) -> Effects | None:
    """Return elementary effects, or None without two complete trajectories.

    ``shares`` has a row for each point with every factor as a share of its range; ``outcome`` a row for each point
    and a column for each replication. A trajectory is k + 1 points of which each changes one factor. Intervals, 95 %,
    resample trajectories and replications together.
    """
    k = shares.shape[1]
    paths = shares.reshape(-1, k + 1, k)
    values = outcome.reshape(-1, k + 1, outcome.shape[1])
    complete = np.isfinite(values).all(axis=(1, 2))
    paths, values = paths[complete], values[complete]
    if len(paths) < 2:  # noqa: PLR2004 - one trajectory has no spread
        return None
    found = _elementary(paths, values)
    chance = np.random.default_rng(seed)
    n, _, replications = found.shape
    drawn = [
        found[chance.integers(n, size=n)][..., chance.integers(replications, size=replications)].mean(axis=-1)
        for _ in range(resamples)
    ]
    errors = (np.std([f(each) for each in drawn], axis=0, ddof=1) for f in (_mean, _absolute))
    means = found.mean(axis=-1)
    mean, absolute = (
        [around(m, s) for m, s in zip(f(means), error, strict=True)]
        for f, error in zip((_mean, _absolute), errors, strict=True)
    )
    noise = found.var(axis=-1, ddof=1) / replications if replications > 1 else np.zeros_like(means)
    spread = np.sqrt(np.maximum(means.var(axis=0, ddof=1) - noise.mean(axis=0), 0.0))
    floor = np.sqrt(2 / np.pi * noise).mean(axis=0)
    return Effects(mean, absolute, spread.tolist(), floor.tolist(), n)


def _elementary(paths: Array, values: Array) -> Array:
    """Return the effect of each factor by trajectory, factor and replication."""
    steps = np.diff(paths, axis=1)
    changed = np.abs(steps).argmax(axis=2)
    size = np.take_along_axis(steps, changed[..., None], axis=2)
    found = np.diff(values, axis=1) / size
    ordered = np.empty_like(found)
    np.put_along_axis(ordered, np.broadcast_to(changed[..., None], found.shape), found, axis=1)
    return ordered


def _mean(effects_: Array) -> Array:
    return np.asarray(effects_.mean(axis=0))


def _absolute(effects_: Array) -> Array:
    return np.asarray(np.abs(effects_).mean(axis=0))

"""Bands: how far an outcome reaches over all worlds and all luck, and how well a probability is known."""

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import ArrayLike

from sim.results.interval import half_width_of_mean, share_interval

REACH = (5.0, 50.0, 95.0)
"""Percentiles: a band holds the middle 90 % of runs."""
LEVEL = 0.9


@dataclass(frozen=True)
class Band:
    """A mean and a median, with the bounds between which 90 % of runs lie; None where nothing is known."""

    mean: float | None
    median: float | None
    low: float | None
    high: float | None

    def as_json(self) -> dict[str, float | None]:
        """Return the band as JSON has it."""
        return asdict(self)

    def mirrored(self) -> "Band":
        """Return the band of one less the value: what the other side has of a whole."""
        turned = [None if value is None else 1.0 - value for value in (self.mean, self.median, self.high, self.low)]
        return Band(*turned)


def band(values: ArrayLike) -> Band:
    """Return the band of some values; those that are not a number are left out."""
    known = np.asarray(values, dtype=float)
    known = known[~np.isnan(known)]
    if not known.size:
        return Band(None, None, None, None)
    low, median, high = (float(value) for value in np.percentile(known, REACH))
    return Band(float(known.mean()), median, low, high)


@dataclass(frozen=True)
class Probability:
    """A share of runs, with the interval that covers the true one nine times in ten, and what it comes from."""

    mean: float
    low: float | None
    high: float | None
    luck: float | None
    """Share of the variance of what happens that is luck: it would differ in the same world."""
    parameters: float | None
    """Share that lies between worlds."""

    def as_json(self) -> dict[str, float | None]:
        """Return the probability with its interval as JSON has it."""
        return {"mean": self.mean, "low": self.low, "high": self.high}


def probability(happened: ArrayLike, world: ArrayLike) -> Probability:
    """Return the probability of something over runs, each of a numbered world.

    The interval is Student's over worlds, for worlds are what was drawn; with one world, Wilson's (1927) over runs.
    Luck and parameters come from the analysis of variance of the truth values within and between worlds; from one run a
    world, or where nothing varies, they cannot be told apart.
    """
    truth, worlds = np.asarray(happened, dtype=float), np.asarray(world)
    names, inverse = np.unique(worlds, return_inverse=True)
    share = float(truth.mean())
    if len(names) == 1:
        found = share_interval(int(truth.sum()), truth.size, LEVEL)
        return Probability(share, found.low, found.high, *((1.0, 0.0) if 0 < share < 1 else (None, None)))
    sizes = np.bincount(inverse)
    means = np.bincount(inverse, truth) / sizes
    reach = half_width_of_mean(means, LEVEL)
    low, high = (max(0.0, share - reach), min(1.0, share + reach)) if reach > 0.0 else _all_alike(share, len(names))
    within = float(((truth - means[inverse]) ** 2).sum()) / max(1, truth.size - len(names))
    between = max(0.0, float(means.var(ddof=1)) - within / float(sizes.mean()))
    if sizes.max() == 1 or within + between <= 0.0:
        return Probability(share, low, high, None, None)
    return Probability(share, low, high, within / (within + between), between / (within + between))


def _all_alike(share: float, worlds: int) -> tuple[float, float]:
    """Return Wilson's interval where every world says the same."""
    found = share_interval(round(share * worlds), worlds, LEVEL)
    return found.low, found.high

"""Weighting: how much each run counts once its days are compared with what was observed.

Approximate Bayesian computation by rejection with a kernel (Beaumont, Zhang and Balding 2002): a run whose distance to
the observations is d counts 1 - (d/h)², none beyond the tolerance h. Draws come from the prior, so that their weights
are those of the posterior, whatever the number of quantities; the days' errors need no likelihood, which they could not
have: a front that is ahead today is ahead tomorrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiment.worlds.ranges import at_share, resampled
from sim.scenario.quantity import Quantity

Numbers = NDArray[np.float64]

CRITICAL = 1.63
"""Kolmogorov's distance, times the root of the number of values, that one in a hundred exceeds by chance."""
LEAST = 10
"""Runs that are kept at the least."""
BAND = (0.05, 0.5, 0.95)
MEMBERS = 400
"""Runs of a posterior that are scored."""


def distances(simulated: Numbers, observed: Numbers) -> Numbers:
    """Return the mean absolute difference of each run, a row of ``simulated`` with a column a day, in its unit.

    A run that is not a number lies infinitely far.
    """
    return np.asarray(np.nan_to_num(np.abs(simulated - observed).mean(axis=1), nan=np.inf))


def tolerance_that_keeps(found: Numbers, share: float, floor: float = 0.0) -> float:
    """Return the distance within which a share of the runs lies, ten at the least; never less than ``floor``.

    Observations that are known only so well, as two sets of maps differ, make no finer distinction: ``floor``.
    """
    known = np.sort(found[np.isfinite(found)])
    count = min(len(known), max(LEAST, round(share * len(found))))
    return max(floor, float(np.nextafter(known[count - 1], np.inf)))


def weights(found: Numbers, tolerance: float) -> Numbers:
    """Return the weight of each run, all together 1."""
    mass = 1.0 - (np.minimum(found, tolerance) / tolerance) ** 2
    return np.asarray(mass / mass.sum())


def effective(weight: Numbers) -> float:
    """Return how many evenly weighted draws would know as much (Kish 1965)."""
    return float(weight.sum() ** 2 / (weight**2).sum())


def drawn_by_weight(weight: Numbers) -> list[int]:
    """Return the runs of a posterior that are scored, each as often as it counts."""
    return [int(row["run"]) for row in resampled({"run": list(range(len(weight)))}, weight.tolist(), MEMBERS)]


@dataclass(frozen=True)
class Learnt:
    """What the observations say of a quantity."""

    name: str
    prior: tuple[float, float, float]
    """The value below which 5, 50 and 95 % of the prior lie."""
    posterior: tuple[float, float, float]
    apart: float
    """Greatest difference between the two distribution functions (Kolmogorov)."""
    moved: bool
    """Whether they differ by more than one in a hundred would by chance."""

    def as_json(self) -> dict[str, object]:
        """Return the quantity as ``calibrate --json`` prints it."""
        names = ("low", "median", "high")
        return {
            "name": self.name,
            "prior": dict(zip(names, self.prior, strict=True)),
            "posterior": dict(zip(names, self.posterior, strict=True)),
            "apart": self.apart,
            "moved": self.moved,
        }


def learnt(name: str, quantity: Quantity, values: Sequence[float], weight: Numbers) -> Learnt:
    """Return what weighted draws say of a quantity, beside its prior."""
    drawn = np.asarray(values, dtype=float)
    order = np.argsort(drawn, kind="stable")
    before, after = np.arange(1, len(drawn) + 1) / len(drawn), np.cumsum(weight[order])
    apart = float(np.abs(after - before).max())
    ranked = drawn[order]
    found = ranked[np.minimum(np.searchsorted(after, BAND), len(ranked) - 1)].tolist()
    low, middle, high = (at_share(quantity, share) for share in BAND)
    return Learnt(
        name, (low, middle, high), (found[0], found[1], found[2]), apart, apart > CRITICAL / effective(weight) ** 0.5
    )

"""Synthetic wars: runs taken for what happened, to see how often forecasts hold what is known to be true.

A few observed months are one course of a war, whose days go together: they cannot tell whether intervals are right.
Runs that went as the observed days did can: each in turn is taken for the truth, the others are weighed by its days as
they are by the observed ones, and the days after are forecast (the coverage of Prangle, Blum, Popovic and Sisson 2014,
about what was observed; Talts et al. 2018 over the whole prior). It tests the method within the model, not the model.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.experiment.calibration.weighting import distances, drawn_by_weight, tolerance_that_keeps, weights
from sim.results.interval import mean_interval, share_interval
from sim.validation.beginning import begun
from sim.validation.forecast_scores import fair_crps

Numbers = NDArray[np.float64]

MOST = 200
"""Runs that are taken for what happened, at most: the closest to what was observed."""
SHARES = (50, 80, 90)
NEAR = (0.7, 0.9)
"""Share of one war's days between which the middle 80 % is said to have held as much as it should."""
LEVEL = 0.9
"""Confidence of the intervals, over wars: days of one are no independent trials."""


@dataclass(frozen=True)
class Coverage:
    """How forecasts of the days after held what came, means over synthetic wars."""

    crps: float
    """Continuous ranked probability score, km²."""
    coverage: Mapping[str, float]
    """Share of days on which the middle so many percent of runs held the truth."""
    coverage80_interval: tuple[float, float]
    every_day80: float
    """Share of wars of which the middle 80 % held every day."""
    every_day80_interval: tuple[float, float]
    near80: float
    """Share of wars of which it held 70 to 90 % of the days: how often one war alone looks as it should."""
    no_day80: float
    """Share of wars of which it held none."""

    def as_json(self) -> dict[str, Any]:
        """Return the coverage as ``calibrate --json`` prints it."""
        whole = asdict(self)
        return {f"coverage{share}": each for share, each in whole.pop("coverage").items()} | whole


@dataclass(frozen=True)
class SyntheticWars:
    """What became of a calibration whose truth was known."""

    wars: int
    days: int
    """Days after the last one that was compared, all of which are scored."""
    posterior: Coverage
    begun: Coverage
    """Of the same runs, each moved so that it begins from the last area that was seen."""

    def as_json(self) -> dict[str, Any]:
        """Return them as ``calibrate --json`` prints them."""
        ways = {"posterior": self.posterior.as_json(), "begun": self.begun.as_json()}
        return {"wars": self.wars, "days": self.days, **ways}


def synthetic_wars(
    evenings: Numbers, compared: NDArray[np.bool_], by_run: Numbers, each: int, keep: float, floor: float
) -> SyntheticWars | None:
    """Return how a calibration does on its own runs, shape (runs, days), km².

    None where no day is played after the last that was compared, or all runs that count are of one draw. ``compared``
    says which days were, ``by_run`` how much each run counts by what was observed: those that count most are taken for
    what happened, each without the runs of its own draw, ``each`` of them a draw. Of the others the closest share
    ``keep`` of all counts, or what lies within ``floor``.
    """
    last = int(np.flatnonzero(compared)[-1])
    truths = [run for run in np.argsort(-by_run, kind="stable")[:MOST].tolist() if by_run[run] > 0.0]
    later, then, seen = evenings[:, last + 1 :], evenings[:, last], evenings[:, compared]
    if not later.shape[1] or len({run // each for run in truths}) == 1:
        return None
    posterior, moved = [], []
    for truth in truths:
        found = distances(seen, seen[truth])
        found[truth // each * each : (truth // each + 1) * each] = np.inf
        chosen = drawn_by_weight(weights(found, tolerance_that_keeps(found, keep, floor)))
        members = later[chosen].T
        posterior.append(_held(members, later[truth]))
        moved.append(_held(begun(members, then[chosen], float(then[truth])), later[truth]))
    return SyntheticWars(len(truths), later.shape[1], _coverage(posterior), _coverage(moved))


def _held(members: Numbers, truth: Numbers) -> Numbers:
    """Return the mean CRPS of a forecast, a row a day, and the share of days that each middle share of it held."""
    crps = float(np.mean([fair_crps(*day) for day in zip(members, truth.tolist(), strict=True)]))
    low, high = (np.percentile(members, [50.0 + side * share / 2 for share in SHARES], axis=1) for side in (-1, 1))
    return np.array([crps, *((low <= truth) & (truth <= high)).mean(axis=1)])


def _coverage(held: list[Numbers]) -> Coverage:
    table = np.array(held)
    days80 = table[:, 1 + SHARES.index(80)]
    mean = mean_interval(days80, LEVEL)
    whole = share_interval(int((days80 == 1.0).sum()), len(table), LEVEL)
    return Coverage(
        crps=float(table[:, 0].mean()),
        coverage={str(share): float(table[:, column].mean()) for column, share in enumerate(SHARES, start=1)},
        coverage80_interval=(max(0.0, mean.low), min(1.0, mean.high)),
        every_day80=whole.mean,
        every_day80_interval=(whole.low, whole.high),
        near80=float(((days80 >= NEAR[0]) & (days80 <= NEAR[1])).mean()),
        no_day80=float((days80 == 0.0).mean()),
    )

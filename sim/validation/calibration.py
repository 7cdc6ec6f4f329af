"""Calibration against observed area: weights of a scenario's draws, what they say of it, and how well they forecast."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiment.calibration.grounds import Played
from sim.experiment.calibration.weighting import (
    Learnt,
    distances,
    drawn_by_weight,
    effective,
    learnt,
    tolerance_that_keeps,
    weights,
)
from sim.experiment.worlds.ranges import ranged
from sim.scenario.scenario import Scenario
from sim.validation.beginning import begun
from sim.validation.hindcast import hindcast
from sim.validation.score import Score
from sim.validation.synthetic_wars import SyntheticWars, synthetic_wars
from sim.vocabulary import BadInput


@dataclass(frozen=True)
class Calibration:
    """What observed area says of a scenario."""

    window: tuple[date, date]
    """First and last day that was compared."""
    days: int
    """Days of it on which something was observed."""
    tolerance: float
    """Mean absolute difference, km², beyond which a run counts for nothing."""
    failed: int
    """Runs that failed, and count for nothing."""
    closest: float
    prior_distance: float
    """Of the closest run, and of the median one."""
    by_draw: NDArray[np.float64]
    """Weight of each draw, all together 1."""
    parameters: list[Learnt]
    """The furthest moved first."""
    scores: Mapping[str, Score | None]
    """Of prior and posterior on the days that were compared and on those after them; None where there are none.

    ``begun_after`` is of the posterior's runs, each moved so that it begins from the last area that was compared.
    """
    synthetic: SyntheticWars | None
    """How the same does where the truth is known; None where no day is played after those that are compared."""

    @property
    def effective(self) -> float:
        """Return how many evenly weighted draws would know as much."""
        return effective(self.by_draw)

    def as_json(self) -> dict[str, Any]:
        """Return the calibration as ``calibrate --json`` prints it."""
        return {
            "window": [day.isoformat() for day in self.window],
            "days": self.days,
            "tolerance_km2": self.tolerance,
            "closest_km2": self.closest,
            "median_km2": self.prior_distance,
            "failed": self.failed,
            "kept": int((self.by_draw > 0.0).sum()),
            "effective": self.effective,
            "parameters": [each.as_json() for each in self.parameters],
            "moved": sum(each.moved for each in self.parameters),
            "moved_by_chance": len(self.parameters) / 100,
            "scores": {name: None if each is None else each.as_json() for name, each in self.scores.items()},
            "synthetic": self.synthetic and self.synthetic.as_json(),
        }


def window_of(
    observed: "pd.Series[float]", scenario: Scenario, first: date | None, last: date | None
) -> "pd.Series[float]":
    """Return what was observed on the days that are compared: within two dates, and played.

    Raises:
        BadInput: nothing was.

    """
    played = pd.date_range(scenario.start, periods=scenario.days)
    within = observed[observed.index.isin(played)]
    if first is not None:
        within = within[within.index >= pd.Timestamp(first)]
    if last is not None:
        within = within[within.index <= pd.Timestamp(last)]
    if within.empty:
        span = f"from {first or played[0].date()} to {last or played[-1].date()}"
        raise BadInput(f"nothing was observed {span} on a day that is played; name other days by --from and --until")
    return within


def calibrated(
    scenario: Scenario, played: Played, observed: "pd.Series[float]", within: "pd.Series[float]", keep: float,
    floor: float, trend_days: int,
) -> Calibration:  # fmt: skip
    """Return what the observed areas ``within`` a window say of the draws that were played.

    A run counts by its own distance, and a draw by the sum of its runs. Scores on later days are of the runs that
    count, which go on from where they are: they know what a forecast made on the window's last day would know.
    """
    dates = pd.date_range(scenario.start, periods=scenario.days)
    draws, each, _ = played.areas.shape
    evenings = played.areas[:, :, 1:].reshape(draws * each, -1)
    compared = dates.isin(within.index)
    found = distances(evenings[:, compared], np.asarray(within, dtype=np.float64))
    tolerance = tolerance_that_keeps(found, keep, floor)
    by_run = weights(found, tolerance)
    by_draw = by_run.reshape(draws, each).sum(axis=1)
    quantities = ranged(scenario)
    parameters = [
        learnt(name, quantities[name], [point[name] for point in played.points], by_draw) for name in played.points[0]
    ]
    chosen = drawn_by_weight(by_run)
    after = observed[(observed.index > within.index[-1]) & observed.index.isin(dates)]
    known = observed[observed.index <= within.index[-1]]
    window = (within.index[0], within.index[-1])
    scores: dict[str, Score | None] = {}
    then = evenings[chosen, int(np.flatnonzero(compared)[-1])]
    forecasts = {"prior": evenings[np.isfinite(found)].T, "posterior": evenings[chosen].T}
    forecasts["begun"] = begun(forecasts["posterior"], then, float(within.iloc[-1]))
    for kind, runs in forecasts.items():
        forecast = pd.DataFrame(runs, index=dates)
        if kind != "begun":
            scores[f"{kind}_within"] = hindcast(forecast.loc[within.index], known, trend_days, window)
        later = forecast.loc[dates > within.index[-1]]
        scored = pd.concat([known, after])
        scores[f"{kind}_after"] = None if after.empty else hindcast(later, scored, trend_days, window)
    return Calibration(
        window=(within.index[0].date(), within.index[-1].date()),
        days=len(within),
        tolerance=tolerance,
        failed=int(np.isinf(found).sum()),
        closest=float(found.min()),
        prior_distance=float(np.median(found[np.isfinite(found)])),
        by_draw=by_draw,
        parameters=sorted(parameters, key=lambda parameter: -parameter.apart),
        scores=scores,
        synthetic=synthetic_wars(evenings, compared, by_run, each, keep, floor),
    )


def hash_of_data(file: Path) -> str:
    """Return the SHA-256 of a table of observations."""
    return hashlib.sha256(file.read_bytes()).hexdigest()

"""Reference forecasts: what one would say without any model - as it is, or going on as it went."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

Numbers = NDArray[np.float64]

FASTEST = 1.0
"""Rate of decay a day beyond which none is looked for."""
RATES = np.concatenate([[0.0], np.geomspace(1e-5, FASTEST, 200)])
"""Rates of decay a day among which the best is looked for first."""


def persistence(before: "pd.Series[float]", dates: pd.DatetimeIndex) -> "pd.Series[float]":
    """Return the last area observed before, for every date."""
    return pd.Series(float(before.iloc[-1]), index=dates)


def linear_trend(before: "pd.Series[float]", dates: pd.DatetimeIndex, days: int) -> "pd.Series[float]":
    """Return the straight line through what was observed in the last ``days`` days before, by least squares.

    No area falls below nothing. Of a single observation it is persistence.
    """
    recent = recent_days(before, days)
    if len(recent) == 1:
        return persistence(before, dates)
    origin = recent.index[-1]
    slope, level = np.polyfit((recent.index - origin).days, recent.to_numpy(), 1)
    return pd.Series(np.maximum(0.0, level + slope * (dates - origin).days), index=dates)


def decay(
    before: "pd.Series[float]", dates: pd.DatetimeIndex, fitted: "pd.Series[float]", *, level_too: bool = False
) -> "pd.Series[float]":
    """Return an exponential decay, level e^(-rate t), by least squares through the observations ``fitted``.

    With one parameter only the rate is fitted and the level is the last area observed ``before``; with ``level_too``
    the level is fitted as well. The rate is not negative. Of a single observation it is persistence.
    """
    origin = before.index[-1]
    times = np.asarray((fitted.index - origin).days, dtype=np.float64)
    areas = np.asarray(fitted, dtype=np.float64)
    pinned = None if level_too else float(before.iloc[-1])
    if len(areas) == 1 or not areas.any():
        return persistence(before, dates)

    def missed(rate: float) -> float:
        return float(((_level(rate, times, areas, pinned) * np.exp(-rate * times) - areas) ** 2).sum())

    rate = _least(missed)
    level = _level(rate, times, areas, pinned)
    return pd.Series(level * np.exp(-rate * np.asarray((dates - origin).days, float)), index=dates)


def recent_days(before: "pd.Series[float]", days: int) -> "pd.Series[float]":
    """Return what was observed in the last ``days`` days of a series."""
    recent: pd.Series[float] = before[before.index > before.index[-1] - pd.Timedelta(days=days)]
    return recent


def _level(rate: float, times: Numbers, areas: Numbers, pinned: float | None) -> float:
    """Return the level that fits best at a rate, unless it is given."""
    if pinned is not None:
        return pinned
    shape = np.exp(-rate * times)
    return float((shape * areas).sum() / (shape * shape).sum())


def _least(missed: Callable[[float], float]) -> float:
    """Return the rate at which least is missed: the best of many, made finer between its neighbours."""
    best = int(np.argmin([missed(rate) for rate in RATES.tolist()]))
    low, high = float(RATES[max(0, best - 1)]), float(RATES[min(len(RATES) - 1, best + 1)])
    finer = float(minimize_scalar(missed, bounds=(low, high), method="bounded", options={"xatol": 1e-9}).x)
    return min(finer, float(RATES[best]), key=missed)

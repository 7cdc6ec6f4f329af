"""Reference forecasts: what one would say without any model - as it is, or going on as it went."""

import numpy as np
import pandas as pd


def persistence(before: "pd.Series[float]", dates: pd.DatetimeIndex) -> "pd.Series[float]":
    """Return the last area observed before, for every date."""
    return pd.Series(float(before.iloc[-1]), index=dates)


def linear_trend(before: "pd.Series[float]", dates: pd.DatetimeIndex, days: int) -> "pd.Series[float]":
    """Return the straight line through what was observed in the last ``days`` days before, by least squares.

    No area falls below nothing. Of a single observation it is persistence.
    """
    recent = before[before.index > before.index[-1] - pd.Timedelta(days=days)]
    if len(recent) == 1:
        return persistence(before, dates)
    origin = recent.index[-1]
    slope, level = np.polyfit((recent.index - origin).days, recent.to_numpy(), 1)
    return pd.Series(np.maximum(0.0, level + slope * (dates - origin).days), index=dates)

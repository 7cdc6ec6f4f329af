"""Fan charts: how a measure goes over time, as the median and the middle half and 90 % of runs."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from sim.report.figures.plot import Plot, padded, round_marks

Paths = NDArray[np.float64]
"""A row a run, a column a date; not a number where a run has none."""


def fan_chart(
    title: str,
    start: date,
    days: Sequence[float],
    fans: Mapping[str, Paths],
    last: float,
    *,
    least: float = 0.0,
    floor: float | None = None,
    zero: bool = False,
) -> str:
    """Return the chart of one or more fans by their colour (``first`` or ``second``), ``days`` counted from ``start``.

    ``last`` is where the time axis ends; the vertical range is at least ``least`` wide, starts no lower than ``floor``
    and, with ``zero``, holds a line at 0.
    """
    bands = {kind: np.nanpercentile(paths, (5, 25, 50, 75, 95), axis=0) for kind, paths in fans.items()}
    low = min(float(band.min()) for band in bands.values())
    high = max(float(band.max()) for band in bands.values())
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    plot = Plot(title, (0.0, last), padded(low, high, least, floor))
    plot.grid(round_marks(*plot.up))
    plot.foot(date_marks(start, last))
    if zero:
        plot.line([0.0, last], [0.0, 0.0], "zero")
    for kind, (p5, p25, p50, p75, p95) in bands.items():
        plot.band(days, p5, p95, f"outer {kind}")
        plot.band(days, p25, p75, f"inner {kind}")
        plot.line(days, p50, f"middle {kind}")
    plot.cursor()
    return plot.drawn()


def share_chart(title: str, start: date, days: Sequence[float], shares: Sequence[float], last: float) -> str:
    """Return the chart of a share of runs over time, from none to all."""
    plot = Plot(title, (0.0, last), (0.0, 1.04))
    plot.grid((share / 4, f"{share * 25} %") for share in range(5))
    plot.foot(date_marks(start, last))
    plot.line(days, shares, "middle first")
    for day, share in zip(days, shares, strict=True):
        plot.dot(day, share, "first")
    plot.cursor()
    return plot.drawn()


def date_marks(start: date, last: float, wanted: int = 5) -> list[tuple[float, str]]:
    """Return days with their dates, at equal distances."""
    step = max(1, round(last / wanted))
    return [(day, day_month(start + timedelta(days=day))) for day in range(0, int(last) + 1, step)]


def day_month(when: date) -> str:
    """Return a date as people write it, without the year."""
    return f"{when.day} {when:%b}"

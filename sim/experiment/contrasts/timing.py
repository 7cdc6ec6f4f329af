"""Timing: leverage against the date and the length of a cut-off, and the date from which it no longer matters."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiment.contrasts.endings import Play
from sim.experiment.contrasts.timing_curve import Point, TimingCurve, TippingDate
from sim.experiment.sensitivity.certainty import Certain, certain
from sim.results.spread import required
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

RESAMPLES = 500
"""Samples of pairs from which the interval of a tipping date comes."""
SURE = 0.9
"""Share of them that must have a date for one to be told."""
Z90 = 1.6448536269514722
"""Standard errors on either side of a mean that make a 90 % interval (normal)."""

Cut = Callable[[date, int], Scenario]
"""The scenario with the cut-off: (its first day, its length in days)."""


def timing(
    baseline: Scenario,
    cut: Cut,
    side: str,
    starts: Sequence[date],
    lengths: Sequence[int],
    least: float,
    play: Play,
) -> TimingCurve:
    """Return ``side``'s leverage at the end for each start and length of a cut-off, under the luck of the baseline.

    A point has leverage and its paired difference from the baseline, with bands over runs and intervals of the mean.
    A cut-off matters when the 90 % interval of the mean difference leaves out 0 and the mean is ``least`` or more. The
    tipping date of a length is the first start from which on it matters no longer, though it did at the start before.

    Raises:
        BadInput: a start lies outside the campaign.

    """
    since = {start: (start - baseline.start).days for start in starts}
    for start, day in since.items():
        if not 0 <= day < baseline.days:
            last = pd.Timestamp(baseline.start) + pd.Timedelta(days=baseline.days - 1)
            raise BadInput(f"{start} is outside the campaign; choose starts from {baseline.start} to {last.date()}")
    column = f"leverage_{list(baseline.sides).index(side)}"
    without = play(baseline, "without")[column]
    points: list[Point] = []
    changes = {}
    for length in sorted(set(lengths)):
        for start in sorted(set(starts)):
            with_it = play(cut(start, length), f"{length} days from {start}")[column]
            changes[length, str(start)] = (with_it - without).to_numpy(float)
            points.append(Point(str(start), length, certain(with_it), certain((with_it - without).dropna())))
    found = {
        length: tipping([point for point in points if point.length == length], least) for length in sorted(set(lengths))
    }
    return TimingCurve(
        side=side,
        least=least,
        starts=[str(start) for start in sorted(set(starts))],
        lengths=sorted(set(lengths)),
        baseline=certain(without),
        points=points,
        tipping_date={str(length): when for length, (when, _) in found.items()},
        verdicts={str(length): verdict for length, (_, verdict) in found.items()},
        tipping=tipping_interval({when: each for (days, when), each in changes.items() if days == max(lengths)}, least),
        title=baseline.title,
    )


def tipping(points: Sequence[Point], least: float) -> tuple[str | None, str]:
    """Return the tipping date of one length of cut-off, points in order of start, and what to say of it."""
    matters = [_matters(point.difference, least) for point in points]
    if not any(matters):
        return None, "none in range: at no start does it move leverage"
    if matters[-1]:
        return None, "none in range: it still moves leverage at the last start"
    first = len(matters) - matters[::-1].index(True)
    when = points[first].start
    return when, f"{when}: from then on it no longer moves leverage"


def tipping_interval(changes: Mapping[str, NDArray[np.float64]], least: float) -> TippingDate:
    """Return the tipping date with its interval, from the changes of paired runs by start, in order of start.

    Pairs are drawn anew, all starts alike (bootstrap, Efron 1979); the date is told where nine in ten samples have one,
    and its interval is the middle 90 % of theirs. Otherwise the curve is flat, or falls beyond the last start: no date.
    """
    starts = list(changes)
    table = np.array([changes[start] for start in starts])
    table = table[:, ~np.isnan(table).any(axis=0)]
    if table.shape[1] < 2:  # noqa: PLR2004 - one pair has no spread
        return TippingDate(None, None, None)
    rng = np.random.default_rng(0)
    dates = []
    for _ in range(RESAMPLES):
        sample = table[:, rng.integers(table.shape[1], size=table.shape[1])]
        means, errors = sample.mean(axis=1), sample.std(axis=1, ddof=1) / np.sqrt(table.shape[1])
        matters = np.flatnonzero((np.abs(means) >= least) & (np.abs(means) > Z90 * errors))
        if matters.size and matters[-1] + 1 < len(starts):
            dates.append(int(matters[-1]) + 1)
    if len(dates) < SURE * RESAMPLES:
        return TippingDate(None, None, None)
    low, middle, high = (starts[int(n)] for n in np.percentile(dates, (5, 50, 95), method="nearest"))
    return TippingDate(middle, low, high)


def _matters(change: Certain, least: float) -> bool:
    mean, low, high = (required(each) for each in (change.mean, change.mean_low, change.mean_high))
    return abs(mean) >= least and not low <= 0.0 <= high

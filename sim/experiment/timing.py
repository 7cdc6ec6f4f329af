"""Timing: leverage against the date and the length of a cut-off, and the date from which it no longer matters."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from sim.experiment.certainty import certain
from sim.experiment.endings import Play
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

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
) -> dict[str, Any]:
    """Return ``side``'s leverage at the end for each start and length of a cut-off, under the luck of the baseline.

    A point has leverage and its paired difference from the baseline, with bands over runs and intervals of the mean.
    A cut-off matters when the 90 % interval of the mean difference leaves out 0 and the mean is ``least`` or more. The
    tipping date of a length is the first start from which on it matters no longer, though it did at the start before.

    Raises:
        BadInput: a start lies outside the campaign.

    """
    days = {start: (start - baseline.start).days for start in starts}
    for start, day in days.items():
        if not 0 <= day < baseline.days:
            last = pd.Timestamp(baseline.start) + pd.Timedelta(days=baseline.days - 1)
            raise BadInput(f"{start} is outside the campaign; choose starts from {baseline.start} to {last.date()}")
    column = f"leverage_{list(baseline.sides).index(side)}"
    without = play(baseline, "without")[column]
    points = []
    for length in sorted(set(lengths)):
        for start in sorted(set(starts)):
            with_it = play(cut(start, length), f"{length} days from {start}")[column]
            points.append(
                {
                    "start": str(start),
                    "length": length,
                    "leverage": certain(with_it),
                    "difference": certain((with_it - without).dropna()),
                }
            )
    found = {
        length: tipping([point for point in points if point["length"] == length], least)
        for length in sorted(set(lengths))
    }
    return {
        "side": side,
        "least": least,
        "starts": [str(start) for start in sorted(set(starts))],
        "lengths": sorted(set(lengths)),
        "baseline": certain(without),
        "points": points,
        "tipping_date": {str(length): when for length, (when, _) in found.items()},
        "tipping": {str(length): verdict for length, (_, verdict) in found.items()},
    }


def tipping(points: Sequence[dict[str, Any]], least: float) -> tuple[str | None, str]:
    """Return the tipping date of one length of cut-off, points in order of start, and what to say of it."""
    matters = [_matters(point["difference"], least) for point in points]
    if not any(matters):
        return None, "none in range: at no start does it move leverage"
    if matters[-1]:
        return None, "none in range: it still moves leverage at the last start"
    first = len(matters) - matters[::-1].index(True)
    when = str(points[first]["start"])
    return when, f"{when}: from then on it no longer moves leverage"


def _matters(change: dict[str, float], least: float) -> bool:
    return abs(change["mean"]) >= least and not change["mean_low"] <= 0.0 <= change["mean_high"]

"""Curves of findings: leverage against the start of a cut-off, and a hindcast against what was seen."""

from datetime import date

from sim.experiment.contrasts.timing_curve import TimingCurve
from sim.report.figures.fan_chart import date_marks
from sim.report.figures.plot import Plot, padded, round_marks
from sim.results.spread import required
from sim.validation.score import Score

KINDS = ("first", "second", "third", "fourth")


def timing_curve(timing: TimingCurve) -> str:
    """Return the change of leverage by start of a cut-off: a line a length, and the 90 % interval of its mean."""
    first = date.fromisoformat(timing.starts[0])
    days = [float((date.fromisoformat(start) - first).days) for start in timing.starts]
    lengths = [length for length in timing.lengths if length > 0]
    changes = [point.difference for point in timing.points]
    low, high = min(required(c.mean_low) for c in changes), max(required(c.mean_high) for c in changes)
    last = max(days[-1], 1.0)
    plot = Plot(
        f"Change of {timing.side}'s leverage by start", (0.0, last), padded(min(low, 0.0), max(high, 0.0), 0.002)
    )
    plot.grid(round_marks(*plot.up))
    plot.foot(date_marks(first, last))
    plot.line([0.0, last], [0.0, 0.0], "zero")
    for kind, length in zip(KINDS, lengths, strict=False):
        row = [point.difference for point in timing.points if point.length == length]
        lows, highs = [required(each.mean_low) for each in row], [required(each.mean_high) for each in row]
        means = [required(each.mean) for each in row]
        plot.band(days, lows, highs, f"outer {kind}")
        plot.line(days, means, f"middle {kind}")
        for day, mean in zip(days, means, strict=True):
            plot.dot(day, mean, kind)
    return plot.drawn()


def hindcast_curve(score: Score) -> str:
    """Return the observed area beside the middle 80 % of runs and both forecasts without a model."""
    start, daily = date.fromisoformat(score.dates[0]), score.daily
    days = [float((date.fromisoformat(each) - start).days) for each in score.dates]
    values = [value for series in daily.values() for value in series]
    last = max(days[-1], 1.0)
    plot = Plot("Area held, observed and played, km2", (0.0, last), padded(min(values), max(values), 1.0, 0.0))
    plot.grid(round_marks(*plot.up))
    plot.foot(date_marks(start, last))
    plot.band(days, daily["low80"], daily["high80"], "outer first")
    plot.line(days, daily["median"], "middle first")
    plot.line(days, daily["persistence"], "reference")
    plot.line(days, daily["linear"], "reference dashed")
    plot.line(days, daily["observed"], "observed")
    return plot.drawn()

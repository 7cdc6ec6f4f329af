"""Figures of an analysis: what its numbers look like, one SVG for each kind of finding."""

from collections.abc import Mapping
from typing import Any

from sim.experiment.sensitivity.findings_of_sweep import Analysis, Estimate
from sim.report.figures.box_figure import box_figure
from sim.report.figures.interval_figure import Mark, interval_figure


def figures_of(analysis: Analysis) -> dict[str, str]:
    """Return the figures of what an analysis found, as SVG by name."""
    drawn: dict[str, str] = {}
    outcome = analysis.label
    if analysis.sobol and analysis.sobol.factors:
        indices = dict(sorted(analysis.sobol.factors.items(), key=lambda item: -(item[1].total.mean or 0.0)))
        lines = {name: [_mark(0, each.total), _mark(1, each.first)] for name, each in indices.items()}
        title = f"What decides {outcome}: Sobol's indices"
        axis = "share of the variance, 95 % intervals"
        drawn["sobol"] = interval_figure(title, lines, ["total", "first order"], _verdicts(indices), axis)
    if analysis.morris and analysis.morris.factors:
        effects = dict(sorted(analysis.morris.factors.items(), key=lambda item: -(item[1].mu_star.mean or 0.0)))
        lines = {name: [_mark(0, each.mu_star), _mark(1, each.mu)] for name, each in effects.items()}
        title = f"What moves {outcome}: elementary effects (Morris)"
        axis = f"change of {analysis.outcome} over the whole range, 95 % intervals"
        series = ["mean absolute effect", "mean effect"]
        drawn["morris"] = interval_figure(title, lines, series, _verdicts(effects), axis)
    if analysis.means:
        levels = {f"{name}: {each.level}": each for name, rows in analysis.means.items() for each in rows}
        lines = {name: [_mark(0, each.difference)] for name, each in levels.items()}
        title = f"What each level changes in {outcome}"
        known = any(each.difference.low is not None for each in levels.values() if each.verdict != "reference")
        over = "95 % intervals over" if known else "no intervals: too few"
        axis = f"change of {analysis.outcome}, {over} replications"
        drawn["means"] = interval_figure(title, lines, ["difference from the first level"], _verdicts(levels), axis)
    if analysis.discovery:
        sought = analysis.discovery
        bound = f"below {sought.below:g}" if sought.below is not None else f"above {sought.above:g}"
        title = f"Where {sought.label} is {bound}: {sought.share:.1%} of runs"
        drawn["discovery"] = box_figure(title, sought.boxes, {k: (v[0], v[1]) for k, v in sought.ranges.items()})
    return drawn


def _mark(series: int, estimate: Estimate) -> Mark:
    return Mark(series, estimate.mean or 0.0, estimate.low, estimate.high)


def _verdicts(found: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(each.verdict) for name, each in found.items()}

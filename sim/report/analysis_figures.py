"""Figures of an analysis: what its numbers look like, one SVG for each kind of finding."""

from collections.abc import Mapping
from typing import Any

from sim.report.box_figure import box_figure
from sim.report.interval_figure import Mark, interval_figure


def figures_of(told: Mapping[str, Any]) -> dict[str, str]:
    """Return the figures of what ``analyse`` found, as SVG by name."""
    drawn: dict[str, str] = {}
    outcome = told["label"]
    if told.get("sobol", {}).get("factors"):
        found = _by_size(told["sobol"]["factors"], "total")
        lines = {name: [_mark(0, each["total"]), _mark(1, each["first"])] for name, each in found.items()}
        series = ["total", "first order"]
        title = f"What decides {outcome}: Sobol's indices"
        drawn["sobol"] = interval_figure(
            title, lines, series, _verdicts(found), "share of the variance, 95 % intervals"
        )
    if told.get("morris", {}).get("factors"):
        found = _by_size(told["morris"]["factors"], "mu_star")
        lines = {name: [_mark(0, each["mu_star"]), _mark(1, each["mu"])] for name, each in found.items()}
        series = ["mean absolute effect", "mean effect"]
        title = f"What moves {outcome}: elementary effects (Morris)"
        drawn["morris"] = interval_figure(
            title, lines, series, _verdicts(found), f"change of {told['outcome']} over the whole range, 95 % intervals"
        )
    if told.get("means"):
        levels = {f"{name}: {each['level']}": each for name, rows in told["means"].items() for each in rows}
        lines = {name: [_mark(0, each["difference"])] for name, each in levels.items()}
        title = f"What each level changes in {outcome}"
        known = any(each["difference"]["low"] is not None for each in levels.values() if each["verdict"] != "reference")
        axis = (
            f"change of {told['outcome']}, {'95 % intervals over' if known else 'no intervals: too few'} replications"
        )
        drawn["means"] = interval_figure(title, lines, ["difference from the first level"], _verdicts(levels), axis)
    if told.get("discovery"):
        sought = told["discovery"]
        bound = f"below {sought['below']:g}" if sought.get("below") is not None else f"above {sought['above']:g}"
        title = f"Where {sought['label']} is {bound}: {sought['share']:.1%} of runs"
        drawn["discovery"] = box_figure(title, sought["boxes"], {k: (v[0], v[1]) for k, v in sought["ranges"].items()})
    return drawn


def _by_size(found: Mapping[str, Any], measure: str) -> dict[str, Any]:
    return dict(sorted(found.items(), key=lambda item: -float(item[1][measure]["mean"])))


def _mark(series: int, interval: Mapping[str, Any]) -> Mark:
    return Mark(series, interval["mean"] or 0.0, interval["low"], interval["high"])


def _verdicts(found: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(each["verdict"]) for name, each in found.items()}

"""The page: one HTML file about a results folder, with everything it needs inside."""

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from sim.experiment.contrasts.compared import Comparison, comparison_of
from sim.experiment.contrasts.timing_curve import timing_curve_of
from sim.experiment.sensitivity.certainty import Certain
from sim.experiment.sensitivity.findings_of_sweep import analysis_of
from sim.experiment.worlds.bands import Band
from sim.report.chronicle import chronicle
from sim.report.days import Session
from sim.report.evidence import count_by_confidence, uncertain_inputs
from sim.report.figures.analysis_figures import figures_of
from sim.report.figures.answer_figures import answer_figures
from sim.report.figures.bars import settlement_bars, signed, waterfall
from sim.report.figures.curves import hindcast_curve, timing_curve
from sim.report.figures.plot import number
from sim.report.figures.time_charts import time_charts
from sim.report.front_line import borders_of
from sim.report.kept_map import frames_of
from sim.report.narrative import narrative
from sim.report.readouts import readouts
from sim.report.representative import representative
from sim.report.theatre_map import boxes_of, layers_of
from sim.results.significant_digits import known, rounded
from sim.results.spread import Spread, required
from sim.results.strict_json import json_text
from sim.results.summary import summary
from sim.results.talk_paths import spaced, talk_paths
from sim.talks.rules import IN_WORDS
from sim.validation.score import score_of

DATES = 5
"""Dates of talks in the headline at the most; the charts show all."""

Findings = Mapping[str, Mapping[str, Any]]
READ: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "comparison": comparison_of,
    "timing": timing_curve_of,
    "hindcast": score_of,
    "analysis": analysis_of,
}
"""How findings with a type are read, by kind."""


def page(session: Session, findings: Findings) -> str:
    """Return the page about a session and what else was found, by kind: comparison, timing, hindcast, analysis."""
    scenario, manifest = session.scenario, session.manifest
    sides = list(scenario.sides)
    shown = representative(session)
    frames = frames_of(session, shown)
    boxes = boxes_of(session.deployment.cells, frames)
    result = summary(_rows(session.outcomes.reset_index()), sides, manifest.issues)
    paths = talk_paths(_rows(session.talks), sides, scenario.start)
    terms = {issue: share for issue, share in result.settlement.items() if share.mean is not None}
    read, answers = _read(findings), findings.get("answers")
    template = _environment().get_template("page.html.j2")
    return template.render(
        scenario=scenario,
        manifest=manifest,
        sides=sides,
        result=result,
        dates=spaced(paths.dates, DATES),
        peak=max(paths.dates, key=lambda at: at.counter.mean or 0.0),
        story=narrative(session),
        entries=chronicle(session, frames),
        shown=shown,
        boxes=boxes,
        layers=layers_of(session, borders_of(session.deployment.cells), boxes),
        charts=time_charts(session),
        settlement=settlement_bars(terms, sides) if terms else None,
        answers=answers,
        answer_figures=answer_figures(answers, sides[0]) if answers else {},
        peak_counter=max(answers["counter"], key=lambda at: at["median"] or 0.0) if answers else None,
        findings=read,
        beside=read.keys() & READ.keys(),
        drawn=_drawn(read),
        confidence=count_by_confidence(scenario),
        inputs=uncertain_inputs(scenario, read.get("analysis")),
        days=len(session.replications),
        error=float(session.outcomes["disagreement_error_0"].mean()),
        payload=_payload(session, frames, shown, findings.get("where", {})),
        style=_part("page.css"),
        behaviour=_part("page.js"),
    )


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table, with None for what a run has not."""
    whole = table.astype(object)
    return [
        {str(name): value for name, value in row.items()} for row in whole.where(whole.notna(), None).to_dict("records")
    ]


def _read(findings: Findings) -> dict[str, Any]:
    """Return findings as the commands that wrote them had them, as far as they have a type."""
    return {name: READ[name](content) if name in READ else content for name, content in findings.items()}


def _drawn(findings: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the figures of findings as SVG, by kind."""
    drawn: dict[str, list[str]] = {}
    if "comparison" in findings and findings["comparison"].attribution:
        drawn["comparison"] = [_waterfall(findings["comparison"])]
    if "timing" in findings:
        drawn["timing"] = [timing_curve(findings["timing"])]
    if "hindcast" in findings:
        drawn["hindcast"] = [hindcast_curve(findings["hindcast"])]
    if "analysis" in findings:
        drawn["analysis"] = list(figures_of(findings["analysis"]).values())
    return drawn


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sim.report"),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["spread"] = _spread
    environment.filters["change"] = _change
    environment.filters["change_over_worlds"] = _change_over_worlds
    environment.filters["rule_in_words"] = lambda rule: IN_WORDS.get(rule, rule)
    environment.filters["band"] = lambda each: known(_band(each))
    environment.filters["range"] = lambda each: rounded(_band(each))
    environment.filters["probability"] = _probability
    return environment


def _part(name: str) -> str:
    return files("sim.report").joinpath("templates", name).read_text(encoding="utf-8")


def _payload(session: Session, frames: list[dict[str, Any]], shown: int, where: Mapping[str, Any]) -> str:
    """Return what the map needs to draw each day, safe inside a script element."""
    cells = session.deployment.cells
    content = {
        "sides": [{"name": name, "short": side.short} for name, side in session.scenario.sides.items()],
        "places": [
            [name, round(x, 2), round(-y, 2)] for name, x, y in zip(cells.names, cells.east, cells.north, strict=True)
        ],
        "formations": list(session.scenario.order_of_battle.formations),
        "frames": frames,
        "readouts": readouts(session, shown, frames),
        "held": _held(cells.names, where),
    }
    return json_text(content, ascii_only=False).replace("<", "\\u003c")


def _held(names: Sequence[str], where: Mapping[str, Any]) -> dict[int, list[float]]:
    """Return by number of a place that changes hands how probable it is, by morning, that the first side has it."""
    return {names.index(place): mornings for place, mornings in where.get("first_side", {}).items()}


def _waterfall(comparison: Comparison) -> str:
    divided = comparison.attribution
    if divided is None:
        raise ValueError("the change between the scenarios was not divided")
    side = divided.attributed.side
    before, after = (required(comparison.outcomes[name][side].mean) for name in comparison.scenarios)
    return waterfall(before, after, divided.parts, ("before", "after"))


def _spread(value: Spread, digits: int = 0) -> str:
    """Return a mean with the middle 90 % of runs."""
    if value.mean is None:
        return "none"
    mean, low, high = (number(float(part or 0.0), digits) for part in (value.mean, value.low, value.high))
    return f"{mean} (one run)" if value.low is None else f"{mean} ({low} to {high})"


def _band(value: Mapping[str, float | None]) -> Band:
    return Band(*(value[part] for part in ("mean", "median", "low", "high")))


def _probability(value: Mapping[str, float | None]) -> str:
    """Return a probability with the interval that covers it nine times in ten."""
    mean, low, high = (
        None if value[part] is None else f"{100 * (value[part] or 0.0):.0f}" for part in ("mean", "low", "high")
    )
    return f"{mean} %" if low is None else f"{mean} % ({low} to {high} %)"


def _change(value: Certain, digits: int = 0) -> str:
    """Return a mean difference with the 90 % interval of the mean."""
    return _difference(value.mean, value.mean_low, value.mean_high, digits)


def _change_over_worlds(value: Mapping[str, float | None], digits: int = 0) -> str:
    """Return a mean difference between scenarios over worlds, as answers keep it, with the interval of the mean."""
    return _difference(value["mean"], value["mean_low"], value["mean_high"], digits)


def _difference(mean: float | None, low: float | None, high: float | None, digits: int) -> str:
    if mean is None or low is None or high is None:
        return "none"
    return f"{signed(mean, digits)} ({signed(low, digits)} to {signed(high, digits)})"

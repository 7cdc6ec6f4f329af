"""The figure of a calibration: prior and posterior of the quantities of which most was learnt."""

from collections.abc import Mapping, Sequence
from typing import Any

from sim.report.figures.interval_figure import Mark, interval_figure

MOST = 24


def calibration_figure(parameters: Sequence[Mapping[str, Any]], title: str) -> str:
    """Return an SVG: a line a quantity, its prior and posterior, median and middle 90 %, as shares of the prior's."""
    lines, remarks = {}, {}
    for each in parameters[:MOST]:
        low, width = each["prior"]["low"], (each["prior"]["high"] - each["prior"]["low"]) or 1.0
        lines[each["name"]] = [
            Mark(n, *((each[kind][end] - low) / width for end in ("median", "low", "high")))
            for n, kind in enumerate(("prior", "posterior"))
        ]
        remarks[each["name"]] = "moved" if each["moved"] else ""
    axis = "0 and 1: what the middle 90 % of the prior lie between"
    return interval_figure(title, lines, ["all draws", "posterior"], remarks, axis)

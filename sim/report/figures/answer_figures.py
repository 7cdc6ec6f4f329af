"""Figures of the answers over all worlds: paths with their bands, and what leverage hangs on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sim.report.figures.bars import ROW
from sim.report.figures.fan_chart import date_marks
from sim.report.figures.plot import BOTTOM, RIGHT, TOP, WIDTH, Plot, padded, round_marks

SOURCES = {"campaign": "The campaign", "table": "The table", "luck": "Luck", "rule": "The bargaining rule"}
"""What varies between worlds, in words."""


def answer_figures(answers: Mapping[str, Any], side: str) -> dict[str, str]:
    """Return the figures of the answers as SVG by name."""
    declared = answers["declared"]
    standing = [at["probability"] for at in answers["standing"]]
    dates = [date.fromisoformat(at["date"]) for at in answers["standing"]]

    def own(path: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        return [at[side] for at in path]

    return {
        "standing": path_chart(
            "Probability that at least half of the ground is held",
            dates,
            standing,
            [at["probability"]["mean"] for at in declared["standing"]],
            (0.0, 1.0),
        ),
        "leverage": path_chart(
            f"Leverage of {side}",
            dates,
            own(answers["leverage_path"]),
            [each["median"] for each in own(declared["leverage_path"])],
        ),
        "counter": path_chart(
            "What holding the ground adds to leverage",
            dates,
            answers["counter"],
            [each["median"] for each in declared["counter"]],
        ),
        "variance": variance_bars(answers["variance"]["leverage_at_talks"]),
    }


def path_chart(
    title: str,
    dates: Sequence[date],
    path: Sequence[Mapping[str, Any]],
    declared: Sequence[float | None],
    up: tuple[float, float] | None = None,
) -> str:
    """Return a path by date: a line, the band around it, and dashed the path of the declared values alone."""
    known = [n for n, at in enumerate(path) if at["low"] is not None]
    days = [float((dates[n] - dates[0]).days) for n in known]
    lows, highs = [path[n]["low"] for n in known], [path[n]["high"] for n in known]
    middles = [path[n].get("median", path[n]["mean"]) for n in known]
    beside = [(float((dates[n] - dates[0]).days), value) for n, value in enumerate(declared) if value is not None]
    ends = [*lows, *highs, *(value for _, value in beside)] or [0.0, 1.0]
    last = float((dates[-1] - dates[0]).days) or 1.0
    plot = Plot(title, (0.0, last), up or padded(min(0.0, *ends), max(ends), 0.02))
    plot.grid(round_marks(*plot.up))
    plot.foot(date_marks(dates[0], last))
    plot.band(days, lows, highs, "outer first")
    plot.line(days, middles, "middle first")
    plot.line([day for day, _ in beside], [value for _, value in beside], "reference dashed")
    plot.cursor()
    return plot.drawn()


def variance_bars(shares: Mapping[str, Mapping[str, float] | None]) -> str:
    """Return the share of variance of each source as a bar with its 90 % interval; what is not known is left out."""
    known = {SOURCES[name]: share for name, share in shares.items() if share is not None}
    plot = Plot(
        "What leverage at the talks hangs on", (0.0, 1.0), (0.0, 1.0), TOP + BOTTOM + ROW * max(1, len(known)), 16
    )
    for n, (name, share) in enumerate(known.items()):
        top = TOP + n * ROW
        low, high = 1.0 - (n + 0.92) / len(known), 1.0 - (n + 0.52) / len(known)
        plot.bar(0.0, share["mean"], low, high, "total")
        plot.line([share["low"], share["high"]], [(low + high) / 2.0] * 2, "whisker")
        plot.text(plot.left, top + 14, name, kind="strong")
        plot.text(WIDTH - RIGHT, top + 14, f"{share['mean']:.0%}".replace("%", " %"), "end")
    plot.foot([(0.0, "0"), (0.5, "half of the variance"), (1.0, "all")])
    return plot.drawn()

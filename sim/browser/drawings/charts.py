"""Charts: leverage and the measures of a campaign, up to the day that is shown."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from typing import NamedTuple

import numpy as np

from sim.browser.comparison import hindrance
from sim.browser.course import Course
from sim.browser.drawings.plot import Line, Plot, Point, plain
from sim.browser.pictured import Pictured
from sim.browser.snapshot import Snapshot
from sim.browser.spread import Band, Spread, band_by_day, band_of, columns_of, standing
from sim.campaign.outcome import Outcome
from sim.vocabulary import SERIES, measured

LEAST_LEVERAGE, LEAST_AREA = 0.05, 50.0
"""How far the scales of differences reach at least, in leverage and in km2: no mountain is drawn of a thousandth."""
PROJECTED = 190.0
"""Height of a chart on the wall, pixels of a drawing 344 wide: two fill their part of the screen."""
STANDINGS = {"ground": ("area",), "men lost": ("casualties", "captured")}
"""Measures of the first side by which a run is placed among others, beside leverage."""
ONE_SEED = "One run beside one run: a difference may be luck. westphalia compare gives it with an interval."
ABOUT_LEVERAGE = (
    "Share of the joint gain of a settlement that goes to the side. Full dots: both prefer an agreement to more war; "
    "hollow: no package does. The band runs from what war is worth to the side to what war leaves it of the other's."
)


class Chart(NamedTuple):
    """What a chart shows: columns of the series, added up, for each side."""

    title: str
    columns: tuple[str, ...]
    words: Callable[[float], str]
    top: float | None = None
    sides: tuple[int, ...] = (0, 1)
    """Only the first side holds contested ground that is not its own, so only its share can be seen."""


def whole(value: float) -> str:
    """Return a number without decimals."""
    return f"{value:,.0f}"


def percent(value: float) -> str:
    """Return a share in percent."""
    return f"{value:.0%}"


def decimal(value: float) -> str:
    """Return a number with one decimal."""
    return f"{value:.1f}"


def chart(name: str, words: Callable[[float], str], top: float | None = None, sides: tuple[int, ...] = (0, 1)) -> Chart:
    """Return the chart of one measure, headed by its label and unit."""
    return Chart(measured(name).heading, (name,), words, top, sides)


CHARTS = (
    chart("area", whole, sides=(0,)),
    chart("stock_days", decimal),
    chart("intelligence", percent, top=1.0),
    Chart("Men lost so far", ("casualties", "captured"), whole),
    chart("will", percent, top=1.0),
)


def projected_charts(courses: Sequence[Course], day: int) -> list[str]:
    """Return the charts that a room sees on its wall: leverage and the ground, large."""
    return [on_wall(plot) for plot in (leverage_plot(courses, day), measure_plot(CHARTS[0], courses, day))]


def on_wall(plot: Plot) -> str:
    """Return a chart as it is drawn for a whole room."""
    return plot._replace(tall=PROJECTED).svg


def charts_of(courses: Sequence[Course], day: int) -> list[str]:
    """Return the charts as SVG; the second of two courses is dashed, and differences come before the rest.

    Courses that cannot be compared have charts of their own, one after the other.
    """
    if len(courses) > 1 and (why := hindrance(courses[0], courses[1])):
        parts = [f'<p class="note">{escape(why)}</p>']
        for name, course in zip(("Left", "Right"), courses, strict=True):
            parts += [f'<h2 class="which">{name}: {escape(course.scenario.title)}</h2>', *charts_of([course], day)]
        return parts
    charts = [f'<p class="note">{escape(words)}</p>'] if (words := standings(courses[0], day)) else []
    charts.append(leverage_plot(courses, day).svg)
    if len(courses) > 1:
        charts += [plot.svg for plot in difference_plots(courses[0], courses[1], day)]
        charts.append(f'<p class="note">{ONE_SEED}</p>')
    charts += [measure_plot(each, courses, day).svg for each in CHARTS]
    fled = [
        Line(
            by_day(c, ("displaced",), "", day),
            f"civil c{n}",
            _which(courses, n),
            whole,
            n == 0,
            _spread(c, ("displaced",), "") if n == 0 else None,
        )
        for n, c in enumerate(courses)
    ]
    return [*charts, Plot(measured("displaced").label, fled, _days(courses), day, _start(courses)).svg]


def leverage_plot(courses: Sequence[Course], day: int) -> Plot:
    """Return leverage of the first side at the talks so far, and the zone between both sides' worth of war."""
    lines, dots = [], []
    for n, course in enumerate(courses):
        past = [talks for due, talks in sorted(course.talks.items()) if due <= day]
        points = [(float(talks.day), talks.leverage) for talks in past]
        spread = band_by_day(course.spread.leverage()) if n == 0 and course.spread and course.spread.talked else None
        lines.append(Line(points, f"s0 c{n}", _which(courses, n), "{:.3f}".format, n == 0, spread))
        dots += [(point, "agreed" if talks.zone else "") for point, talks in zip(points, past, strict=True)]
    past = [talks for due, talks in sorted(courses[0].talks.items()) if due <= day]
    band = ([(float(t.day), t.terms.d_a) for t in past], [(float(t.day), 1.0 - t.terms.d_b) for t in past])
    title = f"Leverage of {first_side(courses[0])} and zone of agreement"
    title = f"Leverage of {first_side(courses[0])} (dashed: right)" if len(courses) > 1 else title
    return Plot(title, lines, _days(courses), day, _start(courses), band=band, dots=dots, about=ABOUT_LEVERAGE)


def difference_plots(here: Course, beside: Course, day: int) -> list[Plot]:
    """Return how leverage and ground differ between two courses, this less the other, on scales that do not shrink."""
    both = [due for due in sorted(here.talks) if due in beside.talks and due <= day]
    leverage = [(float(due), here.talks[due].leverage - beside.talks[due].leverage) for due in both]
    here_area, beside_area = by_day(here, ("area",), "_0", day), by_day(beside, ("area",), "_0", day)
    area = [(at, a - b) for (at, a), (_, b) in zip(here_area, beside_area, strict=False)]
    name = first_side(here)

    def plot(title: str, points: list[Point], least: float, decimals: int, spread: Band | None) -> Plot:
        line = Line(points, "s0", "left less right", f"{{:+,.{decimals}f}}".format, spread=spread)
        return Plot(
            f"{title}: left less right",
            [line],
            _days([here, beside]),
            day,
            here.scenario.start,
            least=least,
            centred=True,
            ticks="{:+,g}".format,
            about=ONE_SEED,
        )

    return [
        plot(f"Difference in leverage of {name}", leverage, LEAST_LEVERAGE, 3, _leverage_between(here, beside)),
        plot(f"Difference in ground of {name}, km²", area, LEAST_AREA, 0, _ground_between(here, beside)),
    ]


def _ground_between(here: Course, beside: Course) -> Band | None:
    pairs = _pairs(here.spread, beside.spread)
    column, days = columns_of(("area",), "_0"), min(here.scenario.days, beside.scenario.days)
    if not pairs:
        return None
    return band_of(np.array([(a.series[:days, column] - b.series[:days, column]).sum(axis=1) for a, b in pairs]))


def _leverage_between(here: Course, beside: Course) -> Band | None:
    found: dict[int, list[float]] = {}
    for a, b in _pairs(here.spread, beside.spread):
        right = {talks.day: talks.leverage for talks in b.talks}
        for talks in a.talks:
            if talks.day in right:
                found.setdefault(talks.day, []).append(talks.leverage - right[talks.day])
    return band_by_day(found) if found else None


def _pairs(here: Spread | None, beside: Spread | None) -> list[tuple[Outcome, Outcome]]:
    """Return the runs of two courses under the same luck."""
    if here is None or beside is None:
        return []
    right = {outcome.replication: outcome for outcome in beside.outcomes}
    return [(each, right[each.replication]) for each in here.outcomes if each.replication in right]


def by_day(course: Pictured, columns: tuple[str, ...], suffix: str, day: int) -> list[Point]:
    """Return a sum of columns of the series on each day so far."""
    wanted = [SERIES.index(f"{column}{suffix}") for column in columns]
    return [(float(shot.day), _sum(shot, wanted)) for shot in course.snapshots[1 : day + 1]]


def first_side(course: Course) -> str:
    """Return the short name of the first side."""
    return next(iter(course.scenario.sides.values())).short


def measure_plot(chart: Chart, courses: Sequence[Pictured], day: int) -> Plot:
    """Return the line of a measure by day, for each of its sides and courses."""
    lines = []
    for n, course in enumerate(courses):
        shorts = [side.short for side in course.scenario.sides.values()]
        for side in chart.sides:
            points = by_day(course, chart.columns, f"_{side}", day)
            name = f"{shorts[side]} {_which(courses, n)}".strip()
            spread = _spread(course, chart.columns, f"_{side}") if n == 0 else None
            lines.append(Line(points, f"s{side} c{n}", name, chart.words, n == 0, spread))
    ticks = percent if chart.top else plain
    return Plot(chart.title, lines, _days(courses), day, _start(courses), chart.top, ticks=ticks)


def standings(course: Course, day: int) -> str:
    """Return where the run that is seen stands among those under other luck on a day; empty when none were played."""
    if course.spread is None:
        return ""
    short, others, found = first_side(course), course.spread, []
    past = [due for due in sorted(course.talks) if due <= day]
    leverage = others.leverage().get(past[-1]) if past else None
    if leverage:
        found.append(f"leverage {standing(course.talks[past[-1]].leverage, leverage)}")
    for words, columns in STANDINGS.items() if day else ():
        among = others.values(columns_of(columns, "_0"))[:, day - 1].tolist()
        found.append(f"{words} {standing(by_day(course, columns, '_0', day)[-1][1], among)}")
    bands = f"Bands: 5 to 95 % of {len(others.outcomes)} runs under other luck"
    talks = "" if others.is_whole else f", {others.talked} of them with talks so far"
    return (
        f"{bands}{talks}. On day {day} this run stands, of {short}: {', '.join(found)}."
        if found
        else f"{bands}{talks}."
    )


def _spread(course: Pictured, columns: tuple[str, ...], suffix: str) -> Band | None:
    return band_of(course.spread.values(columns_of(columns, suffix))) if course.spread else None


def _sum(shot: Snapshot, columns: list[int]) -> float:
    return float(sum(shot.measures[n] for n in columns))


def _which(courses: Sequence[Pictured], n: int) -> str:
    return ("left", "right")[n] if len(courses) > 1 else ""


def _start(courses: Sequence[Pictured]) -> date:
    return courses[0].scenario.start


def _days(courses: Sequence[Pictured]) -> int:
    return max(course.scenario.days for course in courses)

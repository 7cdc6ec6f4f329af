"""Charts: leverage and the measures of a campaign, up to the day that is shown."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sim.browser.course import Course
from sim.browser.plot import Line, Plot, Point
from sim.browser.snapshot import Snapshot
from sim.vocabulary import SERIES, measured

HEADROOM = 1.25
"""Height of the scale of leverage over its highest value."""
ABOUT_LEVERAGE = (
    "Share of the joint gain of a settlement that goes to the side. Full dots: both prefer an agreement to more war; "
    "hollow: no package does. The band runs from what war is worth to the side to what war leaves it of the other's."
)


class Chart(NamedTuple):
    """What a chart shows: columns of the series, added up, for each side."""

    title: str
    columns: tuple[str, ...]
    told: Callable[[float], str]
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


def chart(name: str, told: Callable[[float], str], top: float | None = None, sides: tuple[int, ...] = (0, 1)) -> Chart:
    """Return the chart of one measure, headed by its label and unit."""
    return Chart(measured(name).heading, (name,), told, top, sides)


CHARTS = (
    chart("area", whole, sides=(0,)),
    chart("stock_days", decimal),
    chart("intelligence", percent, top=1.0),
    Chart("Men lost so far", ("casualties", "captured"), whole),
    chart("will", percent, top=1.0),
)


def charts_of(courses: Sequence[Course], day: int) -> list[str]:
    """Return the charts as SVG; the second of two courses is dashed, and differences come before the rest."""
    plots = [leverage_plot(courses, day)]
    if len(courses) > 1:
        plots += difference_plots(courses[0], courses[1], day)
    plots += [_measure_plot(each, courses, day) for each in CHARTS]
    fled = [
        Line(points := by_day(c, ("displaced",), "", day), f"civil c{n}", _last(points, n, whole))
        for n, c in enumerate(courses)
    ]
    plots.append(Plot(measured("displaced").label, fled, _days(courses), day))
    return [plot.svg for plot in plots]


def leverage_plot(courses: Sequence[Course], day: int) -> Plot:
    """Return leverage of the first side at the talks so far, and the zone between both sides' worth of war."""
    lines, dots = [], []
    for n, course in enumerate(courses):
        past = [talks for due, talks in sorted(course.talks.items()) if due <= day]
        points = [(float(talks.day), talks.leverage) for talks in past]
        lines.append(Line(points, f"s0 c{n}", _last(points, n, lambda value: f"{value:.3f}")))
        dots += [(point, "agreed" if talks.zone else "") for point, talks in zip(points, past, strict=True)]
    past = [talks for due, talks in sorted(courses[0].talks.items()) if due <= day]
    band = ([(float(t.day), t.terms.d_a) for t in past], [(float(t.day), 1.0 - t.terms.d_b) for t in past])
    title = f"Leverage of {first_side(courses[0])} and zone of agreement"
    title = f"Leverage of {first_side(courses[0])} (dashed: right)" if len(courses) > 1 else title
    highest = max((y for (_, y) in [*band[1], *(point for point, _ in dots)]), default=1.0)
    top = min(1.0, HEADROOM * highest)
    return Plot(title, lines, _days(courses), day, top, f"{top:.2f}", band=band, dots=dots, about=ABOUT_LEVERAGE)


def difference_plots(here: Course, beside: Course, day: int) -> list[Plot]:
    """Return how leverage and ground differ between two courses, this less the other."""
    both = [due for due in sorted(here.talks) if due in beside.talks and due <= day]
    leverage = [(float(due), here.talks[due].leverage - beside.talks[due].leverage) for due in both]
    here_area, beside_area = by_day(here, ("area",), "_0", day), by_day(beside, ("area",), "_0", day)
    area = [(at, a - b) for (at, a), (_, b) in zip(here_area, beside_area, strict=False)]
    name, days = first_side(here), _days([here, beside])
    return [
        Plot(
            f"Difference in leverage of {name}: left less right",
            [Line(leverage, "s0", _last(leverage, 0, lambda value: f"{value:+.3f}"))],
            days,
            day,
            centred=True,
        ),
        Plot(
            f"Difference in ground of {name}, km²: left less right",
            [Line(area, "s0", _last(area, 0, lambda value: f"{value:+.0f}"))],
            days,
            day,
            centred=True,
        ),
    ]


def by_day(course: Course, columns: tuple[str, ...], suffix: str, day: int) -> list[Point]:
    """Return a sum of columns of the series on each day so far."""
    wanted = [SERIES.index(f"{column}{suffix}") for column in columns]
    return [(float(shot.day), _sum(shot, wanted)) for shot in course.snapshots[1 : day + 1]]


def first_side(course: Course) -> str:
    """Return the short name of the first side."""
    return next(iter(course.scenario.sides.values())).short


def _measure_plot(chart: Chart, courses: Sequence[Course], day: int) -> Plot:
    lines = []
    for n, course in enumerate(courses):
        for side in chart.sides:
            points = by_day(course, chart.columns, f"_{side}", day)
            lines.append(Line(points, f"s{side} c{n}", _last(points, n, chart.told)))
    return Plot(chart.title, lines, _days(courses), day, chart.top)


def _sum(shot: Snapshot, columns: list[int]) -> float:
    return float(sum(shot.measures[n] for n in columns))


def _last(points: list[Point], course: int, told: Callable[[float], str]) -> str:
    return told(points[-1][1]) if points and course == 0 else ""


def _days(courses: Sequence[Course]) -> int:
    return max(course.scenario.days for course in courses)

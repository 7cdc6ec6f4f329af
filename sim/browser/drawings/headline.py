"""The headline: what a stranger should know about the day at a glance."""

from collections.abc import Mapping, Sequence
from html import escape

from sim.browser.course import Course
from sim.browser.cut_off import cut_off
from sim.vocabulary import SERIES


def headline_of(course: Course, day: int) -> str:
    """Return date and leading figures as HTML; each figure carries its measure and exact value."""
    figures = [
        figure(f"day {day} of {course.scenario.days}", f"{course.date_of(day):%d %B %Y}".lstrip("0"), "day", day)
    ]
    first, second = course.scenario.sides.values()
    region = escape(course.scenario.contested_name)
    measures = course.snapshots[day].measures
    if measures:
        area = measures[SERIES.index("area_0")]
        figures.append(figure(f"{escape(first.short)} holds of {region}", f"{area:,.0f} km²", "area_0", area, "s0"))
        shorts = f"{escape(first.short)} / {escape(second.short)}"
        men = [measures[SERIES.index(f"strength_{s}")] for s in range(2)]
        counted = [cut_off(course.deployment, course.snapshots[day], s) for s in range(2)]
        sealed = _pair("sealed", [each.sealed for each in counted])
        porous = _pair("porous", [each.porous for each in counted])
        figures += [
            figure_of_sides(f"{shorts} men", "strength", men),
            figure_of_sides(
                f"{shorts} cut off: sealed {sealed}, porous {porous}",
                "cut_off",
                [each.sealed + each.porous for each in counted],
            ),
            figure_of_sides(f"{shorts} out of supply", "unsupplied", [each.unsupplied for each in counted], "more"),
        ]
    past = [course.talks[due] for due in sorted(course.talks) if due <= day]
    if past:
        latest = past[-1]
        zone = "zone of agreement" if latest.zone else "no zone of agreement"
        when = course.date_of(latest.day)
        caption = (
            f"{escape(first.short)} leverage on {when.day} {when:%B}, {zone} "
            f'<button class="ask" data-talk="{latest.day}">why?</button>'
        )
        figures.append(figure(caption, f"{latest.leverage:.3f}", "leverage", latest.leverage, "s0"))
    elif course.has_talks_due(day):
        waiting = f"{escape(first.short)} leverage: looking ahead"
        figures.append(f'<div class="figure more"><b>...</b><span>{waiting}</span></div>')
    if course.agreed is not None and day >= course.agreed:
        figures.append(figure("the sides agree", "the war ends", "agreed", course.agreed))
    return "".join(figures)


def figure(caption: str, text: str, measure: str, value: float, style: str = "") -> str:
    """Return a figure as HTML, with its measure and exact value."""
    return (
        f'<div class="figure" data-measure="{measure}" data-value="{value!r}"><b class="{style}">{text}</b>'
        f"<span>{caption}</span></div>"
    )


def figure_of_sides(caption: str, measure: str, values: Sequence[float] | Mapping[int, float], style: str = "") -> str:
    """Return a number of men of some sides as HTML, each in its colour."""
    return f'<div class="figure {style}"><b>{_pair(measure, values)}</b><span>{caption}</span></div>'


def _pair(measure: str, values: Sequence[float] | Mapping[int, float]) -> str:
    by_side = values if isinstance(values, Mapping) else dict(enumerate(values))
    return " / ".join(
        f'<em class="s{s}" data-measure="{measure}_{s}" data-value="{value!r}">{value:,.0f}</em>'
        for s, value in by_side.items()
    )

"""The headline: what a stranger should know about the day at a glance."""

from html import escape

from sim.browser.course import Course
from sim.vocabulary import SERIES


def headline_of(course: Course, day: int) -> str:
    """Return date and leading figures as HTML; each figure carries its measure and exact value."""
    figures = [
        _figure(f"day {day} of {course.scenario.days}", f"{course.date_of(day):%d %B %Y}".lstrip("0"), "day", day)
    ]
    first, second = course.scenario.sides.values()
    region = escape(course.scenario.contested)
    measures = course.snapshots[day].measures
    if measures:
        area = measures[SERIES.index("area_0")]
        figures.append(_figure(f"{escape(first.short)} holds of {region}", f"{area:,.0f} km²", "area_0", area, "s0"))
        for s, side in enumerate((first, second)):
            men = measures[SERIES.index(f"strength_{s}")]
            figures.append(_figure(f"{escape(side.short)} men", f"{men:,.0f}", f"strength_{s}", men, f"s{s}"))
        cut = measures[SERIES.index("encircled_0")] + measures[SERIES.index("encircled_1")]
        figures.append(_figure("men cut off", f"{cut:,.0f}", "encircled", cut))
    past = [course.talks[due] for due in sorted(course.talks) if due <= day]
    if past:
        latest = past[-1]
        zone = "zone of agreement" if latest.zone else "no zone of agreement"
        leverage = latest.terms.leverage
        figures.append(
            _figure(f"{escape(first.short)} leverage, {zone}", f"{leverage:.3f}", "leverage", leverage, "s0")
        )
    if course.agreed is not None and day >= course.agreed:
        figures.append(_figure("the sides agree", "the war ends", "agreed", course.agreed))
    return "".join(figures)


def _figure(caption: str, told: str, measure: str, value: float, style: str = "") -> str:
    return (
        f'<div class="figure" data-measure="{measure}" data-value="{value!r}"><b class="{style}">{told}</b>'
        f"<span>{caption}</span></div>"
    )

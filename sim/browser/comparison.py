"""Comparison: whether two courses are about the same war, so that one may be taken from the other."""

from sim.browser.course import Course


def hindrance(here: Course, beside: Course) -> str:
    """Return why the difference of two courses means nothing, in words; empty when it means something."""
    a, b = here.scenario, beside.scenario
    differing = {
        "their sides": list(a.sides) != list(b.sides),
        "the contested region": a.contested != b.contested,
        "the first day": a.start != b.start,
    }
    named = [name for name, differs in differing.items() if differs]
    return f"No differences are shown: {', '.join(named)} differ." if named else ""

"""The journal on a page: the latest first, what the scenario declares in grey."""

import solara

from sim.browser.course import Course
from sim.browser.journal import DECLARED, journal_of


def journal_by_date(course: Course, day: int) -> None:
    """Draw the journal up to the morning of a day."""
    solara.HTML(unsafe_innerHTML="<h4>By date</h4>")
    for line in reversed(journal_of(course, day)):
        with solara.Div(classes=["event", "declared" if line.kind == DECLARED else "told"]):
            solara.Text(f"{line.date}: {line.text}")

"""More runs: the courses of a table played again under other luck, beside whatever else goes on."""

import threading
from collections.abc import Callable, Sequence

from sim.browser.course import Course
from sim.browser.spread import Spread, play_more


class MoreRuns:
    """At most one thread that plays more runs; each course keeps its own."""

    def __init__(self, is_wanted: Callable[[Course], bool], show: Callable[[], None]) -> None:
        """Play as long as a course ``is_wanted``, and ``show`` what is there in between."""
        self.playing = False
        self._is_wanted, self._show = is_wanted, show

    def start(self, courses: Sequence[Course]) -> None:
        """Play more runs of some courses, unless that goes on already."""
        if not self.playing:
            self.playing = True
            threading.Thread(target=self._run, args=(list(courses),), daemon=True).start()

    def _run(self, courses: list[Course]) -> None:
        try:
            for course in courses:
                self._play(course)
        finally:
            self.playing = False
            self._show()

    def _play(self, course: Course) -> None:
        def keep(spread: Spread) -> None:
            course.spread = spread
            self._show()

        play_more(course.deployment, course.declared.seed, lambda: self._is_wanted(course), keep)

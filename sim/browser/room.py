"""The room: the screens in front of one visitor, and what they were last handed."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from sim.browser.acts import buttons_of
from sim.browser.course import Course
from sim.browser.drawings.charts import charts_of, projected_charts
from sim.browser.playback import Playback
from sim.browser.screens import on_board, on_map

BETWEEN_CHARTS = 0.12
"""Least seconds between two drawings of the charts in play: the eye follows the map."""


class Room:
    """Maps and board in a visitor's browser; nothing is shown before they are lit or after they are out."""

    def __init__(self, playback: Playback) -> None:
        """Begin in the dark."""
        self.maps: list[Any] = []
        self.projected = False
        """Whether the page is on a projector, with two large charts."""
        self.layers: list[str] = []
        """Layers of the map that were switched on."""
        self._board: Any = None
        self._playback = playback
        self._stamp = 0
        self._charted = 0.0

    def light(self, maps: list[Any], board: Any) -> None:  # noqa: ANN401 - widgets have no type
        """Show on these screens from now on."""
        self.maps, self._board = maps, board

    def leave(self) -> None:
        """Show nothing any more."""
        self.maps, self._board = [], None

    def show(self, courses: Sequence[Course], day: int, chosen: str, bar: Mapping[str, object]) -> None:
        """Hand a day to all screens, and ``bar`` to the board besides; playback waits for the drawing."""
        if self._board is not None:
            self._stamp += 1
            self._playback.await_drawing(self._stamp)
            for screen, course in zip(self.maps, courses, strict=False):
                acts = buttons_of(chosen, umpire=True)
                screen.today = on_map(course, day, self._stamp, chosen, self.layers, acts)
            self.show_board(courses, day, bar)

    def show_board(self, courses: Sequence[Course], day: int, bar: Mapping[str, object]) -> None:
        """Hand a day to the board alone."""
        if self._board is not None:
            board = on_board(courses, day, self._playback.pace, playing=self._playback.playing)
            self._board.today = {**board, **bar}
            now = time.monotonic()
            if not self._playback.playing or now - self._charted >= BETWEEN_CHARTS:
                charts = projected_charts(courses, day) if self.projected else charts_of(courses, day)
                self._board.charts = "".join(charts)
                self._charted = now

"""Playback: days that follow one another by themselves, as fast as wanted and as the browser draws them."""

import threading
import time
from collections.abc import Callable

PATIENCE = 2.0
"""Seconds to wait for the visitor's browser to draw a day: a hidden tab draws none."""


class Playback:
    """A clock that shows day after day until it is paused or nothing is left to play."""

    def __init__(self, step: Callable[[], None], is_over: Callable[[], bool], paused: Callable[[], None]) -> None:
        """Play by ``step`` until it ``is_over``; ``paused`` is told when it ends."""
        self.playing = False
        self.pace = 5
        """Days a second, at most."""
        self._step, self._is_over, self._paused = step, is_over, paused
        self._drawn = threading.Event()
        self._awaited = 0

    def play(self) -> None:
        """Begin to play, unless that goes on already."""
        if not self.playing:
            self.playing = True
            threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """Stop after the present day."""
        self.playing = False

    def await_drawing(self, stamp: int) -> None:
        """Wait before the next day for the drawing with this stamp."""
        self._drawn.clear()
        self._awaited = stamp

    def was_drawn(self, stamp: int) -> None:
        """Take note that the browser has drawn what has this stamp."""
        if stamp == self._awaited:
            self._drawn.set()

    def _run(self) -> None:
        while self.playing and not self._is_over():
            began = time.monotonic()
            self._step()
            self._drawn.wait(PATIENCE)
            time.sleep(max(0.0, 1.0 / self.pace - (time.monotonic() - began)))
        self.playing = False
        self._paused()

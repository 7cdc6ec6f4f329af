"""A campaign that pauses after each run, so that whatever befalls its sweep finds it at work on any machine."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from sim.experiment.sweeps.study import Study, Values
from sim.results.rows import Row


@dataclass(frozen=True)
class Unhurried:
    """A study's real campaign, with a pause."""

    alike: ClassVar[bool] = True
    study: Study
    pause: float
    """Seconds of rest after each run."""

    def at(self, values: Values) -> Callable[[int], Row]:
        """Return what plays a replication of one point, and rests."""
        play = self.study.at(values)

        def play_and_rest(replication: int) -> Row:
            row = play(replication)
            time.sleep(self.pause)
            return row

        return play_and_rest

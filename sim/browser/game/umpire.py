"""The umpire's table: a seminar whose days the sides follow, and which carries out their orders before it plays on."""

from dataclasses import replace
from pathlib import Path

from sim.browser.faults import FAULTS, words_of
from sim.browser.game.game import Game
from sim.browser.seminar import Seminar


class UmpiresTable(Seminar):
    """A seminar that others watch."""

    def __init__(self, game: Game, file: Path, query: str = "") -> None:
        """Open the table of a game."""
        self.game = game
        super().__init__(file, query=query)

    def go(self, day: int) -> None:
        """Show the morning of a day; orders that wait are carried out before a day beyond the present one."""
        if day > self.day:
            with self._one_at_a_time:
                self._carry_out()
        super().go(day)

    def show(self) -> None:
        """Show the day to the umpire, and tell the others."""
        super().show()
        self.game.tell()

    def _carry_out(self) -> None:
        waiting = self.game.collect()
        if not waiting or self.day >= self.course.days:
            return
        today = self.course.date_of(self.day)
        late = [each for each in waiting if each.date != today]
        if late:
            self.message.set(f"{len(late)} orders were given for another day and are left out; ask for them again")
        declared = self.course.declared
        timely = tuple(each for each in waiting if each.date == today)
        try:
            self._lay_first(replace(declared, injects=(*declared.injects, *timely)))
        except FAULTS as fault:
            self.playback.stop()
            self.message.set(words_of(fault))

"""A seminar: one visitor's table, with the courses on it, the day that is shown, and what goes on by itself."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import solara

from sim.browser.acts import act
from sim.browser.address import Laid, laid_of, query_of
from sim.browser.course import Course, Declared, seed_of
from sim.browser.drawings.tips import tip_of
from sim.browser.faults import FAULTS, words_of
from sim.browser.history import History
from sim.browser.injects import Inject
from sim.browser.memory import give_back_soon
from sim.browser.more_runs import MoreRuns
from sim.browser.offer import Offered, offered
from sim.browser.playback import Playback
from sim.browser.room import Room
from sim.browser.saving import save_course
from sim.scenario.files.document import read_value
from sim.scenario.files.overrides import ASSIGNMENT
from sim.vocabulary import BadInput

TALKING_PACE = 10
"""Days a second up to which talks are held while days are played; faster play holds them when it ends."""


class Seminar:
    """What one visitor sees and does; every fault becomes a message, and the page stays as it was."""

    def __init__(self, file: Path, seed: int = 1, query: str = "") -> None:
        """Open with one scenario on its first morning, or with what the query of the page's address declares."""
        self.message = solara.reactive("")
        self.done = solara.reactive("")
        self.opened = file
        self.scenarios = self.look_for_scenarios()
        self.history = History()
        self.courses, self.day = self._opening(Laid((Declared(file, seed, {}),), 0), query)
        self.history.note(self.laid, self.day)
        self.chosen = ""
        self.is_closed = False
        self.playback = Playback(self.step, self.is_over, self.rest)
        self.room = Room(self.playback)
        self.table = solara.reactive(0)
        """Counts the changes of what lies on the table: whoever reads it is drawn again."""
        self.shown = solara.reactive(self.day)
        """The day that panels show, as far as they depend on it: it follows when play rests."""
        self.opened_on_map = solara.reactive("")
        """What was last opened on the map, for the panels."""
        self.more_runs = MoreRuns(lambda course: course in self.courses and not self.is_closed, self.show)
        self._one_at_a_time = threading.RLock()
        self._negotiating = threading.Lock()
        give_back_soon()

    @property
    def course(self) -> Course:
        """Return the course that parameters and injects change."""
        return self.courses[0]

    @property
    def laid(self) -> Laid:
        """Return what is declared on the table, and the day that is shown."""
        return Laid(tuple(course.declared for course in self.courses), self.day)

    @property
    def query(self) -> str:
        """Return the query of the page's address that lays the table as it is."""
        return query_of(self.laid, {name: each.file for name, each in self.scenarios.items()})

    @property
    def bar(self) -> dict[str, object]:
        """Return what the bar of playback knows of the table: its address, and whether a change can be undone."""
        undo, redo = self.history.can_undo, self.history.can_redo
        return {"address": self.query, "undo": undo, "redo": redo, "more": self.more_runs.playing}

    def look_for_scenarios(self) -> dict[str, Offered]:
        """Return the scenarios that can be chosen, by name."""
        self.scenarios = offered(self.opened)
        return self.scenarios

    @property
    def last_day(self) -> int:
        """Return the last morning of the longest course."""
        return max(course.days for course in self.courses)

    def go(self, day: int) -> None:
        """Show the morning of a day; what has not been played yet is played."""
        with self._one_at_a_time:
            day = max(0, min(day, self.last_day))
            try:
                for course in self.courses:
                    course.play_until(min(day, course.days))
            except FAULTS as fault:
                self.playback.stop()
                self.message.set(words_of(fault))
            else:
                self.day = day
            if not self.playback.playing:
                self.shown.set(self.day)
            self.show()
        self._talk()

    def step(self) -> None:
        """Show the next day."""
        self.go(self.day + 1)

    def pause(self) -> None:
        """Stop playing after the present day."""
        self.playback.stop()
        self.rest()

    def close(self) -> None:
        """End what goes on by itself, when the visitor has left."""
        self.is_closed = True
        self.room.leave()
        self.playback.stop()
        give_back_soon()

    def is_over(self) -> bool:
        """Return whether nothing is left to play."""
        return self.day >= self.last_day

    def show(self) -> None:
        """Show the day as it is."""
        with self._one_at_a_time:
            self.room.show(self.courses, self.day, self.chosen, self.bar)

    def rest(self) -> None:
        """Show the day after play has ended, and hold the talks that it was too fast for."""
        self.shown.set(self.day)
        self.show()
        self._talk()

    def choose(self, what: str) -> None:
        """Open a place or a formation, or close what is open."""
        self.chosen = what
        self.opened_on_map.set(what)
        self.show()

    def act(self, what: str) -> None:
        """Do what a button of the details on the map is for."""
        self.inject(lambda course, day: act(course, day, what))

    def switch(self, layers: list[str]) -> None:
        """Show these layers of the map from now on."""
        self.room.layers = layers
        self.show()

    def hover(self, n: int, what: str) -> None:
        """Tell of a place or a road on one of the maps."""
        course = self.courses[n]
        self.room.maps[n].tip = tip_of(
            course.deployment, course.snapshots[min(self.day, len(course.snapshots) - 1)], what
        )

    def project(self, *, on: bool) -> None:
        """Show large charts, for a projector, or all of them again."""
        self.room.projected = on
        self.show()

    def set_pace(self, pace: int) -> None:
        """Play so many days a second from now on."""
        self.playback.pace = pace
        self.show()

    def restart(self, file: Path, seed: str) -> None:
        """Begin a scenario anew under a seed, from its first morning; changes and injects are forgotten."""
        with self._faults_told():
            self._lay([Course(Declared(file, seed_of(seed), {}))], 0)

    def change(self, changes: Mapping[str, object]) -> None:
        """Play the present course again with other values of its parameters, up to the present day."""
        self._redeclare(lambda declared: replace(declared, changes={**declared.changes, **changes}))

    def change_as_written(self, text: str) -> None:
        """Play the present course again with a value written as after ``--set``: path=value."""
        written = ASSIGNMENT.fullmatch(text)
        if written:
            self.change({written[1].strip(): read_value(written[2].strip())})

    def take_back_change(self, path: str) -> None:
        """Play the present course again with the declared value of a parameter."""
        self._redeclare(
            lambda declared: replace(
                declared, changes={each: value for each, value in declared.changes.items() if each != path}
            )
        )

    def inject(self, made: Callable[[Course, int], Inject]) -> None:
        """Let something happen on the present day of the present course."""
        with self._faults_told():
            inject = made(self.course, self.day)
            if self.day >= self.course.days and inject.declares:
                raise BadInput("the campaign is over; go back to a day to change its course")
            declared = self.course.declared
            self._lay_first(replace(declared, injects=(*declared.injects, inject)))

    def take_back(self, inject: Inject) -> None:
        """Play the present course again as if an inject had never been made."""
        self._redeclare(
            lambda declared: replace(declared, injects=tuple(each for each in declared.injects if each is not inject))
        )

    def beside(self, file: Path) -> None:
        """Set another scenario beside the present course, under the same luck."""
        with self._faults_told():
            self._lay([self.course, Course(Declared(file, self.course.declared.seed, {}), self.day)], self.day)

    def branch(self) -> None:
        """Keep the played course beside, and go on with an alternative to it from the present day."""
        with self._faults_told():
            self._lay([Course(self.course.declared, self.day), self.course], self.day)

    def alone(self) -> None:
        """Take the course beside away."""
        self._lay([self.course], self.day)

    def undo(self) -> None:
        """Lay what lay on the table before the last change, on the day that was shown then."""
        if self.history.can_undo:
            self._lay_again(self.history.undone(self.day))

    def redo(self) -> None:
        """Lay again what was undone, on the day that was shown then."""
        if self.history.can_redo:
            self._lay_again(self.history.redone(self.day))

    def play_more(self) -> None:
        """Play what lies on the table again under other luck, behind what is seen."""
        self.more_runs.start(self.courses)
        self.show()

    def save(self, name: str) -> None:
        """Write the present course as a scenario beside the file it began with, or here if that is in the package."""
        with self._faults_told():
            self.done.set(save_course(self.course, name))

    def _redeclare(self, changed: Callable[[Declared], Declared]) -> None:
        with self._faults_told():
            self._lay_first(changed(self.course.declared))

    def _lay_first(self, declared: Declared) -> None:
        self._lay([Course(declared, self.day), *self.courses[1:]], self.day)

    def _lay(self, courses: list[Course], day: int) -> None:
        left = self.day
        self._put(courses, day)
        self.history.note(self.laid, left)

    def _lay_again(self, laid: Laid) -> None:
        with self._faults_told():
            self._put([Course(declared, laid.day) for declared in laid.courses], laid.day)

    def _opening(self, first: Laid, query: str) -> tuple[list[Course], int]:
        try:
            laid = laid_of(query, {name: each.file for name, each in self.scenarios.items()}) if query else first
            return [Course(declared) for declared in laid.courses], laid.day
        except FAULTS as fault:
            self.message.set(f"{words_of(fault)}\nThe scenario begins anew.")
            return [Course(declared) for declared in first.courses], first.day

    def _put(self, courses: list[Course], day: int) -> None:
        with self._one_at_a_time:
            self.courses, self.day, self.chosen = courses, min(day, max(course.days for course in courses)), ""
            self.table.set(self.table.value + 1)
        give_back_soon()
        self.go(self.day)

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        self.playback.stop()
        self.message.set("")
        self.done.set("")
        try:
            yield
        except FAULTS as fault:
            self.message.set(words_of(fault))
            self.show()

    def _talk(self) -> None:
        keeps_up = not self.playback.playing or self.playback.pace <= TALKING_PACE
        if keeps_up and any(course.has_talks_due(self.day) for course in self.courses):
            threading.Thread(target=self._negotiate, daemon=True).start()

    def _negotiate(self) -> None:
        try:
            with self._negotiating:
                held = [course.negotiate_until(self.day) for course in list(self.courses)]
        except FAULTS as fault:
            self.message.set(f"the talks cannot be held: {words_of(fault)}")
            return
        if any(held):
            with self._one_at_a_time:
                self.room.show_board(self.courses, self.day, self.bar)
        if self.day > self.last_day:
            self.go(self.last_day)

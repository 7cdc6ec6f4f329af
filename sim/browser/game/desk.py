"""A desk: the page of somebody who follows the umpire's day - a side under its fog, or a follower."""

import threading
from collections.abc import Callable
from typing import Any

import solara

from sim.browser.acts import ORDERS, act, buttons_of
from sim.browser.course import Course
from sim.browser.drawings.charts import charts_of, projected_charts
from sim.browser.drawings.headline import headline_of
from sim.browser.drawings.layers import SIGHT, believed_drawing
from sim.browser.drawings.tips import tip_of
from sim.browser.faults import FAULTS, words_of
from sim.browser.game.fog import Seen, charts_seen, headline_seen, projected_charts_seen
from sim.browser.game.game import Game
from sim.browser.game.seats import Role
from sim.browser.injects import Inject
from sim.browser.pictured import Pictured
from sim.browser.screens import on_board, on_map
from sim.vocabulary import BadInput


class Desk:
    """What one player or follower sees and does."""

    def __init__(self, game: Game, role: Role) -> None:
        """Take a seat in a game."""
        self.game, self.role = game, role
        self.message = solara.reactive("")
        self.turn = solara.reactive(0)
        """Counts the changes of the game: whoever reads it is drawn again."""
        self.chosen = ""
        self._layers: list[str] = []
        self._map: Any = None
        self._board: Any = None
        self._stamp = 0
        self._is_closed = False
        self._projected = False
        self._seen: Seen | None = None
        game.come(role.name)

    @property
    def course(self) -> Course | None:
        """Return the course that is played; none before the umpire has come."""
        return self.game.table.course if self.game.table else None

    @property
    def day(self) -> int:
        """Return the umpire's day, as far as it has been played."""
        course = self.course
        return min(self.game.table.day, len(course.snapshots) - 1) if self.game.table and course else 0

    @property
    def picture(self) -> Pictured | None:
        """Return what is seen: the course itself, or what a side believes."""
        course = self.course
        if course is None or self.role.side < 0:
            return course
        if self._seen is None or not self._seen.is_of(course):
            self._seen = Seen(course, self.role.side)
        return self._seen

    def watch(self) -> Callable[[], None]:
        """Follow the game from now on; return what ends it."""
        threading.Thread(target=self._follow, daemon=True).start()
        return self.close

    def close(self) -> None:
        """End, when the visitor has left."""
        self._is_closed = True
        self._map = self._board = None
        self.game.leave(self.role.name)

    def light(self, screen: Any, board: Any) -> None:  # noqa: ANN401 - widgets have no type
        """Show on these screens from now on."""
        self._map, self._board = screen, board
        self.show()

    def choose(self, what: str) -> None:
        """Open a place or a formation, or close what is open."""
        self.chosen = what
        self.show()
        self.turn.set(self.turn.value + 1)

    def act(self, what: str) -> None:
        """Give the order that a button of the details on the map is for."""
        if self.role.side >= 0 and what.partition(":")[0] in ORDERS:
            self.order(lambda course, day: act(course, day, what, self.role.side))

    def switch(self, layers: list[str]) -> None:
        """Show these layers of the map from now on; beliefs of both sides are the umpire's and the followers'."""
        self._layers = [layer for layer in layers if self.role.side < 0 or layer != SIGHT]
        self.show()

    def project(self, *, on: bool) -> None:
        """Show large charts, for a projector, or all of them again."""
        self._projected = on
        self.show()

    def hover(self, what: str) -> None:
        """Tell of a place or a road."""
        picture = self.picture
        if self._map is not None and picture is not None:
            self._map.tip = tip_of(picture.deployment, picture.snapshots[self.day], what)

    def show(self) -> None:
        """Show the umpire's day."""
        picture, course, day = self.picture, self.course, self.day
        if self._map is None or picture is None or course is None:
            return
        self._stamp += 1
        acts = buttons_of(self.chosen, umpire=False) if self.role.side >= 0 else ""
        today = on_map(picture, day, self._stamp, self.chosen, self._layers, acts)
        if self.role.side >= 0:
            today["troops"] += believed_drawing(picture.ground, picture.snapshots[day], self.role.side)
        self._map.today = today
        board = {**on_board([course], day, 1, playing=False), "locked": self.role.name}
        if isinstance(picture, Seen):
            board["headline"] = headline_seen(picture, day)
            charts = projected_charts_seen(picture, day) if self._projected else charts_seen(picture, day)
        else:
            board["headline"] = headline_of(course, day)
            charts = projected_charts([course], day) if self._projected else charts_of([course], day)
        self._board.charts = "".join(charts)
        self._board.today = board

    def order(self, made: Callable[[Course, int], Inject]) -> None:
        """Give an order for the umpire's day; a fault becomes a message."""
        self.message.set("")
        try:
            if self.course is None or self.day >= self.course.days:
                raise BadInput("there is no day to give orders for")
            self.game.give(made(self.course, self.day))
        except FAULTS as fault:
            self.message.set(words_of(fault))

    def _follow(self) -> None:
        seen = -1
        while not self._is_closed:
            now = self.game.wait(seen)
            if now != seen and not self._is_closed:
                seen = now
                self.show()
                self.turn.set(self.turn.value + 1)

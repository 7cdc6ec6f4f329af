"""The game: the umpire's table, the orders that wait for its day, and those who are told when something changes."""

import threading
from typing import TYPE_CHECKING

from sim.browser.injects import Inject

if TYPE_CHECKING:
    from sim.browser.game.umpire import UmpiresTable

PATIENCE = 5.0
"""Seconds after which whoever waits for a change looks whether it should still wait."""


class Game:
    """What all who take part share; each of them waits for changes in a thread of its own."""

    def __init__(self) -> None:
        """Begin without an umpire."""
        self.table: UmpiresTable | None = None
        self.present: dict[str, int] = {}
        """How many pages are open by role."""
        self.ready: set[str] = set()
        """Sides that have given all orders for the day."""
        self._waiting: dict[str, list[Inject]] = {}
        self._changed = threading.Condition()
        self._changes = 0

    def seat(self, table: "UmpiresTable") -> None:
        """Let a table be the umpire's from now on; a reload sets a new one that lays the same."""
        self.table = table
        self.tell()

    def tell(self) -> None:
        """Tell everybody that something changed."""
        with self._changed:
            self._changes += 1
            self._changed.notify_all()

    def wait(self, seen: int) -> int:
        """Wait until there is a change beyond those ``seen``, or patience ends; return the number of changes."""
        with self._changed:
            self._changed.wait_for(lambda: self._changes != seen, PATIENCE)
            return self._changes

    def come(self, name: str) -> None:
        """Take note that somebody has opened a page."""
        self.present[name] = self.present.get(name, 0) + 1
        self.tell()

    def leave(self, name: str) -> None:
        """Take note that somebody has closed a page."""
        self.present[name] = max(0, self.present.get(name, 0) - 1)
        self.tell()

    def waiting(self, side: str) -> list[Inject]:
        """Return the orders of a side that are not carried out yet."""
        return list(self._waiting.get(side, ()))

    def give(self, inject: Inject) -> None:
        """Keep an order, or a note, until the umpire plays the day."""
        self._waiting.setdefault(inject.by, []).append(inject)
        self.tell()

    def take_back(self, inject: Inject) -> None:
        """Forget an order that is not carried out yet."""
        self._waiting[inject.by] = [each for each in self._waiting.get(inject.by, ()) if each is not inject]
        self.tell()

    def set_ready(self, side: str, *, ready: bool) -> None:
        """Let a side say that it has given its orders for the day, or not yet."""
        (self.ready.add if ready else self.ready.discard)(side)
        self.tell()

    def collect(self) -> tuple[Inject, ...]:
        """Return all orders that wait, sides in the order of their names, and let none wait any more."""
        collected = tuple(inject for side in sorted(self._waiting) for inject in self._waiting[side])
        self._waiting.clear()
        self.ready.clear()
        return collected

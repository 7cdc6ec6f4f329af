"""Playing: the game that this server holds, if it holds one, and who has which seat in it."""

from collections.abc import Mapping
from typing import NamedTuple

from sim.browser.game.game import Game
from sim.browser.game.seats import Role, Seats


class Seat(NamedTuple):
    """A part in a game that a visitor has taken."""

    game: Game
    role: Role


class _Playing(NamedTuple):
    game: Game
    seats: Seats
    cookie: str


_held: list[_Playing] = []


def begin(seats: Seats, cookie: str) -> None:
    """Hold a game on this server, whose visitors are known by a cookie of this name."""
    _held[:] = [_Playing(Game(), seats, cookie)]


def seat_of(cookies: Mapping[str, str] | None) -> Seat | None:
    """Return the seat of a visitor who sent these cookies; None where no game is held.

    Raises:
        LookupError: a game is held, and the visitor has no seat in it.

    """
    if not _held:
        return None
    held = _held[0]
    role = held.seats.role_of((cookies or {}).get(held.cookie, ""))
    if role is None:
        raise LookupError("this browser has no seat in the game; open the address with its token")
    return Seat(held.game, role)

"""Seats: who may take which part in a game, each by a token that lets one browser in."""

import hmac
import secrets
from typing import Final, NamedTuple

TOKEN_BYTES: Final = 24
UMPIRE: Final = "umpire"
FOLLOWER: Final = "follower"


class Role(NamedTuple):
    """A part that somebody takes in a game."""

    name: str
    """``umpire``, ``follower``, or the name of a side."""
    side: int = -1
    """Which side it commands; -1 for none."""

    @property
    def is_umpire(self) -> bool:
        """Return whether it plays the days and declares what happens."""
        return self.name == UMPIRE


class Seats:
    """Tokens not used yet, and the cookies of those who came in with one."""

    def __init__(self, roles: list[Role]) -> None:
        """Set a seat for each role, with a token that nobody can guess."""
        self.tokens = {secrets.token_urlsafe(TOKEN_BYTES): role for role in roles}
        self._taken: dict[str, Role] = {}

    def admitted(self, token: str) -> str | None:
        """Use a token up and return the cookie that stands for its role; None for a token that is none, or was used."""
        found = next((each for each in self.tokens if hmac.compare_digest(each.encode(), token.encode())), None)
        if found is None:
            return None
        cookie = secrets.token_urlsafe(TOKEN_BYTES)
        self._taken[cookie] = self.tokens.pop(found)
        return cookie

    def role_of(self, cookie: str) -> Role | None:
        """Return the role of whoever has a cookie."""
        return self._taken.get(cookie)


def roles_of(sides: list[str], followers: int) -> list[Role]:
    """Return the roles of a game: the umpire, both sides, and so many followers."""
    players = [Role(name, side) for side, name in enumerate(sides)]
    return [Role(UMPIRE), *players, *[Role(FOLLOWER)] * followers]

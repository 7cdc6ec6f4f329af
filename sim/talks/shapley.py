"""The Shapley value: how a total divides among those who bring it about together."""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import factorial
from typing import TypeVar

Player = TypeVar("Player")


def shapley(worth: Callable[[frozenset[Player]], float], players: Sequence[Player]) -> dict[Player, float]:
    """Return each player's mean marginal worth over all orders of joining (Shapley, 1953).

    ``worth`` is asked once for each of the 2^k coalitions. The parts sum to the worth of all less that of none.
    """
    coalitions = [frozenset(part) for size in range(len(players) + 1) for part in combinations(players, size)]
    values = {coalition: worth(coalition) for coalition in coalitions}
    return {
        player: sum(_share(values, coalition, player, len(players)) for coalition in coalitions) for player in players
    }


def _share(values: dict[frozenset[Player], float], without: frozenset[Player], player: Player, players: int) -> float:
    if player in without:
        return 0.0
    orders = factorial(len(without)) * factorial(players - len(without) - 1) / factorial(players)
    return orders * (values[without | {player}] - values[without])

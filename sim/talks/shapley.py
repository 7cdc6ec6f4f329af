"""The Shapley value: how a total divides among those who bring it about together."""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import factorial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Player = TypeVar("Player")
Worth = TypeVar("Worth", float, NDArray[np.float64])
"""A number, or one a replication."""


def shapley(worth: Callable[[frozenset[Player]], Worth], players: Sequence[Player]) -> dict[Player, Worth]:
    """Return each player's mean marginal worth over all orders of joining (Shapley, 1953).

    ``worth`` is asked once for each of the 2^k coalitions. The parts sum to the worth of all less that of none.
    """
    coalitions = [frozenset(part) for size in range(len(players) + 1) for part in combinations(players, size)]
    values = {coalition: worth(coalition) for coalition in coalitions}
    return {
        player: sum(
            (_share(values, coalition, player, len(players)) for coalition in coalitions if player not in coalition),
            start=values[frozenset()] * 0.0,
        )
        for player in players
    }


def _share(values: dict[frozenset[Player], Worth], without: frozenset[Player], player: Player, players: int) -> Worth:
    orders = factorial(len(without)) * factorial(players - len(without) - 1) / factorial(players)
    return orders * (values[without | {player}] - values[without])

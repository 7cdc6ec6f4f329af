"""The war over forts played out battle by battle, as rollouts of a campaign are."""

import numpy as np
from numpy.typing import NDArray

from sim.talks.textbook.forts import FortWar


def fort_rollouts(
    war: FortWar, held: int, rollouts: int, chance: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return terminal utilities and costs of wars fought to the end, both of shape (rollouts, 2).

    Utilities are the stake discounted to the day the war began, to its winner; costs are discounted from each battle.
    """
    forts = np.full(rollouts, held)
    utilities, costs = _prizes(forts, war), np.zeros((rollouts, 2))
    worth = 1.0
    fighting = (forts > 0) & (forts < war.forts)
    while fighting.any():
        costs[fighting] += worth * np.array(war.costs)
        worth *= war.discount
        forts[fighting] += np.where(chance.random(rollouts) < war.p, 1, -1)[fighting]
        utilities[fighting] = worth * _prizes(forts, war)[fighting]
        fighting &= (forts > 0) & (forts < war.forts)
    return utilities, costs


def _prizes(forts: NDArray[np.int64], war: FortWar) -> NDArray[np.float64]:
    """Return the stake for the side that has won, and nothing for a side that has not, of shape (rollouts, 2)."""
    return np.column_stack((forts == war.forts, forts == 0)).astype(np.float64)

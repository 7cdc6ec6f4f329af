"""The rest of the war: the first side's share of what else is fought over, as forces freed or tied move it.

The share z in [0, 1] drifts by mu = b ln(F_1 / F_2) + c (aid - 1) a day, F being the men each side has outside the
theatre, with noise sigma; at 0 and 1 it is settled. Its distribution is that of a walk on a grid whose steps have the
drift and, where the grid is fine enough, the variance of the diffusion (Kushner and Dupuis, 2001); for a constant drift
its end is the gambler's ruin (1 - e^(-2 mu k / sigma^2)) / (1 - e^(-2 mu / sigma^2)).
"""

import math
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.world.compilation import compiled, rule

CELLS: Final = 40
"""Steps of the grid between 0 and 1."""


class Elsewhere(NamedTuple):
    """What moves the share of what else is fought over."""

    share: float
    """First side's share on the first day."""
    drift: float
    """b: change a day per unit of ln of the ratio of men, 1/day."""
    aid: float
    """c: change a day per unit of foreign arms below or above what is usual, 1/day."""
    noise: float
    """sigma: standard deviation of the change in a day, 1/day^(1/2)."""
    first: float
    """Men of the first side in all of the war."""
    second: float
    """Men of the second side in all of the war."""
    lag: int
    """Days until men who are free here are there."""


@rule
def drift_of(elsewhere: Elsewhere, tied_first: float, tied_second: float, aid: float) -> float:
    """Return the drift of the share, 1/day, when so many men of both sides are tied in the theatre, or lost there."""
    free_first = max(elsewhere.first - tied_first, 1.0)
    free_second = max(elsewhere.second - tied_second, 1.0)
    return elsewhere.drift * math.log(free_first / free_second) + elsewhere.aid * (aid - 1.0)


@rule
def walk_a_day(chances: NDArray[np.float64], drift: float, noise: float) -> None:
    """Let a distribution over the grid walk for a day; what has reached an end stays there.

    The mean moves by the drift; steps larger than the grid are taken in several parts of the day.
    """
    last = chances.shape[0] - 1
    step = 1.0 / last
    spread = noise**2 / step**2
    pull = drift / step
    parts = math.ceil(max(spread, abs(pull), 1.0))
    if abs(pull) <= spread:
        up, down = (spread + pull) / (2.0 * parts), (spread - pull) / (2.0 * parts)
    else:
        up, down = max(pull, 0.0) / parts, max(-pull, 0.0) / parts
    for _ in range(parts):
        before, here = 0.0, chances[1]
        for cell in range(1, last):
            after = chances[cell + 1] if cell + 1 < last else 0.0
            arrived = before * up + after * down
            before, staying = here, here * (1.0 - up - down)
            if cell == 1:
                chances[0] += here * down
            if cell == last - 1:
                chances[last] += here * up
            chances[cell], here = staying + arrived, after


@rule
def expected_shares(
    tied: NDArray[np.float64], aid: float, elsewhere: Elsewhere, chances: NDArray[np.float64], out: NDArray[np.float64]
) -> None:
    """Write the expected share on each morning to ``out``; ``tied`` has both sides' men tied or lost by morning.

    ``chances`` is working space, ``CELLS`` + 1 numbers.
    """
    last = chances.shape[0] - 1
    for cell in range(last + 1):
        chances[cell] = 0.0
    low = min(int(elsewhere.share * last), last - 1)
    chances[low + 1] = elsewhere.share * last - low
    chances[low] = 1.0 - chances[low + 1]
    for day in range(out.shape[0]):
        mean = 0.0
        for cell in range(last + 1):
            mean += chances[cell] * cell / last
        out[day] = mean
        seen = max(day - elsewhere.lag, 0)
        walk_a_day(chances, drift_of(elsewhere, tied[seen, 0], tied[seen, 1], aid), elsewhere.noise)


_expected_shares = compiled(expected_shares)


def shares_elsewhere(tied: NDArray[np.float64], aid: float, elsewhere: Elsewhere) -> NDArray[np.float64]:
    """Return the first side's expected share of what else is fought over, on each morning.

    ``tied`` are both sides' men who are tied in the theatre or were lost there, shape (mornings, 2); ``aid`` is the
    level of foreign arms to the first side beside what is usual, 1.
    """
    out = np.empty(len(tied))
    _expected_shares(tied, aid, elsewhere, np.empty(CELLS + 1), out)
    return out

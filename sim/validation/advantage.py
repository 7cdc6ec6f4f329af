"""Advantage: what surprise, intelligence or morale adds to the odds of success, all else and luck being equal.

Historians compare different battles; what else differs between them hides a small advantage, or feigns one. Here each
battle is fought twice, under common random numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sim.campaign.setup.deployment import Deployment
from sim.results.interval import Interval
from sim.scenario.quantity import Quantity
from sim.validation.draw import Draw
from sim.validation.engagement import Engagement, Layout, drawn_for, fought
from sim.validation.facts_of_attack import has_succeeded
from sim.world.chance import key_of
from sim.world.constants import Constants

STEPS = 8.0
"""Steps of CDB90's scale of intelligence and of morale, from -4 (very strongly favours the defender) to 4."""
STEPS_OF_SURPRISE = 1.8
"""Mean surprise of the battles of CDB90 in which the attacker achieved any, on a scale from 0 to 3 (training rows)."""
RESAMPLES = 1000


@dataclass(frozen=True)
class Pair:
    """Whether a battle is won without an advantage and with it."""

    without: bool
    with_it: bool


def surprise_pairs(base: Deployment, number: int, seed: int) -> Iterator[Pair]:
    """Yield battles that surprise decided or not: as they went, and as they go when surprise is worth nothing."""
    worthless = base.laws._replace(surprise=1.0)
    for index in range(number):
        drawn = drawn_for(base, seed, index)
        battle = refought(base, base.laws, drawn, seed, index)
        if battle.surprised:
            yield Pair(is_won(refought(base, worthless, drawn, seed, index)), is_won(battle))


def pairs(base: Deployment, name: str, number: int, seed: int) -> Iterator[Pair]:
    """Yield battles with the whole of an advantage on the defender's side and on the attacker's.

    ``name`` is a pair of the draw, whose ranges the scenario declares: ``morale`` or ``own_coverage``.
    """
    first, second = ranges(base, name)
    for index in range(number):
        drawn = drawn_for(base, seed, index)
        behind = endowed(drawn, name, (first[0], second[1]))
        ahead = endowed(drawn, name, (first[1], second[0]))
        yield Pair(*(is_won(refought(base, base.laws, each, seed, index)) for each in (behind, ahead)))


def endowed(drawn: Draw, name: str, values: tuple[float, float]) -> Draw:
    """Return the same circumstances but for one pair of the draw."""
    return replace(drawn, morale=values) if name == "morale" else replace(drawn, own_coverage=values)


def ranges(base: Deployment, name: str) -> list[tuple[float, float]]:
    """Return the declared range of a pair of the draw, for both sides."""
    part = {"morale": "force", "own_coverage": "reconnaissance"}[name]
    quantities: list[Quantity] = [getattr(getattr(side, part), name) for side in base.scenario.sides.values()]
    return [(float(quantity.range[0]), float(quantity.range[1])) for quantity in quantities]


def refought(base: Deployment, laws: Constants, drawn: Draw, seed: int, index: int) -> Engagement:
    """Return an engagement under other laws or circumstances, with the luck that it has."""
    return fought(base, laws, drawn, key_of(seed, index), Layout.FRONTAL)


def is_won(battle: Engagement) -> bool:
    """Return whether the attacker attacked and succeeded."""
    return battle.battle_days > 0 and has_succeeded(battle)


def odds_of_a_step(found: Iterable[Pair], steps: float, level: float) -> Interval:
    """Return by what factor one of so many steps raises the odds of success, with a bootstrap interval (Efron 1979).

    Raises:
        ValueError: with the advantage or without it all battles ended alike.

    """
    won = np.array([(pair.without, pair.with_it) for pair in found], dtype=float)
    luck = np.random.default_rng(0)
    drawn = [odds_ratio(won[luck.integers(0, len(won), len(won))]) for _ in range(RESAMPLES)]
    low, high = np.quantile(drawn, [0.5 - level / 2, 0.5 + level / 2]) ** (1 / steps)
    return Interval(odds_ratio(won) ** (1 / steps), float(low), float(high))


def odds_ratio(won: NDArray[np.float64]) -> float:
    """Return the odds of success with an advantage over those without it; ``won`` has a column for each.

    Raises:
        ValueError: all battles of a column ended alike.

    """
    shares = won.mean(axis=0)
    if shares.min() <= 0 or shares.max() >= 1:
        raise ValueError("all battles ended alike")
    without, with_it = shares / (1 - shares)
    return float(with_it / without)

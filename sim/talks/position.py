"""The position of both sides on a day: what they insist on, what war is worth and costs, how patient they are."""

from dataclasses import dataclass
from math import factorial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.talks.agreement import gain_over
from sim.talks.leverage import leverage
from sim.talks.nash import first_at, second_at
from sim.talks.package import Lines
from sim.talks.rules import NAMES, solution
from sim.world.compilation import compiled, rule

FACTORS: Final = ("demands", "utilities", "costs", "patience")
"""The parts of a position, by which a change of leverage is explained."""
SIZE: Final = 7
"""Numbers in a position as a row: both sides' demands, utilities and costs, and the first side's patience."""

_COALITIONS: Final = 1 << len(FACTORS)


@dataclass(frozen=True, slots=True)
class Position:
    """Everything that the terms follow from; pairs are the first and the second side."""

    demands: tuple[float, float]
    """What each insists on beyond what fighting on is worth to it, since backing down would cost it at home."""
    utilities: tuple[float, float]
    """Expected worth of what both have after fighting on, on the negotiable range of each."""
    costs: tuple[float, float]
    """Expected cost of fighting on, on the same range."""
    patience: float
    """Bargaining weight of the first side."""

    @property
    def row(self) -> NDArray[np.float64]:
        """Return the position as a row of numbers, as compiled laws take it."""
        return np.array([*self.demands, *self.utilities, *self.costs, self.patience])


@rule
def accepted(row: NDArray[np.float64], side: int) -> float:
    """Return the least that a side accepts: what fighting on is worth, and what it insists on beyond."""
    return float(row[2 + side] - row[4 + side] + row[side])


@rule
def leverage_at(kind: int, lines: Lines, d_a: float, d_b: float, alpha: float) -> float:
    """Return the first side's leverage under a rule: at the settlement, or at the disagreement point without one."""
    line, place = solution(kind, lines, d_a, d_b, alpha)
    if line < 0:
        return leverage(d_a, d_b)
    return leverage(first_at(lines, line, place), second_at(lines, line, place))


@rule
def table_of(lines: Lines, row: NDArray[np.float64], out: NDArray[np.float64]) -> None:
    """Write the surplus, and leverage under every rule in the order of their names, to ``out``."""
    d_a, d_b = accepted(row, 0), accepted(row, 1)
    out[0] = gain_over(lines, d_a, d_b)
    for kind in range(len(NAMES)):
        out[1 + kind] = leverage_at(kind, lines, d_a, d_b, row[6])


@rule
def parts_of_change(
    kind: int,
    lines: Lines,
    before: NDArray[np.float64],
    after: NDArray[np.float64],
    mixed: NDArray[np.float64],
    worth: NDArray[np.float64],
    shares: NDArray[np.float64],
    out: NDArray[np.float64],
) -> None:
    """Write what each factor did to the first side's leverage to ``out``: Shapley values, summed in a fixed order.

    ``shares`` has, for a factor and a coalition without it, the part of all orders of joining in which the factor
    comes next; ``mixed`` and ``worth`` are working space.
    """
    for coalition in range(worth.shape[0]):
        for number in range(before.shape[0]):
            factor = min(number // 2, 3)
            mixed[number] = after[number] if coalition >> factor & 1 else before[number]
        worth[coalition] = leverage_at(kind, lines, accepted(mixed, 0), accepted(mixed, 1), mixed[6])
    for factor in range(out.shape[0]):
        out[factor] = 0.0
        for coalition in range(worth.shape[0]):
            if not coalition >> factor & 1:
                out[factor] += shares[coalition] * (worth[coalition | 1 << factor] - worth[coalition])


_table_of = compiled(table_of)
_parts_of_change = compiled(parts_of_change)


def table_at(lines: Lines, position: Position) -> tuple[float, dict[str, float]]:
    """Return the surplus of a position, and the first side's leverage under every rule."""
    out = np.empty(1 + len(NAMES))
    _table_of(lines, position.row, out)
    surplus, *found = out.tolist()
    return surplus, dict(zip(NAMES, found, strict=True))


def explained(lines: Lines, before: Position, after: Position, kind: int = 0) -> dict[str, float]:
    """Return what each part of a position's change did to the first side's leverage under a rule.

    The parts are Shapley values over ``FACTORS``, so they sum to the whole change.
    """
    out, mixed, worth = np.empty(len(FACTORS)), np.empty(SIZE), np.empty(_COALITIONS)
    _parts_of_change(kind, lines, before.row, after.row, mixed, worth, _SHARES, out)
    return dict(zip(FACTORS, out.tolist(), strict=True))


def _share_of_orders(size: int) -> float:
    """Return the part of all orders of joining in which just ``size`` others come before a factor."""
    return factorial(size) * factorial(len(FACTORS) - size - 1) / factorial(len(FACTORS))


_SHARES: Final = np.array(
    [
        _share_of_orders(coalition.bit_count()) if coalition.bit_count() < len(FACTORS) else 0.0
        for coalition in range(_COALITIONS)
    ]
)

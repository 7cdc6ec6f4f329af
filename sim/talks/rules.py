"""The bargaining rules by name: a new one is a file of its own, a name and a branch here, and a name in scenarios."""

from functools import partial
from typing import Final

from sim.talks.agreement import gain_on
from sim.talks.alternating_offers import offers_position
from sim.talks.bargain import Bargain, Rule
from sim.talks.kalai import proportional_position, smaller_gain
from sim.talks.kalai_smorodinsky import hope
from sim.talks.nash import first_at, nash_position, nash_product, second_at
from sim.talks.package import Frontier, Lines, Settlement
from sim.world.compilation import compiled, rule

IN_WORDS: Final = {
    "nash": "Nash",
    "kalai": "Kalai",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "alternating_offers": "alternating offers",
}
"""Bargaining rules by the names that scenarios use, as tables and pages write them."""
NAMES: Final = tuple(IN_WORDS)
NASH, KALAI, KALAI_SMORODINSKY, ALTERNATING_OFFERS = range(len(NAMES))


@rule
def solution(kind: int, lines: Lines, d_a: float, d_b: float, alpha: float) -> tuple[int, float]:
    """Return the line of a frontier and the position on it that a rule leads to; line -1 when there is no agreement.

    Where issues cannot be divided there are several lines: each has its own best package by the rule, and the best of
    these is the solution.
    """
    part_a, part_b = alpha, 1.0 - alpha
    if kind == KALAI_SMORODINSKY:
        hope_a, hope_b = hope(lines, 0, d_a, d_b), hope(lines, 1, d_a, d_b)
        if hope_a > 0.0 or hope_b > 0.0:
            part_a, part_b = part_a * hope_a, part_b * hope_b
    chosen, place, most = -1, 0.0, 0.0
    for line in range(lines.shape[0]):
        if gain_on(lines, line, d_a, d_b) >= 0.0:
            if kind == NASH:
                position = nash_position(lines, line, d_a, d_b, alpha)
            elif kind == ALTERNATING_OFFERS:
                position = offers_position(lines, line, d_a, d_b, alpha)
            else:
                position = proportional_position(lines, line, d_a, d_b, part_a, part_b)
            u_a, u_b = first_at(lines, line, position), second_at(lines, line, position)
            if kind == NASH:
                good = nash_product(u_a, u_b, d_a, d_b, alpha)
            elif kind == ALTERNATING_OFFERS:
                good = nash_product(u_a, u_b, 0.0, 0.0, alpha)
            else:
                good = smaller_gain(u_a, u_b, d_a, d_b, part_a, part_b)
            if chosen < 0 or good > most:
                chosen, place, most = line, position, good
    return chosen, place


_solution = compiled(solution)


def settle(kind: int, bargain: Bargain) -> Settlement | None:
    """Return the package that a rule leads to, or None when none is better for both than fighting on."""
    possible = bargain.frontier
    return None if possible is None else settle_on(kind, possible, bargain.d_a, bargain.d_b, bargain.alpha)


def settle_on(kind: int, possible: Frontier, d_a: float, d_b: float, alpha: float) -> Settlement | None:
    """Return the package that a rule leads to on a frontier."""
    line, position = _solution(kind, possible.lines, float(d_a), float(d_b), float(alpha))
    return None if line < 0 else possible.package(line, position)


RULES: Final[dict[str, Rule]] = {name: partial(settle, kind) for kind, name in enumerate(NAMES)}
"""Each rule as a function of a bargain."""

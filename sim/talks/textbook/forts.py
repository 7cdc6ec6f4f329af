"""A war over a line of forts: the campaign whose disagreement values and leverage are known exactly."""

import math
from dataclasses import dataclass

from sim.talks.bargain import Bargain
from sim.talks.package import Issue
from sim.talks.terms import Terms, terms

FORTS = (Issue("forts", (1.0, 1.0)),)
"""All that is at stake: the whole line goes to the side that takes the last fort."""

_SAME = math.sqrt(math.ulp(1.0))
"""Relative distance below which the limit is more exact than a quotient of small differences."""


@dataclass(frozen=True, slots=True)
class FortWar:
    """A line of forts, one battle a day at the border; the loser of a battle loses a fort, of the last one the war.

    Sources: Smith and Stam (2004), Powell (2004); the mathematics is the gambler's ruin.
    """

    forts: int
    p: float
    """The first side's chance to win a battle, in (0, 1)."""

    discount: float
    """What a day's delay leaves of the worth of a thing, in (0, 1]."""

    costs: tuple[float, float]
    """What a battle costs the first and the second side, as parts of the stake."""

    def __post_init__(self) -> None:
        """Refuse a war that has no forts, no contest or no discount factor."""
        if self.forts < 1 or not 0.0 < self.p < 1.0 or not 0.0 < self.discount <= 1.0:
            raise ValueError(f"{self}: forts must be at least 1, p in (0, 1) and the discount in (0, 1]")


def discounted_victories(war: FortWar, held: int) -> tuple[float, float]:
    """Return the expected worth of the stake at the end of the war to its winner: E[discount^T; the side wins].

    For the first side, which holds ``held`` forts, and for the second. With odds r = (1 - p) / p of losing a battle
    and cosh(s) = 1 / (2 discount sqrt(p (1 - p))) they are r^((held - forts) / 2) sinh(held s) / sinh(forts s) and
    r^(held / 2) sinh((forts - held) s) / sinh(forts s).
    """
    tilt = math.log((1.0 - war.p) / war.p) / 2.0
    rate = math.acosh(max(1.0 / (2.0 * war.discount * math.sqrt(war.p * (1.0 - war.p))), 1.0))
    lost = war.forts - held
    return (
        math.exp(-lost * (rate + tilt)) * _progress(held, war.forts, rate),
        math.exp(-held * (rate - tilt)) * _progress(lost, war.forts, rate),
    )


def win_probability(war: FortWar, held: int) -> float:
    """Return the first side's chance to win the war: (1 - r^held) / (1 - r^forts), or held / forts when r is 1."""
    return discounted_victories(FortWar(war.forts, war.p, 1.0, war.costs), held)[0]


def expected_duration(war: FortWar, held: int) -> float:
    """Return the expected number of battles to the end of the war.

    It is (held - forts * chance to win) / (1 - 2 p), and held * (forts - held) between equals.
    """
    if math.isclose(war.p, 0.5, rel_tol=_SAME):
        return float(held * (war.forts - held))
    return (held - war.forts * win_probability(war, held)) / (1.0 - 2.0 * war.p)


def fort_disagreement(war: FortWar, held: int) -> tuple[float, float]:
    """Return what fighting on is worth to both sides: the discounted stake if they win, less discounted costs."""
    win, lose = discounted_victories(war, held)
    if math.isclose(war.discount, 1.0, rel_tol=_SAME):
        days = expected_duration(war, held)
    else:
        days = (1.0 - win - lose) / (1.0 - war.discount)
    return win - war.costs[0] * days, lose - war.costs[1] * days


def fort_terms(war: FortWar, held: int, alpha: float) -> Terms:
    """Return the terms when the first side holds ``held`` forts and has the bargaining weight ``alpha``."""
    d_a, d_b = fort_disagreement(war, held)
    return terms(Bargain(FORTS, d_a, d_b, alpha))


def _progress(part: int, whole: int, rate: float) -> float:
    """Return (1 - e^(-2 part rate)) / (1 - e^(-2 whole rate)), and its limit at rate 0."""
    return part / whole if rate == 0.0 else math.expm1(-2.0 * part * rate) / math.expm1(-2.0 * whole * rate)

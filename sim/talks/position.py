"""The position of both sides on a day: what they want, what war is worth and costs, how patient they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sim.talks.bargain import Bargain, Rule
from sim.talks.package import Issue
from sim.talks.rules import RULES
from sim.talks.shapley import shapley
from sim.talks.terms import Terms, terms

FACTORS = ("demands", "utilities", "costs", "patience")
"""The parts of a position, by which a change of leverage is explained."""


@dataclass(frozen=True, slots=True)
class Position:
    """Everything that the terms follow from; pairs are the first and the second side."""

    demands: tuple[Issue, ...]
    """What is at stake and what it is worth to both."""
    utilities: tuple[float, float]
    """Expected worth of what both have after fighting on, on the negotiable range of each."""
    costs: tuple[float, float]
    """Expected cost of fighting on, on the same range."""
    patience: float
    """Bargaining weight of the first side."""


def terms_at(position: Position, rule: Rule = RULES["nash"]) -> Terms:
    """Return the terms that follow from a position: fighting on is worth its utility less its cost."""
    return terms(bargain_at(position), rule)


def bargain_at(position: Position) -> Bargain:
    """Return the bargain over a position."""
    d_a, d_b = (worth - cost for worth, cost in zip(position.utilities, position.costs, strict=True))
    return Bargain(position.demands, d_a, d_b, position.patience)


def explained(before: Position, after: Position, rule: Rule = RULES["nash"]) -> dict[str, float]:
    """Return what each part of a position's change did to the first side's leverage.

    The parts are Shapley values over ``FACTORS``, so they sum to the whole change.
    """

    def leverage_with(changed: frozenset[str]) -> float:
        mixed = replace(before, **{name: getattr(after, name) for name in changed})
        return terms_at(mixed, rule).leverage or 0.0

    return shapley(leverage_with, FACTORS)


def emboldened(demands: Sequence[Issue], territory: str, growth: tuple[float, float]) -> tuple[Issue, ...]:
    """Return demands in which the territory is worth more, by a factor of 1 + ``growth``, to a side that gained."""
    return tuple(
        replace(issue, weights=(issue.weights[0] * (1.0 + growth[0]), issue.weights[1] * (1.0 + growth[1])))
        if issue.name == territory
        else issue
        for issue in demands
    )

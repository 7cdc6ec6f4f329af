"""Strategies: packages, disagreement values and bargaining weights to put on the table."""

from collections.abc import Sequence
from itertools import product

from hypothesis import strategies as st

from sim.talks.bargain import Bargain
from sim.talks.package import Issue, Settlement
from sim.talks.rules import RULES
from sim.talks.terms import Terms, terms

Pairs = Sequence[tuple[float, float]]

_worths = st.one_of(st.just(0.0), st.floats(0.05, 1.0))

weights = st.lists(st.tuples(_worths, _worths), min_size=1, max_size=5).filter(
    lambda pairs: any(first and second for first, second in pairs)
)
"""Weights of both sides, issue by issue; at least one is valued by both."""

values = st.floats(-0.5, 1.0)
"""Disagreement values: at most a side's ideal package, below 0 when fighting is dearer than conceding everything."""

alphas = st.floats(0.0, 1.0)
"""Bargaining weights of the first side."""

rules = st.sampled_from(list(RULES))
"""The names of all bargaining rules."""


def issues(pairs: Pairs, *, divisible: bool = True) -> list[Issue]:
    return [Issue(f"issue {place}", pair, divisible) for place, pair in enumerate(pairs)]


def relabelled(pairs: Pairs) -> list[tuple[float, float]]:
    return [(second, first) for first, second in pairs]


def settled(rule: str, pairs: Pairs, d_a: float, d_b: float, alpha: float) -> Settlement | None:
    """Return what a rule leads to over divisible issues."""
    return RULES[rule](Bargain(issues(pairs), d_a, d_b, alpha))


def terms_of(pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str = "nash") -> Terms:
    """Return the terms over divisible issues."""
    return terms(Bargain(issues(pairs), d_a, d_b, alpha), RULES[rule])


def leverage_of(pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str = "nash") -> float:
    """Return the first side's leverage over divisible issues of which one at least is contested."""
    return known(terms_of(pairs, d_a, d_b, alpha, rule))


def known(found: Terms) -> float:
    """Return leverage that exists."""
    assert found.leverage is not None
    return found.leverage


def settled_whole(rule: str, pairs: Pairs, d_a: float, d_b: float, alpha: float) -> tuple[float, float] | None:
    """Return both utilities of what a rule leads to when no issue can be divided."""
    package = RULES[rule](Bargain(issues(pairs, divisible=False), d_a, d_b, alpha))
    return None if package is None else (package.u_a, package.u_b)


def every_package(pairs: Pairs) -> list[tuple[float, float]]:
    """Return both utilities of every way to give whole issues to either side."""
    totals = [sum(pair[side] for pair in pairs) for side in range(2)]
    given = product((False, True), repeat=len(pairs))
    return [
        (
            sum(pair[0] for pair, is_firsts in zip(pairs, to, strict=True) if is_firsts) / totals[0],
            sum(pair[1] for pair, is_firsts in zip(pairs, to, strict=True) if not is_firsts) / totals[1],
        )
        for to in given
    ]

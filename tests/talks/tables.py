"""Strategies: packages, disagreement values and bargaining weights to put on the table."""

from hypothesis import strategies as st

from sim.talks.package import Issue

_worths = st.one_of(st.just(0.0), st.floats(0.05, 1.0))


def _is_bargain(weights: list[tuple[float, float]]) -> bool:
    return any(first for first, _ in weights) and any(second for _, second in weights)


weights = st.lists(st.tuples(_worths, _worths), min_size=1, max_size=5).filter(_is_bargain)
"""Weights of both sides, issue by issue; either may be indifferent to some issues, not to all."""

values = st.floats(-0.5, 1.0)
"""Disagreement values: at most a side's ideal package, below 0 when fighting is dearer than conceding everything."""

alphas = st.floats(0.0, 1.0)
"""Bargaining weights of the first side."""


def issues(pairs: list[tuple[float, float]]) -> list[Issue]:
    return [Issue(f"issue {place}", pair) for place, pair in enumerate(pairs)]


def relabelled(pairs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(second, first) for first, second in pairs]


def sides(pairs: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [first for first, _ in pairs], [second for _, second in pairs]

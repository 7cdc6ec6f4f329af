"""NegMAS, another's implementation of the same rules, on the same packages.

NegMAS is under the AGPL. It is asked here only, when somebody has installed it (`pip install '.[oracles]'`); the
package never imports it.
"""

from collections.abc import Sequence
from types import ModuleType

import numpy as np
import pytest

from tests.talks.tables import Pairs, every_package, settled, settled_whole

CASES = 200
FINE = 2e-7
Point = tuple[float, float]


@pytest.fixture(scope="module")
def theirs() -> ModuleType:
    found: ModuleType = pytest.importorskip(
        "negmas.preferences.ops", reason="NegMAS is not installed: pip install '.[oracles]'", exc_type=ImportError
    )
    return found


def best(theirs: ModuleType, rule: str, points: Sequence[Point], d: Point, hopes: Sequence[Point]) -> Point:
    """Return what NegMAS holds to be the solution among some packages, the first of equals."""
    gains = [(u - d[0], v - d[1]) for u, v in points if u >= d[0] and v >= d[1]]
    find = {"nash": theirs.nash_points, "kalai": theirs.kalai_points, "kalai_smorodinsky": theirs.ks_points}[rule]
    found = find([_Side(), _Side()], gains, ranges=hopes, eps=0.0)
    u, v = found[0][0]
    return float(u) + d[0], float(v) + d[1]


class _Side:
    """A side whose gains are counted from what it has without an agreement."""

    reserved_value = 0.0


def bargains() -> list[tuple[Pairs, Point]]:
    chance = np.random.default_rng(20)
    drawn: list[tuple[Pairs, Point]] = []
    while len(drawn) < CASES:
        pairs = chance.uniform(0.05, 1.0, (chance.integers(2, 6), 2)).tolist()
        d = (float(chance.uniform(0.0, 0.45)), float(chance.uniform(0.0, 0.45)))
        if any(u > d[0] and v > d[1] for u, v in every_package(pairs)):
            drawn.append((pairs, d))
    return drawn


@pytest.mark.parametrize("rule", ["nash", "kalai"])
def test_issues_that_cannot_be_divided_are_settled_as_negmas_settles_them(theirs: ModuleType, rule: str) -> None:
    for pairs, d in bargains():
        ours = settled_whole(rule, pairs, *d, 0.5)

        assert ours == pytest.approx(best(theirs, rule, every_package(pairs), d, [(0.0, 1.0)] * 2), abs=1e-7)


@pytest.mark.parametrize("rule", ["nash", "kalai", "kalai_smorodinsky"])
def test_issues_that_can_be_divided_are_settled_as_negmas_settles_them(theirs: ModuleType, rule: str) -> None:
    for pairs, d in bargains():
        ours = settled(rule, pairs, *d, 0.5)
        assert ours is not None
        most, most_for_second = settled("nash", pairs, *d, 1.0), settled("nash", pairs, *d, 0.0)
        assert most is not None
        assert most_for_second is not None
        hopes = [(0.0, most.u_a - d[0]), (0.0, most_for_second.u_b - d[1])]
        low, high = 0.0, float(len(pairs))
        while high - low > FINE:
            along = np.linspace(low, high, 41).tolist()
            points = [_along(pairs, position) for position in along]
            chosen = best(theirs, rule, points, d, hopes)
            near = min(range(len(points)), key=lambda n: abs(points[n][0] - chosen[0]) + abs(points[n][1] - chosen[1]))
            low, high = along[max(near - 1, 0)], along[min(near + 1, len(along) - 1)]

        assert (ours.u_a, ours.u_b) == pytest.approx(chosen, abs=1e-7)


def _along(pairs: Pairs, position: float) -> Point:
    """Return both utilities when issues pass to the first side in order of the second's worth beside its own."""
    order = sorted(pairs, key=lambda pair: pair[1] / pair[0])
    shares = [min(max(position - place, 0.0), 1.0) for place in range(len(order))]
    u = sum(share * pair[0] for share, pair in zip(shares, order, strict=True)) / sum(pair[0] for pair in pairs)
    v = sum((1.0 - share) * pair[1] for share, pair in zip(shares, order, strict=True)) / sum(p[1] for p in pairs)
    return u, v

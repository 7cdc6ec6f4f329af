"""The index on the negotiable range: exact values, and what must not change it."""

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sim.talks.package import negotiable
from tests.talks.tables import Pairs, every_package, issues, leverage_of, rules, settled, settled_whole

EXACT = [
    (
        ((25, 8), (19, 22)), (20, 60), (15, 8), 0.55,
        ("375/859", "222545/485357", "176040265/368483989"),
    ),
    (
        ((25, 21), (26, 22), (17, 22)), (40, 85, 25), (12, 15), 0.30,
        ("4858555/10304743", "351875485/763355521", "48958325195/105011989367"),
    ),
    (
        ((3, 21), (40, 12), (12, 13), (21, 10)), (100, 90, 0, 15), (1, 5), 0.55,
        ("427/750", "9409267/15679894", "9132254236/15414645637"),
    ),
    (
        ((28, 34), (23, 0), (2, 39), (26, 38)), (50, 25, 15, 100), (2, 12), 0.75,
        ("110789211/159587443", "84911781/124328893", "5851728081/8443323913"),
    ),
    (
        ((16, 29), (9, 14), (31, 26), (23, 27), (27, 26)), (90, 25, 40, 70, 75), (11, 11), 0.20,
        ("58234321/112459204", "132333827/255083788", "9136325569/17716675716"),
    ),
]  # fmt: skip
"""Raw weights, the first side's share of each issue in war (%), costs, alpha; leverage by Nash, Kalai and
Kalai-Smorodinsky, worked out in fractions."""

worths = st.floats(0.05, 1.0)
contested = st.lists(st.tuples(worths, worths), min_size=1, max_size=4)
shares = st.lists(st.floats(0.0, 1.0), min_size=5, max_size=5)
costs = st.floats(0.0, 0.4)
weighty = st.floats(0.05, 0.95)


def point(pairs: Pairs, war: Sequence[float], cost_a: float, cost_b: float) -> tuple[float, float]:
    """Return disagreement values on the negotiable range, from raw weights, shares in war and absolute costs."""
    all_a, all_b = negotiable(issues(pairs))
    both = [(pair, share) for pair, share in zip(pairs, war, strict=False) if min(pair) > 0.0]
    d_a = (math.fsum(pair[0] * share for pair, share in both) - cost_a) / all_a
    d_b = (math.fsum(pair[1] * (1.0 - share) for pair, share in both) - cost_b) / all_b
    return d_a, d_b


def index(pairs: Pairs, war: Sequence[float], cost_a: float, cost_b: float, alpha: float, rule: str) -> float:
    return leverage_of(pairs, *point(pairs, war, cost_a, cost_b), alpha, rule)


@pytest.mark.parametrize(("pairs", "war", "dear", "alpha", "expected"), EXACT)
def test_leverage_is_the_exact_fraction(
    pairs: Pairs, war: tuple[int, ...], dear: tuple[int, int], alpha: float, expected: tuple[str, str, str]
) -> None:
    for rule, fraction in zip(("nash", "kalai", "kalai_smorodinsky"), expected, strict=True):
        found = index(pairs, [share / 100 for share in war], *dear, alpha, rule)

        assert found == pytest.approx(float(Fraction(fraction)), abs=1e-12)


@pytest.mark.parametrize(
    ("rule", "u_a", "u_b"),
    [
        ("nash", 0.331563, 0.810536),
        ("kalai", 0.292231, 0.833011),
        ("kalai_smorodinsky", 0.319384, 0.817495),
    ],
)
def test_each_rule_leads_to_its_tabulated_package(rule: str, u_a: float, u_b: float) -> None:
    pairs = [(0.10, 0.25), (0.45, 0.40), (0.35, 0.20), (0.10, 0.15)]
    package = settled(rule, pairs, 0.187348, 0.728127, 0.5)

    assert package is not None
    assert (package.u_a, package.u_b) == pytest.approx((u_a, u_b), abs=1e-6)


@given(contested, shares, costs, costs, weighty, rules, st.floats(0.01, 2.0), st.floats(0.0, 1.0), st.booleans())
def test_an_issue_that_one_side_alone_values_changes_nothing(
    pairs: Pairs, war: list[float], cost_a: float, cost_b: float, alpha: float, rule: str,
    worth: float, share: float, is_firsts: bool,  # noqa: FBT001 - drawn
) -> None:  # fmt: skip
    before = index(pairs, war, cost_a, cost_b, alpha, rule)
    extra = (worth, 0.0) if is_firsts else (0.0, worth)

    after = index([*pairs, extra], [*war[: len(pairs)], share], cost_a, cost_b, alpha, rule)

    assert after == pytest.approx(before, abs=1e-12)


@given(contested, shares, costs, costs, weighty, rules, weighty, st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_cutting_an_issue_in_two_changes_nothing(
    pairs: Pairs, war: list[float], cost_a: float, cost_b: float, alpha: float, rule: str,
    cut: float, one: float, other: float,
) -> None:  # fmt: skip
    (first, second), *rest = pairs
    halves = [(cut * first, cut * second), ((1.0 - cut) * first, (1.0 - cut) * second)]
    whole = index(pairs, [cut * one + (1.0 - cut) * other, *war[1:]], cost_a, cost_b, alpha, rule)

    assert index([*halves, *rest], [one, other, *war[1:]], cost_a, cost_b, alpha, rule) == pytest.approx(
        whole, abs=1e-9
    )


@given(contested, shares, costs, costs, weighty, rules)
@example([(1.0, 1.0)], [0.0] * 5, 0.0, 0.0, 0.5, "kalai_smorodinsky").via("neither can gain: all of it is held in war")
def test_exchanging_the_sides_exchanges_leverage(
    pairs: Pairs, war: list[float], cost_a: float, cost_b: float, alpha: float, rule: str
) -> None:
    there = index(pairs, war, cost_a, cost_b, alpha, rule)
    exchanged = [(second, first) for first, second in pairs]

    assert index(exchanged, [1.0 - share for share in war], cost_b, cost_a, 1.0 - alpha, rule) == pytest.approx(
        1.0 - there, abs=1e-9
    )


@given(worths, worths, st.floats(0.0, 1.0), costs, costs, weighty)
def test_a_single_issue_is_divided_by_the_closed_form(
    first: float, second: float, share: float, cost_a: float, cost_b: float, alpha: float
) -> None:
    d_a, d_b = point([(first, second)], [share], cost_a, cost_b)
    expected = min(max((1.0 - alpha) * d_a + alpha * (1.0 - d_b), 0.0), 1.0)

    assert leverage_of([(first, second)], d_a, d_b, alpha) == pytest.approx(expected, abs=1e-9)


@given(contested, shares, costs, costs, weighty, rules, st.floats(0.0, 0.5))
def test_the_more_the_other_side_expects_of_war_the_less_leverage(
    pairs: Pairs, war: list[float], cost_a: float, cost_b: float, alpha: float, rule: str, belief: float
) -> None:
    d_a, d_b = point(pairs, war, cost_a, cost_b)

    assert leverage_of(pairs, d_a, d_b + belief, alpha, rule) <= leverage_of(pairs, d_a, d_b, alpha, rule) + 1e-9


def test_the_proportional_rules_share_gains_as_they_say() -> None:
    pairs = [(0.3, 0.6), (0.7, 0.4)]
    even, by_hope = (settled(rule, pairs, 0.2, 0.3, 0.25) for rule in ("kalai", "kalai_smorodinsky"))

    assert even is not None
    assert by_hope is not None
    assert (even.u_a - 0.2) / (even.u_b - 0.3) == pytest.approx(0.25 / 0.75)
    best_a, best_b = 1.0 - 0.3 * 0.3 / 0.6, 1.0 - 0.4 * 0.2 / 0.7
    assert (by_hope.u_a - 0.2) / (by_hope.u_b - 0.3) == pytest.approx(0.25 * (best_a - 0.2) / (0.75 * (best_b - 0.3)))


@given(st.integers(0, 10**6), st.sampled_from(["nash", "kalai", "kalai_smorodinsky", "alternating_offers"]))
def test_what_cannot_be_divided_is_settled_as_well_as_trying_every_package_finds(seed: int, rule: str) -> None:
    chance = np.random.default_rng(seed)
    pairs = list(zip(chance.uniform(0.05, 1.0, 4), chance.uniform(0.05, 1.0, 4), strict=True))
    d_a, d_b = chance.uniform(0.0, 0.4, 2)
    alpha = chance.uniform(0.1, 0.9)
    found = _best_of_all(pairs, d_a, d_b, alpha, rule)
    package = settled_whole(rule, pairs, d_a, d_b, alpha)

    assert (package is None) == (found is None)
    if package is not None and found is not None:
        assert package == pytest.approx(found, abs=1e-12)


def _best_of_all(pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str) -> tuple[float, float] | None:
    packages = [(u, v) for u, v in every_package(pairs) if u >= d_a and v >= d_b]
    if not packages:
        return None
    hopes = max(u for u, _ in packages) - d_a, max(v for _, v in packages) - d_b
    parts = {
        "kalai": (alpha, 1.0 - alpha),
        "kalai_smorodinsky": (alpha * hopes[0], (1.0 - alpha) * hopes[1]),
    }

    def worth(package: tuple[float, float]) -> float:
        first, second = package
        if rule == "nash":
            return float((first - d_a) ** alpha * (second - d_b) ** (1.0 - alpha))
        if rule == "alternating_offers":
            return float(first**alpha * second ** (1.0 - alpha))
        return min((first - d_a) * parts[rule][1], (second - d_b) * parts[rule][0])

    return max(packages, key=worth)

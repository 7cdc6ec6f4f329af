import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize

from tests.talks.tables import alphas, settled, values, weights


def test_sides_that_weigh_issues_the_other_way_round_each_have_their_own() -> None:
    settlement = settled("nash", [(0.7, 0.3), (0.3, 0.7)], 0.0, 0.0, 0.5)

    assert settlement is not None
    assert settlement.shares == (1.0, 0.0)
    assert settlement.u_a == pytest.approx(0.7)
    assert settlement.u_b == pytest.approx(0.7)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0), alphas)
def test_one_issue_is_divided_by_the_weighted_mean_of_both_ends_of_the_range(
    d_a: float, d_b: float, alpha: float
) -> None:
    assume(d_a + d_b <= 1.0)
    settlement = settled("nash", [(1.0, 1.0)], d_a, d_b, alpha)

    assert settlement is not None
    assert settlement.u_a == pytest.approx((1.0 - alpha) * d_a + alpha * (1.0 - d_b), abs=1e-12)


@given(weights, values, values)
def test_a_side_without_bargaining_weight_gets_no_more_than_it_must(
    pairs: list[tuple[float, float]], d_a: float, d_b: float
) -> None:
    nothing, everything = (settled("nash", pairs, d_a, d_b, alpha) for alpha in (0.0, 1.0))
    assume(nothing is not None and everything is not None)
    to_second_at_least = settled("nash", pairs, -0.5, d_b, 1.0)
    to_first_at_least = settled("nash", pairs, d_a, -0.5, 0.0)

    assert nothing == to_first_at_least
    assert everything == to_second_at_least


@given(weights, values, values, alphas, st.lists(st.floats(0.0, 1.0), min_size=5, max_size=5))
def test_no_package_has_a_larger_product_of_gains(
    pairs: list[tuple[float, float]], d_a: float, d_b: float, alpha: float, other: list[float]
) -> None:
    settlement = settled("nash", pairs, d_a, d_b, alpha)
    assume(settlement is not None)
    assume(alpha in {0.0, 1.0} or 1e-9 < alpha < 1.0 - 1e-9)  # a gain below rounding has no power worth the name
    contested = [pair for pair in pairs if min(pair) > 0.0]
    all_a, all_b = (sum(pair[side] for pair in contested) for side in range(2))
    u_a = sum(share * pair[0] for share, pair in zip(other, contested, strict=False)) / all_a
    u_b = sum((1.0 - share) * pair[1] for share, pair in zip(other, contested, strict=False)) / all_b
    assume(u_a >= d_a and u_b >= d_b)

    assert settlement is not None
    product = max(settlement.u_a - d_a, 0.0) ** alpha * max(settlement.u_b - d_b, 0.0) ** (1.0 - alpha)
    assert product >= (u_a - d_a) ** alpha * (u_b - d_b) ** (1.0 - alpha) - 1e-7


@pytest.mark.parametrize("case", range(25))
def test_the_solution_agrees_with_a_numerical_optimiser(case: int) -> None:
    chance = np.random.default_rng(case)
    first, second = chance.dirichlet(np.ones(4)), chance.dirichlet(np.ones(4))
    d_a, d_b = chance.uniform(-0.2, 0.4, 2)
    alpha = chance.uniform(0.1, 0.9)

    def loss(shares: np.ndarray) -> float:
        u_a, u_b = shares @ first, (1.0 - shares) @ second
        return -alpha * math.log(max(u_a - d_a, 1e-12)) - (1.0 - alpha) * math.log(max(u_b - d_b, 1e-12))

    found = minimize(loss, np.full(4, 0.5), bounds=[(0.0, 1.0)] * 4, method="SLSQP", options={"ftol": 1e-14})
    settlement = settled("nash", list(zip(first, second, strict=True)), d_a, d_b, alpha)

    assert settlement is not None
    assert loss(np.array(settlement.shares)) <= found.fun + 1e-9
    assert settlement.u_a == pytest.approx(found.x @ first, abs=1e-3)
    assert settlement.u_b == pytest.approx((1.0 - found.x) @ second, abs=1e-3)


@given(weights, values, values, alphas)
def test_neither_side_settles_for_less_than_fighting_on(
    pairs: list[tuple[float, float]], d_a: float, d_b: float, alpha: float
) -> None:
    settlement = settled("nash", pairs, d_a, d_b, alpha)
    assume(settlement is not None)

    assert settlement is not None
    assert settlement.u_a >= d_a - 1e-12
    assert settlement.u_b >= d_b - 1e-12


def test_a_side_that_dreads_fighting_concedes_until_nothing_is_left() -> None:
    concedes = settled("nash", [(1.0, 1.0)], -0.2, 0.5, 0.5)
    concedes_all = settled("nash", [(1.0, 1.0)], -0.6, 0.5, 0.5)

    assert concedes is not None
    assert concedes_all is not None
    assert concedes.u_a == pytest.approx(0.15)
    assert concedes_all.u_a == 0.0


def test_sides_that_both_expect_to_win_do_not_settle() -> None:
    assert settled("nash", [(1.0, 1.0)], 0.6, 0.6, 0.5) is None


def test_trading_issues_lets_sides_settle_that_both_expect_more_than_half() -> None:
    settlement = settled("nash", [(0.7, 0.3), (0.3, 0.7)], 0.6, 0.6, 0.5)

    assert settlement is not None
    assert settlement.shares == (1.0, 0.0)


@pytest.mark.parametrize("alpha", [-0.1, 1.1, math.nan])
def test_a_bargaining_weight_outside_its_range_is_refused(alpha: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        settled("nash", [(1.0, 1.0)], 0.2, 0.2, alpha)

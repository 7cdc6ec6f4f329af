import pytest
from hypothesis import assume, given
from scipy.optimize import linprog

from sim.talks.agreement import surplus
from sim.talks.bargain import Bargain
from tests.talks.tables import Pairs, alphas, issues, relabelled, rules, settled, values, weights


def surplus_of(pairs: Pairs, d_a: float, d_b: float) -> float:
    return surplus(Bargain(issues(pairs), d_a, d_b, 0.5))


def _largest_joint_gain(pairs: Pairs, d_a: float, d_b: float) -> float:
    """Solve for shares and shortfalls at once; a shortfall counts so much that it is used only if it must be."""
    contested = [pair for pair in pairs if min(pair) > 0.0]
    a, b = ([pair[side] / sum(other[side] for other in contested) for pair in contested] for side in range(2))
    dread = 1e3
    solution = linprog(
        [second_worth - first_worth for first_worth, second_worth in zip(a, b, strict=True)] + [dread, dread],
        A_ub=[[-w for w in a] + [-1.0, 0.0], [*b, 0.0, -1.0]],
        b_ub=[-d_a, 1.0 - d_b],
        bounds=[(0.0, 1.0)] * len(a) + [(0.0, None)] * 2,
    )
    shortfall = float(solution.x[-2] + solution.x[-1])
    gain = sum(share * (u - v) for share, u, v in zip(solution.x, a, b, strict=False)) + 1.0 - d_a - d_b
    return -shortfall if shortfall > 1e-9 else float(gain)


@given(weights, values, values)
def test_the_surplus_is_the_optimum_of_a_linear_programme(pairs: Pairs, d_a: float, d_b: float) -> None:
    assert surplus_of(pairs, d_a, d_b) == pytest.approx(_largest_joint_gain(pairs, d_a, d_b), abs=1e-6)


@given(values, values)
def test_the_surplus_over_one_issue_is_what_both_disagreement_values_leave(d_a: float, d_b: float) -> None:
    assert surplus_of([(1.0, 1.0)], d_a, d_b) == pytest.approx(1.0 - d_a - d_b, abs=2e-12)


def test_trading_issues_makes_more_than_one_to_share() -> None:
    assert surplus_of([(0.7, 0.3), (0.3, 0.7)], 0.0, 0.0) == pytest.approx(1.4)


@given(weights, values, values, alphas, rules)
def test_there_is_a_settlement_exactly_when_the_surplus_is_not_negative(
    pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str
) -> None:
    settlement = settled(rule, pairs, d_a, d_b, alpha)

    assert (settlement is None) == (surplus_of(pairs, d_a, d_b) < 0.0)


@given(weights, values, values)
def test_the_surplus_does_not_depend_on_who_is_first(pairs: Pairs, d_a: float, d_b: float) -> None:
    there, back = surplus_of(pairs, d_a, d_b), surplus_of(relabelled(pairs), d_b, d_a)
    assume(abs(there) > 1e-9)

    assert there == pytest.approx(back, abs=1e-9)

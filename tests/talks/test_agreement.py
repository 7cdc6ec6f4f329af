import pytest
from hypothesis import assume, given
from scipy.optimize import linprog

from sim.talks.agreement import surplus
from sim.talks.nash import asymmetric_nash
from tests.talks.tables import alphas, relabelled, sides, values, weights


def _largest_joint_gain(first: list[float], second: list[float], d_a: float, d_b: float) -> float:
    """Solve for shares and shortfalls at once; a shortfall counts so much that it is used only if it must be."""
    a, b = [w / sum(first) for w in first], [w / sum(second) for w in second]
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
def test_the_surplus_is_the_optimum_of_a_linear_programme(
    pairs: list[tuple[float, float]], d_a: float, d_b: float
) -> None:
    first, second = sides(pairs)

    assert surplus(first, second, d_a, d_b) == pytest.approx(_largest_joint_gain(first, second, d_a, d_b), abs=1e-6)


@given(values, values)
def test_the_surplus_over_one_issue_is_what_both_disagreement_values_leave(d_a: float, d_b: float) -> None:
    assert surplus([1.0], [1.0], d_a, d_b) == pytest.approx(1.0 - d_a - d_b, abs=1e-12)


def test_trading_issues_makes_more_than_one_to_share() -> None:
    assert surplus([0.7, 0.3], [0.3, 0.7], 0.0, 0.0) == pytest.approx(1.4)


@given(weights, values, values, alphas)
def test_there_is_a_settlement_exactly_when_the_surplus_is_not_negative(
    pairs: list[tuple[float, float]], d_a: float, d_b: float, alpha: float
) -> None:
    settlement = asymmetric_nash(*sides(pairs), d_a, d_b, alpha)

    assert (settlement is None) == (surplus(*sides(pairs), d_a, d_b) < 0.0)


@given(weights, values, values)
def test_the_surplus_does_not_depend_on_who_is_first(pairs: list[tuple[float, float]], d_a: float, d_b: float) -> None:
    there, back = surplus(*sides(pairs), d_a, d_b), surplus(*sides(relabelled(pairs)), d_b, d_a)
    assume(abs(there) > 1e-9)

    assert there == pytest.approx(back, abs=1e-9)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.leverage import leverage, leverage_without_agreement, risk_limit
from tests.talks.tables import values

utilities = st.floats(-1.0, 1.0)


@given(utilities, utilities)
def test_leverage_lies_between_nothing_and_everything(u_a: float, u_b: float) -> None:
    assert 0.0 <= leverage(u_a, u_b) <= 1.0


@given(utilities, utilities)
def test_the_leverage_of_both_sides_is_one(u_a: float, u_b: float) -> None:
    assert leverage(u_a, u_b) + leverage(u_b, u_a) == pytest.approx(1.0)


def test_nothing_on_either_side_is_even() -> None:
    assert leverage(0.0, 0.0) == 0.5
    assert leverage(-0.3, -0.1) == 0.5


def test_a_utility_below_zero_counts_as_zero() -> None:
    assert leverage(-0.3, 0.1) == 0.0


def test_without_agreement_leverage_is_the_ratio_of_disagreement_values() -> None:
    assert leverage_without_agreement([1.0], [1.0], 0.9, 0.6) == pytest.approx(0.6)


def test_without_agreement_a_side_counts_for_what_the_other_gives_away() -> None:
    assert leverage_without_agreement([1.0, 1.0], [1.0, 0.0], 0.2, 1.0) == pytest.approx(1.0 / 3.0)


def test_the_side_that_loses_less_by_a_breakdown_accepts_the_greater_risk() -> None:
    assert risk_limit(0.6, 0.2) == pytest.approx(2.0 / 3.0)
    assert risk_limit(0.3, 0.3) == 0.5


@given(values, values)
def test_risk_limits_of_both_sides_are_one(d_a: float, d_b: float) -> None:
    assert risk_limit(d_a, d_b) + risk_limit(d_b, d_a) == pytest.approx(1.0)

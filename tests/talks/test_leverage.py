import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.bargain import Bargain
from sim.talks.leverage import leverage
from sim.talks.terms import leverage_by_rule, terms
from tests.talks.tables import issues, leverage_of

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
    assert leverage_of([(1.0, 1.0)], 0.9, 0.6, 0.5) == pytest.approx(0.6)


def test_with_nothing_to_negotiate_there_is_no_leverage() -> None:
    bargain = Bargain(issues([(1.0, 0.0), (0.0, 1.0)]), 0.2, 0.3, 0.5)

    assert terms(bargain).leverage is None
    assert set(leverage_by_rule(bargain).values()) == {None}

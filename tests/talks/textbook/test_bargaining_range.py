import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.textbook.bargaining_range import BargainingRange, bargaining_range, division
from tests.talks.tables import alphas

costs = st.floats(0.0, 0.4)


def test_the_range_reaches_from_victory_less_own_cost_to_victory_and_the_others_cost() -> None:
    found = bargaining_range(0.5, 0.125, 0.25)

    assert found == BargainingRange(0.375, 0.75)


def test_the_range_ends_where_there_is_nothing_more_to_divide() -> None:
    assert bargaining_range(0.9, 0.2, 0.3).most == 1.0
    assert bargaining_range(0.1, 0.2, 0.3).least == 0.0


@given(st.floats(0.4, 0.6), costs, costs, alphas)
def test_the_division_follows_the_closed_form(p: float, c_a: float, c_b: float, alpha: float) -> None:
    assert division(p, c_a, c_b, alpha) == pytest.approx(p + alpha * c_b - (1.0 - alpha) * c_a)


@given(st.floats(0.0, 1.0), costs, costs, alphas)
def test_the_division_lies_in_the_range(p: float, c_a: float, c_b: float, alpha: float) -> None:
    found = bargaining_range(p, c_a, c_b)

    assert found.least - 1e-12 <= division(p, c_a, c_b, alpha) <= found.most + 1e-12


def test_a_war_that_pays_both_cannot_be_settled() -> None:
    with pytest.raises(ValueError, match="at least 0"):
        division(0.5, -0.1, -0.1, 0.5)

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.impatience import bargaining_weight, impatience

rates = st.floats(0.0, 10.0)


def test_impatience_is_the_sum_of_independent_hazards() -> None:
    assert impatience(0.01, 0.02, 0.03) == pytest.approx(0.06)


def test_the_patient_side_has_the_bargaining_weight() -> None:
    assert bargaining_weight(0.01, 0.03) == pytest.approx(0.75)


def test_sides_that_can_wait_for_ever_are_equals() -> None:
    assert bargaining_weight(0.0, 0.0) == 0.5


@given(rates, rates)
def test_bargaining_weights_of_both_sides_are_one(r_a: float, r_b: float) -> None:
    assert bargaining_weight(r_a, r_b) + bargaining_weight(r_b, r_a) == pytest.approx(1.0)


@given(st.floats(0.01, 1.0), st.floats(0.01, 1.0))
def test_the_bargaining_weight_is_the_limit_of_discounting_each_offer(r_a: float, r_b: float) -> None:
    pause = 1e-5
    delta_a, delta_b = math.exp(-r_a * pause), math.exp(-r_b * pause)

    assert bargaining_weight(r_a, r_b) == pytest.approx((1.0 - delta_b) / (1.0 - delta_a * delta_b), abs=1e-4)


@pytest.mark.parametrize("rate", [-0.1, math.inf, math.nan])
def test_rates_that_are_no_rates_are_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="at least 0"):
        impatience(0.01, rate, 0.0)

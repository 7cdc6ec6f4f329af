import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.commitment import PowerShift, least_guarantee, temptation

chances = st.floats(0.0, 1.0)
costs = st.floats(0.0, 0.5)


def test_a_shift_larger_than_the_costs_of_war_tempts_the_declining_side() -> None:
    assert temptation(PowerShift(0.3, 0.8, 0.9), cost_rising=0.1, cost_declining=0.1) == pytest.approx(0.23)


def test_the_least_guarantee_holds_back_just_what_tempts() -> None:
    assert least_guarantee(PowerShift(0.3, 0.8, 0.9), 0.1, 0.1) == pytest.approx(0.23 / 0.45)


def test_without_a_shift_no_guarantee_is_needed() -> None:
    assert least_guarantee(PowerShift(0.4, 0.4, 0.9), 0.0, 0.0) == 0.0


@given(chances, chances, st.floats(0.1, 1.0), costs, costs)
def test_war_now_is_worth_more_than_the_best_promise_exactly_when_it_tempts(
    now: float, later: float, discount: float, cost_rising: float, cost_declining: float
) -> None:
    war_now = 1.0 - now - cost_declining
    everything_now_then_war_value = (1.0 - discount) + discount * (1.0 - later + cost_rising)

    assert temptation(PowerShift(now, later, discount), cost_rising, cost_declining) == pytest.approx(
        war_now - everything_now_then_war_value
    )


@given(chances, chances, st.floats(0.1, 1.0), costs, costs)
def test_under_the_least_guarantee_peace_is_credible(
    now: float, later: float, discount: float, cost_rising: float, cost_declining: float
) -> None:
    shift = PowerShift(now, later, discount)
    guarantee = least_guarantee(shift, cost_rising, cost_declining)

    assert 0.0 <= guarantee <= 1.0 + 1e-12
    assert temptation(shift.under(guarantee), cost_rising, cost_declining) <= 1e-12


@given(chances, chances, st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_a_stronger_guarantee_never_tempts_more(now: float, later: float, weak: float, strong: float) -> None:
    shift = PowerShift(min(now, later), max(now, later), 0.9)
    weak, strong = min(weak, strong), max(weak, strong)

    assert temptation(shift.under(strong), 0.1, 0.1) <= temptation(shift.under(weak), 0.1, 0.1) + 1e-12

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.audience import reservation_value
from tests.talks.tables import terms_of

parts = st.floats(0.0, 1.0)


def test_a_claim_raises_the_least_a_side_accepts() -> None:
    assert reservation_value(0.3, 0.6, 0.5) == pytest.approx(0.4)


def test_a_claim_below_what_fighting_brings_changes_nothing() -> None:
    assert reservation_value(0.6, 0.3, 0.5) == 0.6


def test_a_claim_that_costs_nothing_to_abandon_changes_nothing() -> None:
    assert reservation_value(0.3, 0.6, 0.0) == 0.3


@given(parts, parts, st.floats(0.0, 10.0))
def test_at_the_reservation_value_backing_down_is_as_good_as_fighting(d: float, claim: float, cost: float) -> None:
    least = reservation_value(d, claim, cost)

    assert least - cost * max(claim - least, 0.0) == pytest.approx(d)


@given(parts, parts, parts, st.floats(0.0, 10.0))
def test_claims_never_widen_the_zone_of_agreement(d_a: float, d_b: float, claim: float, cost: float) -> None:
    claimed = terms_of([(1.0, 1.0)], reservation_value(d_a, claim, cost), d_b, 0.5).surplus

    assert claimed <= terms_of([(1.0, 1.0)], d_a, d_b, 0.5).surplus + 1e-12


def test_a_cost_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 0"):
        reservation_value(0.3, 0.6, -0.5)

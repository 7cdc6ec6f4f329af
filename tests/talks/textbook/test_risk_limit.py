import pytest
from hypothesis import given

from sim.talks.textbook.risk_limit import risk_limit
from tests.talks.tables import values


def test_the_side_that_loses_less_by_a_breakdown_accepts_the_greater_risk() -> None:
    assert risk_limit(0.6, 0.2) == pytest.approx(2.0 / 3.0)
    assert risk_limit(0.3, 0.3) == 0.5
    assert risk_limit(1.0, 1.0) == 0.5


@given(values, values)
def test_risk_limits_of_both_sides_are_one(d_a: float, d_b: float) -> None:
    assert risk_limit(d_a, d_b) + risk_limit(d_b, d_a) == pytest.approx(1.0)

import pytest
from hypothesis import given

from sim.talks.textbook.optimism import can_settle, mutual_optimism
from tests.talks.tables import terms_of, values


def test_optimism_is_what_both_expect_beyond_what_there_is() -> None:
    assert mutual_optimism(0.6, 0.5, 0.4, 0.4) == pytest.approx(0.3)


@given(values, values, values, values)
def test_optimism_is_the_surplus_that_the_sides_do_not_see(own_a: float, own_b: float, d_a: float, d_b: float) -> None:
    seen, true = (terms_of([(1.0, 1.0)], *pair, 0.5).surplus for pair in ((own_a, own_b), (d_a, d_b)))

    assert seen == pytest.approx(true - mutual_optimism(own_a, own_b, d_a, d_b), abs=4e-12)


@pytest.mark.parametrize(("p_by_a", "settles"), [(0.5, True), (0.7, True), (0.8, False)])
def test_views_may_differ_by_the_costs_of_fighting(p_by_a: float, settles: bool) -> None:  # noqa: FBT001 - an expectation
    assert can_settle(p_by_a, 0.5, 0.125, 0.125) is settles

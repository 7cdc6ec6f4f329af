import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.textbook.offers_in_turn import first_proposal
from tests.talks.tables import Pairs, issues, relabelled, settled, weights

LAND = issues([(1.0, 1.0)])

discounts = st.floats(0.05, 0.95)


def test_the_first_proposer_gets_more_than_the_limit_share() -> None:
    settlement = first_proposal(LAND, 0.95, 0.9)

    assert settlement.u_a == pytest.approx(0.6897, abs=5e-5)
    assert settlement.u_a > math.log(0.9) / (math.log(0.95) + math.log(0.9))


@given(discounts, discounts)
def test_over_one_issue_the_proposer_gets_the_closed_form(delta_a: float, delta_b: float) -> None:
    settlement = first_proposal(LAND, delta_a, delta_b)

    assert settlement.u_a == pytest.approx((1.0 - delta_b) / (1.0 - delta_a * delta_b))


@given(weights, discounts, discounts)
def test_each_proposal_leaves_the_other_what_waiting_would_bring(pairs: Pairs, delta_a: float, delta_b: float) -> None:
    offer = first_proposal(issues(pairs), delta_a, delta_b)
    counter = first_proposal(issues(relabelled(pairs)), delta_b, delta_a)

    assert offer.u_b == pytest.approx(delta_b * counter.u_a, abs=1e-6)
    assert counter.u_b == pytest.approx(delta_a * offer.u_a, abs=1e-6)


@given(weights, st.floats(0.1, 0.9))
def test_fast_offers_come_to_the_limit(pairs: Pairs, alpha: float) -> None:
    pause = 1e-5
    fast = first_proposal(issues(pairs), math.exp(-(1.0 - alpha) * pause), math.exp(-alpha * pause))
    limit = settled("alternating_offers", pairs, 0.0, 0.0, alpha)

    assert limit is not None
    assert fast.u_a == pytest.approx(limit.u_a, abs=1e-3)
    assert fast.u_b == pytest.approx(limit.u_b, abs=1e-3)


@pytest.mark.parametrize("deltas", [(0.0, 0.5), (0.5, 1.0), (math.nan, 0.5)])
def test_discount_factors_outside_their_range_are_refused(deltas: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        first_proposal(LAND, *deltas)


def test_offers_in_turn_need_something_to_divide() -> None:
    with pytest.raises(ValueError, match="can be divided"):
        first_proposal(issues([(1.0, 1.0)], divisible=False), 0.9, 0.9)

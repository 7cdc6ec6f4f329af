import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.alternating_offers import alternating_offers, first_proposal
from sim.talks.nash import asymmetric_nash
from sim.talks.package import frontier
from tests.talks.tables import alphas, relabelled, sides, weights

discounts = st.floats(0.05, 0.95)


def test_the_first_proposer_gets_more_than_the_limit_share() -> None:
    settlement = first_proposal([1.0], [1.0], 0.95, 0.9)

    assert settlement.u_a == pytest.approx(0.6897, abs=5e-5)
    assert settlement.u_a > math.log(0.9) / (math.log(0.95) + math.log(0.9))


@given(discounts, discounts)
def test_over_one_issue_the_proposer_gets_the_closed_form(delta_a: float, delta_b: float) -> None:
    settlement = first_proposal([1.0], [1.0], delta_a, delta_b)

    assert settlement.u_a == pytest.approx((1.0 - delta_b) / (1.0 - delta_a * delta_b))


@given(weights, discounts, discounts)
def test_each_proposal_leaves_the_other_what_waiting_would_bring(
    pairs: list[tuple[float, float]], delta_a: float, delta_b: float
) -> None:
    offer = first_proposal(*sides(pairs), delta_a, delta_b)
    counter = first_proposal(*sides(relabelled(pairs)), delta_b, delta_a)
    line = frontier(*sides(pairs))
    least_to_second, least_to_first = line.corners[-1][1], line.corners[0][0]

    assert offer.u_b == pytest.approx(max(delta_b * counter.u_a, least_to_second), abs=1e-6)
    assert counter.u_b == pytest.approx(max(delta_a * offer.u_a, least_to_first), abs=1e-6)


@given(weights, st.floats(0.1, 0.9))
def test_fast_offers_come_to_the_limit(pairs: list[tuple[float, float]], alpha: float) -> None:
    pause = 1e-5
    fast = first_proposal(*sides(pairs), math.exp(-(1.0 - alpha) * pause), math.exp(-alpha * pause))
    limit = alternating_offers(*sides(pairs), 0.0, 0.0, alpha)

    assert limit is not None
    assert fast.u_a == pytest.approx(limit.u_a, abs=1e-3)
    assert fast.u_b == pytest.approx(limit.u_b, abs=1e-3)


@pytest.mark.parametrize(("d_a", "share"), [(0.0, 0.5), (0.3, 0.5), (0.49, 0.5), (0.6, 0.6)])
def test_an_outside_option_binds_only_when_it_beats_the_offers(d_a: float, share: float) -> None:
    settlement = alternating_offers([1.0], [1.0], d_a, 0.0, 0.5)

    assert settlement is not None
    assert settlement.u_a == pytest.approx(share)


def test_an_outside_option_binds_on_a_package_too() -> None:
    settlement = alternating_offers([0.7, 0.3], [0.3, 0.7], 0.1, 0.85, 0.5)

    assert settlement is not None
    assert settlement.u_b == pytest.approx(0.85)
    assert settlement.shares == pytest.approx((0.5, 0.0))


@given(weights, alphas)
def test_without_outside_options_both_rules_agree(pairs: list[tuple[float, float]], alpha: float) -> None:
    assert alternating_offers(*sides(pairs), 0.0, 0.0, alpha) == asymmetric_nash(*sides(pairs), 0.0, 0.0, alpha)


def test_outside_options_that_together_beat_every_package_prevent_agreement() -> None:
    assert alternating_offers([1.0], [1.0], 0.6, 0.6, 0.5) is None


def test_a_bargaining_weight_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        alternating_offers([1.0], [1.0], 0.2, 0.2, 1.1)


@pytest.mark.parametrize("deltas", [(0.0, 0.5), (0.5, 1.0), (math.nan, 0.5)])
def test_discount_factors_outside_their_range_are_refused(deltas: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        first_proposal([1.0], [1.0], *deltas)

import pytest
from hypothesis import given

from tests.talks.tables import Pairs, alphas, settled, weights


@pytest.mark.parametrize(("d_a", "share"), [(0.0, 0.5), (0.3, 0.5), (0.49, 0.5), (0.6, 0.6)])
def test_an_outside_option_binds_only_when_it_beats_the_offers(d_a: float, share: float) -> None:
    settlement = settled("alternating_offers", [(1.0, 1.0)], d_a, 0.0, 0.5)

    assert settlement is not None
    assert settlement.u_a == pytest.approx(share)


def test_an_outside_option_binds_on_a_package_too() -> None:
    settlement = settled("alternating_offers", [(0.7, 0.3), (0.3, 0.7)], 0.1, 0.85, 0.5)

    assert settlement is not None
    assert settlement.u_b == pytest.approx(0.85)
    assert settlement.shares == pytest.approx((0.5, 0.0))


@given(weights, alphas)
def test_without_outside_options_both_rules_agree(pairs: Pairs, alpha: float) -> None:
    assert settled("alternating_offers", pairs, 0.0, 0.0, alpha) == settled("nash", pairs, 0.0, 0.0, alpha)


def test_outside_options_that_together_beat_every_package_prevent_agreement() -> None:
    assert settled("alternating_offers", [(1.0, 1.0)], 0.6, 0.6, 0.5) is None


def test_a_bargaining_weight_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        settled("alternating_offers", [(1.0, 1.0)], 0.2, 0.2, 1.1)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.learning import battles_to_settlement, gap_after


def test_views_meet_after_the_battles_of_the_closed_form() -> None:
    assert battles_to_settlement(0.3, 20.0, 0.25) == 4


def test_views_close_enough_need_no_battle() -> None:
    assert battles_to_settlement(0.2, 20.0, 0.25) == 0


def test_a_war_that_costs_nothing_never_ends_by_learning() -> None:
    assert battles_to_settlement(0.2, 20.0, 0.0) is None


@given(st.integers(0, 50), st.integers(0, 50), st.floats(0.5, 40.0), st.floats(0.1, 0.9), st.floats(0.0, 0.5))
def test_beta_priors_that_see_the_same_battles_close_by_the_closed_form(
    wins: int, losses: int, strength: float, low: float, gap: float
) -> None:
    battles = wins + losses
    high = low + gap
    posterior_low = (strength * low + wins) / (strength + battles)
    posterior_high = (strength * high + wins) / (strength + battles)

    assert gap_after(battles, gap, strength) == pytest.approx(posterior_high - posterior_low)


@given(st.floats(0.01, 0.9), st.floats(0.5, 40.0), st.floats(0.01, 0.5))
def test_settlement_comes_with_the_first_battle_that_brings_the_views_close_enough(
    gap: float, strength: float, costs: float
) -> None:
    battles = battles_to_settlement(gap, strength, costs)

    assert battles is not None
    assert gap_after(battles, gap, strength) <= costs * (1.0 + 1e-8)
    assert battles == 0 or gap_after(battles - 1, gap, strength) > costs


@pytest.mark.parametrize("battles", [1, 2, 3, 7, 11, 49])
def test_a_gap_that_closes_exactly_is_not_rounded_up(battles: int) -> None:
    gap = 0.1 * (20.0 + battles) / 20.0

    assert battles_to_settlement(gap, 20.0, 0.1) == battles

import numpy as np
import pytest

from sim.validation.regression import logit_slope, median_interval, rank_correlation, slope


def test_the_slope_of_a_line_is_found_exactly() -> None:
    found = slope([0, 1, 2, 3], [1, 3, 5, 7], 0.9)

    assert (found.mean, found.low, found.high) == pytest.approx((2, 2, 2))


def test_the_log_odds_are_recovered_from_many_battles() -> None:
    luck = np.random.default_rng(3)
    ratio = luck.normal(0.6, 0.7, 20_000)
    won = luck.random(ratio.size) < 1 / (1 + np.exp(-(0.22 + 0.45 * ratio)))

    found = logit_slope(ratio, won, 0.99)

    assert found.low < 0.45 < found.high
    assert found.high - found.low < 0.2


def test_two_groups_give_the_logarithm_of_their_odds_ratio() -> None:
    group = [0] * 10 + [1] * 10
    won = [True] * 2 + [False] * 8 + [True] * 5 + [False] * 5

    assert logit_slope(group, won, 0.9).mean == pytest.approx(np.log((5 / 5) / (2 / 8)), abs=1e-4)


def test_battles_that_all_end_alike_have_no_odds() -> None:
    with pytest.raises(ValueError, match="alike"):
        logit_slope([1, 2, 3], [True, True, True], 0.9)


def test_ranks_in_the_same_order_correlate_wholly() -> None:
    assert rank_correlation([1, 2, 3, 4, 5], [1, 4, 9, 16, 25], 0.9).mean == pytest.approx(1)


def test_nine_of_ten_intervals_cover_the_median() -> None:
    samples = np.random.default_rng(5).exponential(1, (2000, 25))
    covered = [found.low <= np.log(2) <= found.high for found in (median_interval(sample, 0.9) for sample in samples)]

    assert np.mean(covered) >= 0.89

import numpy as np
import pytest

from sim.results.interval import Interval, mean_interval, share_interval


def test_the_interval_of_a_mean_is_students() -> None:
    interval = mean_interval([1, 2, 3, 4], 0.9)

    assert interval.mean == 2.5
    assert interval.high - interval.mean == pytest.approx(2.3533634 * np.std([1, 2, 3, 4], ddof=1) / 2)
    assert interval.mean - interval.low == pytest.approx(interval.high - interval.mean)


def test_nine_of_ten_intervals_of_normal_samples_cover_the_mean() -> None:
    samples = np.random.default_rng(1).normal(5, 2, (2000, 8))
    covered = [mean_interval(sample, 0.9).low <= 5 <= mean_interval(sample, 0.9).high for sample in samples]

    assert np.mean(covered) == pytest.approx(0.9, abs=0.02)


def test_a_constant_sample_has_no_width() -> None:
    assert mean_interval([3, 3, 3], 0.9) == Interval(3, 3, 3)


def test_the_interval_of_a_share_is_wilsons() -> None:
    interval = share_interval(0, 10, 0.95)

    assert interval.low == pytest.approx(0, abs=1e-12)
    assert interval.high == pytest.approx(0.2775, abs=1e-4)


@pytest.mark.parametrize(("low", "high", "side"), [(1, 2, 1), (-2, -1, -1), (-1, 1, 0)])
def test_an_interval_lies_on_one_side_of_zero_or_on_none(low: float, high: float, side: int) -> None:
    assert Interval((low + high) / 2, low, high).side() == side


def test_nothing_has_neither_mean_nor_share() -> None:
    with pytest.raises(ValueError, match="nothing"):
        mean_interval([], 0.9)
    with pytest.raises(ValueError, match="no tries"):
        share_interval(0, 0, 0.9)

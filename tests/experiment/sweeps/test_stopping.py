import math

import numpy as np
import pytest

from sim.experiment.sweeps.stopping import half_width


def test_the_interval_of_a_mean_is_students() -> None:
    assert half_width([1.0, 2.0, 3.0], 0.95) == pytest.approx(4.302653 / math.sqrt(3))


def test_the_interval_of_a_share_is_wilsons_and_does_not_vanish_when_all_agree() -> None:
    z = 1.959964

    assert half_width([1.0] * 10, 0.95) == pytest.approx(z / (1 + z * z / 10) * math.sqrt(z * z / 400))


def test_fewer_than_two_values_say_nothing() -> None:
    assert half_width([], 0.95) == half_width([1.0, math.nan], 0.95) == math.inf


def test_stopping_at_a_wanted_half_width_keeps_the_coverage_of_the_interval() -> None:
    draws = np.random.default_rng(1).normal(size=(1000, 400))

    def covers(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> bool:
        n = next(n for n in range(30, 401, 10) if half_width(values[:n].tolist(), 0.95) <= 0.2)
        return bool(abs(values[:n].mean()) <= 0.2)

    assert np.mean([covers(values) for values in draws]) >= 0.93

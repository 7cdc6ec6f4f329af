import numpy as np
import pytest
from numpy.typing import NDArray

from sim.experiment.sensitivity.discovery import Box, boxes

NAMES = ["x1", "x2", "x3", "x4", "x5"]


def cube(seed: int, points: int = 2000) -> NDArray[np.float64]:
    return np.random.default_rng(seed).random((points, 5))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_known_box_is_recovered(seed: int) -> None:
    x = cube(seed)

    (box,) = boxes(x, (x[:, 0] > 0.8) & (x[:, 1] < 0.3), NAMES)

    limits = {limit.factor: limit for limit in box.limits}
    assert set(limits) == {"x1", "x2"}
    assert limits["x1"].low == pytest.approx(0.8, abs=0.02)
    assert limits["x2"].high == pytest.approx(0.3, abs=0.02)
    assert box.coverage > 0.95
    assert box.density > 0.95
    assert all(limit.p_value < 1e-6 for limit in box.limits)


def test_two_boxes_are_found_one_after_the_other() -> None:
    x = cube(4)
    cases = ((x[:, 0] > 0.8) & (x[:, 1] > 0.7)) | ((x[:, 2] < 0.15) & (x[:, 3] < 0.3))

    first, second = boxes(x, cases, NAMES)[:2]

    assert [{limit.factor for limit in box.limits} for box in (first, second)] == [{"x1", "x2"}, {"x3", "x4"}]
    assert first.coverage + second.coverage > 0.9
    assert min(first.density, second.density) > 0.9


def test_cases_everywhere_or_nowhere_make_no_box() -> None:
    x = cube(5, 100)

    assert boxes(x, np.ones(100, dtype=bool), NAMES) == []
    assert boxes(x, np.zeros(100, dtype=bool), NAMES) == []


def test_cases_that_no_factor_explains_make_no_box() -> None:
    x = cube(7, 500)

    found = boxes(x, np.random.default_rng(8).random(500) < 0.3, NAMES)

    assert all(box.density < 0.5 for box in found)


def test_levels_are_peeled_one_at_a_time() -> None:
    x = np.random.default_rng(6).integers(0, 3, size=(300, 2)).astype(float)

    (box,) = boxes(x, x[:, 0] == 2, ["level", "other"])

    assert box == Box(box.limits, coverage=1.0, density=1.0, mass=float(np.mean(x[:, 0] == 2)))
    assert [(limit.factor, limit.low, limit.high) for limit in box.limits] == [("level", 1.5, 2.0)]

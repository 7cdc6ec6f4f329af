import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from sim.experiment.sensitivity.discovery import boxes, passes

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


def noise(seed: int, points: int, runs: int) -> bool:
    """Return whether cases that no factor explains make a box; luck is common to all points, as in a sweep."""
    rng = np.random.default_rng(seed)
    x, point = np.repeat(rng.random((points, 5)), runs, axis=0), np.repeat(np.arange(points), runs)
    chance = 0.2 + 0.2 * np.tile(rng.random(runs), points)
    return bool(boxes(x, rng.random(len(x)) < chance, NAMES, point=point))


@pytest.mark.parametrize(("sets", "points", "runs"), [
    (24, 100, 1),
    pytest.param(400, 200, 1, marks=pytest.mark.slow),
    pytest.param(200, 100, 10, marks=pytest.mark.slow),
    pytest.param(200, 1000, 1, marks=pytest.mark.slow),
])  # fmt: skip
def test_noise_makes_no_box_in_nineteen_sets_of_twenty(sets: int, points: int, runs: int) -> None:
    told = sum(noise(seed, points, runs) for seed in range(sets))

    assert told <= stats.binom.ppf(0.99, sets, 0.05)


def test_runs_of_one_point_are_no_evidence_of_their_own() -> None:
    rng = np.random.default_rng(9)
    x = np.repeat(rng.random((20, 5)), 50, axis=0)
    cases = np.repeat(rng.random(20) < 0.4, 50)

    assert boxes(x, cases, NAMES, point=np.repeat(np.arange(20), 50)) == []


def test_a_trajectory_leads_from_all_points_inwards_and_one_of_its_boxes_may_be_chosen() -> None:
    x = cube(1, 1000)
    cases = (x[:, 0] > 0.8) & (x[:, 1] < 0.3)

    (best,) = boxes(x, cases, NAMES)
    chosen = boxes(x, cases, NAMES, step=5)[0]

    first, *_, last = best.trajectory
    assert (first.coverage, first.mass, first.limits) == (1.0, 1.0, {})
    assert [peel.mass for peel in best.trajectory] == sorted((peel.mass for peel in best.trajectory), reverse=True)
    assert last.density == 1.0
    assert (chosen.chosen, chosen.coverage) == (5, best.trajectory[5].coverage)


def test_p_values_are_corrected_for_all_that_were_tried() -> None:
    assert passes([0.012, 0.016, 0.04], 3)
    assert not passes([0.012, 0.016, 0.04], 4)
    assert not passes([0.012, 0.04, 0.04], 3)
    assert passes([], 3)


def test_levels_are_peeled_one_at_a_time() -> None:
    x = np.random.default_rng(6).integers(0, 3, size=(300, 2)).astype(float)

    (box,) = boxes(x, x[:, 0] == 2, ["level", "other"])

    assert (box.coverage, box.density, box.mass) == (1.0, 1.0, float(np.mean(x[:, 0] == 2)))
    assert [(limit.factor, limit.low, limit.high) for limit in box.limits] == [("level", 1.5, 2.0)]

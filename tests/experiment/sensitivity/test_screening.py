import numpy as np
import pytest
from numpy.typing import NDArray
from SALib.analyze import morris as salib_analysis
from SALib.sample import morris as salib_sample

from sim.experiment.sensitivity.screening import effects

PROBLEM = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[0.0, 1.0]] * 3}


def shares(trajectories: int) -> NDArray[np.float64]:
    return np.asarray(salib_sample.sample(PROBLEM, trajectories, num_levels=4, seed=3))


def curved(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.sin(3 * x[:, 0]) + x[:, 0] * x[:, 1] - 2 * x[:, 2])


def test_a_linear_outcome_has_its_slopes_as_effects_and_no_spread() -> None:
    x = shares(5)

    found = effects(x, (x @ [3.0, -2.0, 0.0])[:, None])

    assert found is not None
    assert [each.mean for each in found.mean] == pytest.approx([3, -2, 0])
    assert [each.mean for each in found.absolute] == pytest.approx([3, 2, 0])
    assert found.spread == pytest.approx([0, 0, 0], abs=1e-9)


def test_without_luck_the_effects_are_those_of_salib() -> None:
    x = shares(10)
    theirs = salib_analysis.analyze(PROBLEM, x, curved(x), num_levels=4, seed=1)

    ours = effects(x, curved(x)[:, None])

    assert ours is not None
    assert [each.mean for each in ours.mean] == pytest.approx(theirs["mu"].tolist())
    assert [each.mean for each in ours.absolute] == pytest.approx(theirs["mu_star"].tolist())
    assert ours.spread == pytest.approx(theirs["sigma"].tolist())


def test_the_effects_of_luck_alone_stay_about_their_floor() -> None:
    x = shares(40)
    luck = np.random.default_rng(1).normal(size=(len(x), 4))

    found = effects(x, luck)

    assert found is not None
    assert [each.mean for each in found.absolute] == pytest.approx(found.floor, rel=0.3)


def test_a_trajectory_with_a_missing_run_is_left_out() -> None:
    x = shares(5)
    y = curved(x)[:, None]
    y[2] = np.nan

    found = effects(x, y)

    assert found is not None
    assert found.trajectories == 4
    assert effects(x[:4], y[4:8]) is None

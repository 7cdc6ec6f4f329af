import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from SALib.analyze import sobol

from sim.experiment.sensitivity.intervals import verdict
from sim.experiment.sensitivity.sensitivity import indices
from tests.experiment.ishigami import FIRST, TOTAL, Ishigami, points


def outcomes(noise: float, samples: int, replications: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the function by point of a Sobol design and replication."""
    runs = [[Ishigami(noise).at(each)(r)["y"] for r in range(replications)] for each in points("sobol", samples)]
    return np.array(runs)


@pytest.mark.parametrize(("noise", "samples", "replications"), [(0.0, 1024, 1), (3.0, 256, 8)])
def test_the_indices_of_ishigami_lie_within_their_intervals(noise: float, samples: int, replications: int) -> None:
    found = indices(outcomes(noise, samples, replications), 3)

    assert found is not None
    for interval, known in zip([*found.first, *found.total], [*FIRST, *TOTAL], strict=True):
        assert interval.low <= known <= interval.high
        assert interval.high - interval.low < 0.4


def test_without_luck_the_indices_are_those_of_salib() -> None:
    table = outcomes(0.0, 128, 1)
    problem = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-np.pi, np.pi]] * 3}
    theirs = sobol.analyze(problem, table[:, 0] - table.mean(), calc_second_order=False, num_resamples=2, seed=1)

    ours = indices(table, 3)

    assert ours is not None
    assert [each.mean for each in ours.first] == pytest.approx(theirs["S1"].tolist(), abs=1e-2)
    assert [each.mean for each in ours.total] == pytest.approx(theirs["ST"].tolist(), abs=1e-2)


def test_luck_is_not_taken_for_interaction() -> None:
    table = outcomes(6.0, 1024, 2)
    once = indices(table[:, :1], 3)

    found = indices(table, 3)

    assert found is not None
    assert once is not None
    assert found.total[2].mean == pytest.approx(TOTAL[2], abs=0.1)
    assert once.total[2].mean > 0.5


def test_the_share_of_luck_is_its_share_of_the_variance_of_a_run() -> None:
    found = indices(outcomes(3.0, 256, 8), 3)

    assert found is not None
    assert found.luck == pytest.approx(9.0 / (9.0 + 13.844588), abs=0.02)


def test_more_luck_makes_wider_intervals() -> None:
    calm, noisy = (indices(outcomes(noise, 64, 4), 3) for noise in (0.5, 5.0))

    assert calm is not None
    assert noisy is not None
    assert noisy.total[0].high - noisy.total[0].low > calm.total[0].high - calm.total[0].low


def test_pure_luck_has_no_indices() -> None:
    found = indices(np.random.default_rng(2).normal(size=(40, 3)), 3)

    assert found is None or not found.total or verdict(found.total[0]) == "not resolved"


def test_an_outcome_that_does_not_vary_has_no_indices() -> None:
    assert indices(np.ones((20, 2)), 3) is None


def test_base_points_with_a_missing_run_are_left_out() -> None:
    table = outcomes(0.0, 64, 1)
    holed = table.copy()
    holed[7] = np.nan

    found, rest = indices(holed, 3), indices(np.delete(table, slice(5, 10), axis=0), 3)

    assert found == rest
    assert found is not None
    assert found.base_points == 63


@given(scale=st.floats(0.1, 100), shift=st.floats(-100, 100))
def test_indices_do_not_depend_on_the_unit_of_the_outcome(scale: float, shift: float) -> None:
    table = outcomes(1.0, 16, 2)
    one, other = (indices(each, 3, resamples=5) for each in (table, shift + scale * table))

    assert one is not None
    assert other is not None
    assert [each.mean for each in one.total] == pytest.approx([each.mean for each in other.total], abs=1e-6)


def test_the_rounding_of_a_constant_outcome_is_no_variance() -> None:
    chance = np.random.default_rng(1)
    rounding = 412.0 * (1.0 + 1e-14 * chance.standard_normal((5 * 64, 2)))

    assert indices(rounding, 3) is None

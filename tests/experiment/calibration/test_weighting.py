"""The weights of a calibration, against posteriors that are known."""

import numpy as np
import pytest
from scipy import stats

from sim.experiment.calibration.weighting import distances, effective, learnt, tolerance_that_keeps, weights
from sim.scenario.quantity import Quantity

RANGE = Quantity(value=0.0, unit="1", range=(-5.0, 5.0), source="a test", confidence="low")


def test_a_normal_mean_with_a_flat_prior_has_the_posterior_of_the_textbook() -> None:
    """With three days of independent normal noise around θ, θ given them is normal about their mean, sd 1/√3.

    Distances take the days one by one here, by their mean, which is sufficient.
    """
    rng = np.random.default_rng(3)
    theta = rng.uniform(-5.0, 5.0, 60_000)
    played = (theta[:, None] + rng.normal(size=(60_000, 3))).mean(axis=1, keepdims=True)

    found = distances(played, np.array([1.2]))
    weight = weights(found, tolerance_that_keeps(found, 0.02))

    mean = float((weight * theta).sum())
    assert mean == pytest.approx(1.2, abs=0.06)
    assert float((weight * (theta - mean) ** 2).sum()) ** 0.5 == pytest.approx(3**-0.5, abs=0.05)
    told = learnt("theta", RANGE, theta.tolist(), weight)
    expected = stats.norm(1.2, 3**-0.5).ppf([0.05, 0.5, 0.95])
    assert told.posterior == pytest.approx(expected, abs=0.15)
    assert told.prior == pytest.approx((-4.5, 0.0, 4.5))
    assert told.moved


def test_a_rate_of_decay_is_found_and_a_quantity_that_does_nothing_stays() -> None:
    rng = np.random.default_rng(4)
    rate, idle = rng.uniform(0.0, 0.1, 4000), rng.uniform(-5.0, 5.0, 4000)
    days = np.arange(60)
    played = 1000.0 * np.exp(-rate[:, None] * days) + rng.normal(0.0, 10.0, (4000, 60))

    found = distances(played, 1000.0 * np.exp(-0.03 * days))
    weight = weights(found, tolerance_that_keeps(found, 0.05))

    assert float((weight * rate).sum()) == pytest.approx(0.03, abs=0.002)
    assert not learnt("idle", RANGE, idle.tolist(), weight).moved


def test_even_weights_count_in_full() -> None:
    assert effective(np.full(40, 0.025)) == pytest.approx(40.0)
    assert effective(np.array([1.0, 0.0, 0.0])) == pytest.approx(1.0)


def test_a_tolerance_is_no_finer_than_the_observations() -> None:
    found = np.arange(100.0)

    assert tolerance_that_keeps(found, 0.2) == pytest.approx(19.0)
    assert tolerance_that_keeps(found, 0.2, floor=43.0) == 43.0
    assert tolerance_that_keeps(found, 0.0001) == pytest.approx(9.0)


def test_a_run_that_failed_counts_for_nothing() -> None:
    found = distances(np.array([[1.0, 2.0], [np.nan, np.nan]] * 10), np.array([1.0, 1.0]))

    assert weights(found, tolerance_that_keeps(found, 0.5))[1] == 0.0


def test_runs_that_all_go_as_observed_count_alike() -> None:
    found = np.array([0.0] * 10 + [3.0, np.inf])

    assert weights(found, tolerance_that_keeps(found, 0.1)).tolist() == [0.1] * 10 + [0.0, 0.0]

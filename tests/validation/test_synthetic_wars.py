"""Runs taken for what happened, against coverage that is known."""

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.experiment.calibration.weighting import distances, tolerance_that_keeps, weights
from sim.validation.synthetic_wars import SyntheticWars, synthetic_wars

WINDOW, AFTER, KEEP = 6, 9, 0.05
COMPARED = np.arange(WINDOW + AFTER) < WINDOW


def tried(evenings: NDArray[np.float64], each: int = 1) -> SyntheticWars:
    found = distances(evenings[:, COMPARED], np.full(WINDOW, 500.0))
    by_run = weights(found, tolerance_that_keeps(found, KEEP))
    wars = synthetic_wars(evenings, COMPARED, by_run, each, KEEP, 0.0)
    assert wars is not None
    return wars


def courses(runs: int) -> NDArray[np.float64]:
    """Return runs that stand still at a level, and after the window at another, normal about it."""
    rng = np.random.default_rng(5)
    level = rng.uniform(300.0, 700.0, (runs, 1))
    after = level + rng.normal(0.0, 3.0, (runs, 1))
    return np.hstack([level.repeat(WINDOW, axis=1), after.repeat(AFTER, axis=1)])


def test_days_that_go_together_are_all_held_or_none_and_begun_runs_hold_the_share_they_should() -> None:
    wars = tried(courses(4000))

    assert (wars.wars, wars.days) == (200, AFTER)
    assert wars.begun.coverage["80"] == pytest.approx(0.8, abs=0.07)
    assert wars.begun.coverage["50"] == pytest.approx(0.5, abs=0.09)
    assert wars.begun.every_day80 == pytest.approx(wars.begun.coverage["80"])
    assert wars.begun.no_day80 == pytest.approx(1.0 - wars.begun.coverage["80"])
    low, high = wars.begun.coverage80_interval
    assert low < 0.8 < high


def test_a_posterior_that_lets_the_last_area_vary_is_told_to_be_wider_than_it_need_be() -> None:
    wars = tried(courses(4000))

    assert wars.posterior.coverage["80"] > wars.begun.coverage["80"] + 0.1
    assert wars.posterior.crps > 1.05 * wars.begun.crps
    assert wars.begun.crps == pytest.approx(3.0 / np.pi**0.5, rel=0.1)


def test_no_run_is_forecast_by_others_of_its_own_draw() -> None:
    alone = tried(courses(400))
    twins = tried(courses(400).repeat(2, axis=0), each=2)

    assert twins.begun.crps > 0.7 * alone.begun.crps


def test_nothing_is_said_where_no_day_comes_after() -> None:
    evenings = courses(40)[:, :WINDOW]
    found = distances(evenings, np.full(WINDOW, 500.0))
    by_run = weights(found, tolerance_that_keeps(found, KEEP))

    assert synthetic_wars(evenings, np.full(WINDOW, fill_value=True), by_run, 1, KEEP, 0.0) is None

from math import erf, exp, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.validation.forecast_scores import covered, fair_crps, rank, skill, wilson

NUMBERS = st.floats(-1e3, 1e3)


def normal_crps(observed: float) -> float:
    """Return the closed form for a standard normal forecast (Gneiting & Raftery 2007)."""
    below = 0.5 * (1.0 + erf(observed / sqrt(2.0)))
    density = exp(-observed * observed / 2.0) / sqrt(2.0 * pi)
    return observed * (2.0 * below - 1.0) + 2.0 * density - 1.0 / sqrt(pi)


def test_the_closed_form_of_the_normal_forecast_is_the_published_number() -> None:
    assert normal_crps(0.7) == pytest.approx(0.421569, abs=1e-6)


@pytest.mark.parametrize("observed", [-1.5, 0.0, 0.7, 2.0])
def test_a_large_normal_ensemble_scores_as_the_closed_form(observed: float) -> None:
    members = np.random.default_rng(1).normal(size=200_000)

    assert fair_crps(members, observed) == pytest.approx(normal_crps(observed), abs=0.005)


def test_the_score_of_small_ensembles_is_right_on_average() -> None:
    ensembles = np.random.default_rng(1).normal(size=(40_000, 3))

    assert np.mean([fair_crps(members, 0.7) for members in ensembles]) == pytest.approx(0.421569, abs=0.01)


@given(st.lists(NUMBERS, min_size=2, max_size=20), NUMBERS)
def test_ranking_gives_the_mean_distance_of_all_pairs(members: list[float], observed: float) -> None:
    values = np.array(members)
    pairs = np.abs(values[:, None] - values[None, :]).sum() / (2 * len(values) * (len(values) - 1))

    assert fair_crps(values, observed) == pytest.approx(np.abs(values - observed).mean() - pairs, abs=1e-8)


def test_an_ensemble_that_agrees_scores_its_distance() -> None:
    assert fair_crps(np.full(5, 3.0), 4.5) == 1.5


def test_one_member_is_no_ensemble() -> None:
    with pytest.raises(ValueError, match="at least two"):
        fair_crps(np.array([1.0]), 1.0)


@pytest.mark.parametrize(("score", "expected"), [(0.0, 1.0), (2.0, 0.0), (4.0, -1.0)])
def test_skill_is_the_share_of_the_reference_that_is_saved(score: float, expected: float) -> None:
    assert skill(score, 2.0) == expected


def test_there_is_no_skill_against_a_perfect_reference() -> None:
    assert skill(1.0, 0.0) is None


def test_the_middle_of_an_ensemble_holds_what_lies_between_its_tenths() -> None:
    members = np.arange(101.0)

    assert [covered(members, value) for value in (9.9, 10.0, 50.0, 90.0, 90.1)] == [False, True, True, True, False]


def test_a_rank_counts_ties_half() -> None:
    assert rank(np.array([1.0, 2.0, 2.0, 3.0]), 2.0) == 0.5


def test_wilson_gives_the_published_interval() -> None:
    assert wilson(81, 263, z=1.96) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, table I

import math

import numpy as np
import pytest
from hypothesis import given

from sim.talks.textbook.disagreement import DisagreementPoint, disagreement_point, leverage_error
from tests.talks.tables import alphas, leverage_of


def test_fighting_on_is_worth_the_mean_of_utility_less_cost() -> None:
    point = disagreement_point(np.array([[0.2, 0.8], [0.6, 0.4]]), np.array([[0.1, 0.1], [0.1, 0.3]]))

    assert point.d_a == pytest.approx(0.3)
    assert point.d_b == pytest.approx(0.4)


def test_errors_are_those_of_the_mean_and_know_that_rollouts_are_shared() -> None:
    utilities = np.array([[0.2, 0.8], [0.6, 0.4], [0.4, 0.6]])
    point = disagreement_point(utilities, np.zeros((3, 2)))

    assert point.error_a == pytest.approx(0.2 / math.sqrt(3.0))
    assert point.error_b == pytest.approx(0.2 / math.sqrt(3.0))
    assert point.covariance == pytest.approx(-0.04 / 3.0)


def test_a_single_rollout_has_no_standard_error() -> None:
    point = disagreement_point(np.array([[0.2, 0.8]]), np.array([[0.1, 0.1]]))

    assert point.d_a == pytest.approx(0.1)
    assert math.isnan(point.error_a)
    assert math.isnan(leverage_error(point, 0.5))


def test_arguments_are_left_as_they_were() -> None:
    utilities, costs = np.array([[0.2, 0.8]]), np.array([[0.1, 0.1]])
    disagreement_point(utilities, costs)

    assert utilities.tolist() == [[0.2, 0.8]]
    assert costs.tolist() == [[0.1, 0.1]]


@given(alphas)
def test_the_error_of_leverage_is_that_of_the_rollouts_own_leverage(alpha: float) -> None:
    chance = np.random.default_rng(7)
    utilities, costs = chance.uniform(0.1, 0.4, (50, 2)), chance.uniform(0.0, 0.1, (50, 2))
    each = [leverage_of([(1.0, 1.0)], d_a, d_b, alpha) for d_a, d_b in utilities - costs]

    assert leverage_error(disagreement_point(utilities, costs), alpha) == pytest.approx(
        np.std(each, ddof=1) / math.sqrt(50)
    )


def test_the_error_of_leverage_follows_the_closed_form() -> None:
    point = DisagreementPoint(0.3, 0.4, 0.02, 0.03, -0.0002)

    assert leverage_error(point, 0.25) == pytest.approx(
        math.sqrt(0.5625 * 0.0004 + 0.0625 * 0.0009 + 2 * 0.1875 * 0.0002)
    )


@pytest.mark.parametrize("shape", [(0, 2), (3, 1), (3,)])
def test_arrays_that_are_no_rollouts_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rollouts"):
        disagreement_point(np.zeros(shape), np.zeros(shape))

"""The disagreement point: what fighting on is worth to both sides, from rollouts of the campaign."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class DisagreementPoint:
    """Both sides' disagreement values, and how exactly the rollouts know them."""

    d_a: float
    """Utility to the first side of fighting on, less what the fighting costs it."""

    d_b: float
    """The same for the second side."""

    error_a: float
    """Standard error of ``d_a``; not a number after a single rollout."""

    error_b: float
    """Standard error of ``d_b``."""

    covariance: float
    """Covariance of the two means, since both come from the same rollouts."""


def disagreement_point(utilities: NDArray[np.float64], costs: NDArray[np.float64]) -> DisagreementPoint:
    """Return the mean of utility less cost over rollouts; both arguments have shape (rollouts, 2).

    ``utilities`` are of the state in which a rollout ends, on the scale of packages, and ``costs`` the discounted costs
    of fighting on that scale.

    Raises:
        ValueError: The arguments are not of one shape (rollouts, 2), or there is no rollout.

    """
    if utilities.shape != costs.shape or utilities.ndim != 2 or utilities.shape[1] != 2 or not len(utilities):  # noqa: PLR2004 - two sides
        raise ValueError(f"utilities {utilities.shape} and costs {costs.shape}: both must be (rollouts, 2)")
    values = utilities - costs
    rollouts = len(values)
    d_a, d_b = values.mean(axis=0)
    if rollouts == 1:
        return DisagreementPoint(float(d_a), float(d_b), math.nan, math.nan, math.nan)
    spread = np.cov(values, rowvar=False) / rollouts
    return DisagreementPoint(
        float(d_a), float(d_b), math.sqrt(spread[0, 0]), math.sqrt(spread[1, 1]), float(spread[0, 1])
    )


def leverage_error(point: DisagreementPoint, alpha: float) -> float:
    """Return the standard error that the rollouts leave in leverage over one issue.

    The variance is (1 - alpha)^2 Var d_a + alpha^2 Var d_b - 2 alpha (1 - alpha) Cov(d_a, d_b), inside the zone of
    agreement and off its ends.
    """
    variance = (
        ((1.0 - alpha) * point.error_a) ** 2
        + (alpha * point.error_b) ** 2
        - 2.0 * alpha * (1.0 - alpha) * point.covariance
    )
    return math.sqrt(max(variance, 0.0))

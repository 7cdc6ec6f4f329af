"""Plausibility: whether what a run leaves can be at all; a run of which nothing can be believed is a failed one."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sim.campaign.negotiation.table import Talks
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import LEDGER, SERIES

SHARES = ("effect", "intelligence", "aimed", "morale", "will")
"""Measures that are parts of a whole."""
ROUNDING = 1e-6
"""What sums of many numbers may miss their bound by, relative to what they sum."""

_HELD = [SERIES.index(f"area_{side}") for side in range(2)]
_LOST = [[SERIES.index(f"{measure}_{side}") for measure in ("casualties", "captured")] for side in range(2)]
_JOINED = [LEDGER.index(f"joined_{side}") for side in range(2)]


class ImpossibleOutcomeError(ArithmeticError):
    """A run ended in numbers that are none, or that no war can have."""


def check_outcome(
    deployment: Deployment, series: NDArray[np.float64], ledger: NDArray[np.float64], talks: tuple[Talks, ...]
) -> None:
    """Raise an error when a run left what cannot be.

    Raises:
        ImpossibleOutcomeError: with the first of what is impossible, and its value.

    """
    for what in (*_unfinished(ledger), *_impossible(deployment, series, ledger), *_unsettled(talks)):
        raise ImpossibleOutcomeError(f"{what}; the scenario's numbers lead beyond what the laws can tell")


def _impossible(deployment: Deployment, series: NDArray[np.float64], ledger: NDArray[np.float64]) -> Iterator[str]:
    for name, least, most in zip(SERIES, series.min(axis=0).tolist(), series.max(axis=0).tolist(), strict=True):
        if not (math.isfinite(least) and math.isfinite(most)):
            yield f"{name} is no finite number"
        elif least < -ROUNDING * max(1.0, abs(most)):
            yield f"{name} is {least:g}, less than nothing"
        elif most > 1.0 + ROUNDING and name[:-2] in SHARES:
            yield f"{name} is {most:g}, more than all"
    ground = deployment.contested_ground
    held = float((series[:, _HELD[0]] + series[:, _HELD[1]]).max())
    if held > ground * (1.0 + ROUNDING):
        yield f"{held:g} km2 of the contested {ground:g} km2 are held"
    for side in range(2):
        men = deployment.established[side] + float(ledger[:, _JOINED[side]].sum())
        killed, caught = series[-1, _LOST[side]].tolist()
        lost = killed + caught
        if lost > men * (1.0 + ROUNDING):
            yield f"casualties_{side} and captured_{side} are {lost:g} of {men:g} men"


def _unfinished(ledger: NDArray[np.float64]) -> Iterator[str]:
    if not np.isfinite(ledger).all():
        yield "the ledger of causes holds what is no finite number"


def _unsettled(talks: tuple[Talks, ...]) -> Iterator[str]:
    for each in talks:
        terms = each.terms
        found = {"leverage": each.leverage, "disagreement_0": terms.d_a, "disagreement_1": terms.d_b}
        found |= {"perceived_surplus": each.perceived_surplus}
        for name, value in found.items():
            if not math.isfinite(value):
                yield f"{name} on day {each.day} is no finite number"
        if not 0.0 <= each.leverage <= 1.0:
            yield f"leverage on day {each.day} is {each.leverage:g}"

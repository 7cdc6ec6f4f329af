"""The rest of the war, against the gambler's ruin."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.elsewhere import Elsewhere, shares_elsewhere

REST = Elsewhere(0.3, 0.0, 0.0, 0.0, 1e6, 1e6, 0)
shares = st.floats(0.0, 1.0)


def nobody(days: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.zeros((days + 1, 2))


@pytest.mark.parametrize(("share", "drift"), [(0.3, 0.0), (0.3, 0.0004), (0.05, 0.001), (0.7, -0.0006)])
def test_in_the_end_the_share_is_the_chance_of_the_gambler_who_wins(share: float, drift: float) -> None:
    noise = 0.03
    rest = REST._replace(share=share, aid=drift, noise=noise)
    tilt = 2.0 * drift / noise**2
    wins = math.expm1(-tilt * share) / math.expm1(-tilt) if drift else share

    assert shares_elsewhere(nobody(6000), 2.0, rest)[-1] == pytest.approx(wins, abs=2e-3)


@given(shares, st.floats(0.0, 0.05))
def test_without_drift_the_share_is_expected_to_stay(share: float, noise: float) -> None:
    found = shares_elsewhere(nobody(100), 1.0, REST._replace(share=share, noise=noise))

    assert found == pytest.approx(np.full(101, share), abs=1e-12)


@given(st.floats(0.3, 0.7), st.floats(-0.002, 0.002))
def test_far_from_its_ends_the_share_drifts_as_it_says(share: float, drift: float) -> None:
    found = shares_elsewhere(nobody(60), 2.0, REST._replace(share=share, aid=drift, noise=0.001))

    assert found[-1] == pytest.approx(share + 60 * drift, abs=1e-3)


@given(shares, st.floats(0.0, 0.01), st.floats(0.0, 0.02), st.floats(0.0, 9e5), st.floats(0.0, 9e5))
def test_tying_more_of_the_enemy_is_worth_more_elsewhere(
    share: float, drift: float, noise: float, tied: float, more: float
) -> None:
    rest = REST._replace(share=share, drift=drift, noise=noise)
    few, many = nobody(40), nobody(40)
    few[:, 1], many[:, 1] = min(tied, more), max(tied, more)

    assert (shares_elsewhere(many, 1.0, rest) >= shares_elsewhere(few, 1.0, rest) - 1e-12).all()


def test_men_who_are_free_count_there_after_the_lag() -> None:
    tied = nobody(20)
    tied[:5, 1] = 5e5
    late, soon = (shares_elsewhere(tied, 1.0, REST._replace(drift=0.01, lag=lag)) for lag in (7, 0))

    assert late[:6].tolist() == soon[:6].tolist()
    assert late[-1] > soon[-1]

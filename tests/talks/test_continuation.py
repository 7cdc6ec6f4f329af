"""What fighting on is worth when nobody knows on which day the war ends."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sim.talks.continuation import (
    CAPTURED,
    CASUALTIES,
    COLUMNS,
    SHARE,
    WORTH,
    Ending,
    Stakes,
    war_value,
    weights_of_a_day,
)
from sim.talks.textbook.forts import FortWar, discounted_victories, fort_disagreement

LAND = Stakes(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.001, math.nan)
rates = st.floats(1 / 700, 1 / 14)


def path(shares: NDArray[np.float64], killed: float = 0.0) -> NDArray[np.float64]:
    """Return a path on which the first side holds so much, and both lose so many men a day."""
    found = np.zeros((len(shares), COLUMNS))
    found[:, SHARE] = shares
    found[:, CASUALTIES : CASUALTIES + 2] = killed * np.arange(len(shares))[:, None]
    return found


def fading(rate: float, days: int) -> NDArray[np.float64]:
    return path(0.4 * np.exp(-rate * np.arange(days + 1)))


def value(course: NDArray[np.float64], stakes: Stakes, ending: Ending, pressure: float = 0.0) -> NDArray[np.float64]:
    return war_value(course, (stakes, stakes), ending, (pressure, pressure))


@given(st.floats(1e-4, 3.0))
def test_what_a_day_counts_for_is_its_integral(r: float) -> None:
    x = np.linspace(0.0, 1.0, 20001)
    first, last = weights_of_a_day(r)

    assert first == pytest.approx(np.trapezoid((1.0 - x) * np.exp(-r * x), x), abs=1e-8)
    assert last == pytest.approx(np.trapezoid(x * np.exp(-r * x), x), abs=1e-8)


@given(rates, st.floats(0.0, 0.05), st.integers(1, 300), st.sampled_from([0, 1]))
def test_ground_that_goes_on_waning_is_worth_the_same_however_far_one_looks(
    rate: float, k: float, days: int, holder: int
) -> None:
    found = []
    for length in (days, 2000):
        share = 0.9 * np.exp(-k * np.arange(length + 1))
        found.append(value(path(1.0 - share if holder else share), LAND, Ending(rate, 0.0))[:, WORTH])

    assert found[0] == pytest.approx(found[1], abs=1e-4)


@pytest.mark.parametrize(("rate", "k"), [(1 / 90, 0.02), (1 / 30, 0.05), (1 / 14, 0.01)])
def test_ground_that_wanes_is_worth_the_closed_form(rate: float, k: float) -> None:
    rho = LAND.discounting
    days = round(40 / rate)
    found = value(fading(k, days), LAND, Ending(rate, 0.0))[0, WORTH]
    first, last = weights_of_a_day(rate + rho)
    q = math.exp(-k)

    assert found == pytest.approx(rate * 0.4 * (first + last * q) / (1.0 - q * math.exp(-rate - rho)), abs=1e-12)
    assert found == pytest.approx(rate * 0.4 / (rate + rho + k), abs=2e-4)


def test_a_war_that_ends_at_once_is_worth_what_is_held() -> None:
    assert value(fading(0.05, 30), LAND, Ending(1000.0, 0.0))[0, WORTH] == pytest.approx(0.4, abs=1e-4)


@given(rates, st.floats(0.0, 1.0), st.integers(1, 120))
def test_ground_at_rest_is_worth_the_same_however_far_one_looks(rate: float, share: float, days: int) -> None:
    near, far = (value(path(np.full(n + 1, share)), LAND, Ending(rate, 0.0)) for n in (days, 400))

    assert near[0, WORTH] == pytest.approx(rate * share / (rate + LAND.discounting), abs=1e-12)
    assert near == pytest.approx(far, abs=1e-12)


@given(rates, st.floats(0.0, 100.0), st.integers(1, 120))
def test_losses_that_do_not_fade_cost_the_same_however_far_one_looks(rate: float, killed: float, days: int) -> None:
    stakes = LAND._replace(casualty=1e-4, captive=0.0, day=0.001)
    near, far = (value(path(np.zeros(n + 1), killed), stakes, Ending(rate, 0.0)) for n in (days, 400))

    assert near == pytest.approx(far, rel=1e-9, abs=1e-12)
    assert near[0].tolist() == pytest.approx(
        [0.0, 1e-4 * killed / (rate + 0.001), 0.0, 0.001 / (rate + 0.001)], rel=1e-9, abs=1e-12
    )


def test_losses_that_fade_cost_less_and_those_of_prisoners_are_their_own() -> None:
    stakes = LAND._replace(casualty=1e-4, captive=1e-4)
    lasting, waning = (value(path(np.zeros(31), 50.0), stakes, Ending(1 / 90, fade)) for fade in (0.0, 0.05))
    caught = path(np.zeros(31))
    caught[:, CAPTURED + 1] = np.arange(31.0)

    assert waning[0, 1] < lasting[0, 1]
    assert value(caught, stakes, Ending(1 / 90, 0.0))[:, 2].tolist() == pytest.approx(
        [0.0, 1e-4 / (1 / 90 + 0.001)], abs=1e-12
    )


@given(rates, st.floats(0.0, 1.0), st.floats(0.0, 0.02), st.floats(0.0, 20.0))
def test_pressure_moves_nothing_when_its_end_is_as_good_as_fighting_on(
    rate: float, share: float, pressure: float, killed: float
) -> None:
    stakes = LAND._replace(casualty=1e-5, day=0.0005)
    course = path(np.full(60, share), killed)
    plain = value(course, stakes, Ending(rate, 0.0), pressure)
    d = plain[0, WORTH] - plain[0, 1:].sum()
    pressed = value(course, stakes._replace(breakdown=d), Ending(rate, 0.0), pressure)

    assert pressed[0, WORTH] - pressed[0, 1:].sum() == pytest.approx(d, abs=1e-12)


def test_pressure_that_ends_badly_costs_and_that_ends_well_pays() -> None:
    course = path(np.full(60, 0.5))
    worse, plain, better = (
        value(course, LAND._replace(breakdown=left), Ending(1 / 90, 0.0), 0.004)[0, WORTH]
        for left in (0.1, math.nan, 0.9)
    )

    assert worse < plain < better


def test_a_war_over_forts_that_may_end_any_day_has_the_exact_value() -> None:
    """A chain of forts whose war ends in a draw at a geometric rate: the closed form knows it as discounting."""
    war = FortWar(6, 0.5, 0.98, (0.005, 0.005))
    held, days, rollouts = 3, 700, 4000
    chance = np.random.default_rng(5)
    steps = np.where(chance.random((rollouts, days)) < war.p, 1, -1)
    forts = np.column_stack((np.full(rollouts, held), held + np.cumsum(steps, axis=1)))
    over = np.maximum.accumulate((forts <= 0) | (forts >= war.forts), axis=1)
    settled = np.argmax(over, axis=1)
    last = forts[np.arange(rollouts), settled]
    rate = -math.log(war.discount)
    values = []
    for end, won in zip(settled, last == war.forts, strict=True):
        share = np.zeros(days + 1)
        share[end:] = float(won)
        values.append(value(path(share), LAND._replace(discounting=1e-12), Ending(rate, 0.0))[0, WORTH])
    exact = discounted_victories(war, held)[0]
    within_a_day = (1.0 - math.exp(-rate)) / rate / war.discount

    assert np.mean(values) == pytest.approx(exact * within_a_day, abs=3.0 * np.std(values) / math.sqrt(rollouts))
    assert fort_disagreement(war, held)[0] < exact


def test_the_order_of_sums_is_fixed() -> None:
    course = fading(0.03, 90)

    assert (
        value(course, LAND, Ending(1 / 90, 0.0)).tobytes() == value(course.copy(), LAND, Ending(1 / 90, 0.0)).tobytes()
    )

"""What reconnaissance is worth: aimed fire, warning, and estimates that decide on an assault."""

from dataclasses import dataclass
from math import erf, exp, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.battle.sectors import line_up
from sim.rules.command.orders import assault
from sim.rules.command.stance import stand
from sim.rules.day import take_stock
from sim.rules.depth.intelligence import aimed_share, decision_lag, fire_effect, is_noticed_in_time, see, warned
from sim.world.chance import ESTIMATE, normal, stable_id
from tests.given import laws, under, world
from tests.rules.facing import two_places

shares = st.floats(0, 1)


def test_aimed_share_rises_from_least_to_most() -> None:
    assert [aimed_share(coverage, 0.5, 0.8) for coverage in (0.0, 0.5, 1.0)] == pytest.approx([0.5, 0.65, 0.8])


@given(shares, shares)
def test_fire_is_worth_its_aimed_part_and_what_the_rest_happens_to_find(aimed: float, density: float) -> None:
    effect = fire_effect(aimed, density)

    assert effect == pytest.approx(aimed + density - aimed * density)
    assert fire_effect(1.0, density) == 1
    assert fire_effect(0.0, density) == density


@pytest.mark.parametrize(
    ("detection", "preparation", "notice", "chance"),
    [(0.3, 4, 0, 1 - 0.7**4), (0.3, 4, 1, 1 - 0.7**3), (0.3, 2, 2, 0), (0.3, 2, 5, 0), (0, 9, 0, 0), (1, 1, 0, 1)],
)
def test_a_warning_comes_with_each_day_of_preparation_but_the_last(
    detection: float, preparation: float, notice: float, chance: float
) -> None:
    assert warned(detection, preparation, notice) == pytest.approx(chance, rel=1e-6)


def test_a_headquarters_that_sees_less_decides_later() -> None:
    p = laws(order_lag=1, order_lag_blind=2)

    assert [decision_lag(p, coverage) for coverage in (0, 0.5, 1)] == [3, 2, 1]


def test_assaults_are_noticed_as_often_as_the_law_says() -> None:
    w, p = two_places(0.8), laws(preparation=3, detection=0.5, order_lag=1, order_lag_blind=0)
    take_stock(w, p, 0)
    tries = 4000
    noticed = sum(is_noticed_in_time(under(w, key), p, 1, w.formations[1]) for key in range(tries))

    assert noticed / tries == pytest.approx(warned(0.4, 3, 1), abs=0.03)


def test_deception_hides_preparations() -> None:
    p = laws(preparation=3, order_lag=0, order_lag_blind=0)
    open_, hidden = two_places(0.8), two_places(0.8, deception=0.5)
    for w in (open_, hidden):
        take_stock(w, p, 0)
    counts = [
        sum(is_noticed_in_time(under(w, key), p, 1, w.formations[1]) for key in range(400)) for w in (open_, hidden)
    ]

    assert counts[0] > counts[1] > 0


@dataclass
class Attempt:
    decided: bool
    error: float


def attempts(coverage: float, theta: float, tries: int) -> list[Attempt]:
    """Side 0 has three times the power of the place before it; each attempt sees it under other luck."""
    p = laws(screen=0, detection=1, contact_detection=1, estimate_spread=0.5, morale_floor=1)
    made = []
    w = two_places(coverage)
    w.sides[0].threshold = theta
    w.sides[0].crosses_border = 1
    take_stock(w, p, 0)
    for key in range(tries):
        see(under(w, key), p, 0)
        line_up(w, p)
        stand(w.formations[0])
        error = 0.5 * (1 - coverage) * normal(key, 0, ESTIMATE, stable_id("place 1"))
        made.append(Attempt(assault(w, p, w.formations[0]), error))
    return made


def test_a_commander_assaults_if_the_ratio_he_perceives_exceeds_his_threshold() -> None:
    for attempt in attempts(0.4, 2.8, 300):
        assert attempt.decided == (log(3) - attempt.error > log(2.8))


@pytest.mark.parametrize(("coverage", "theta"), [(0.0, 2.5), (0.5, 2.5), (0.5, 3.6), (0.5, 3.0)])
def test_estimates_err_so_that_assaults_are_as_frequent_as_the_normal_law_says(coverage: float, theta: float) -> None:
    tries = 1500
    share = sum(attempt.decided for attempt in attempts(coverage, theta, tries)) / tries
    z = (log(3) - log(theta)) / (0.5 * (1 - coverage))

    assert share == pytest.approx(0.5 * (1 + erf(z / sqrt(2))), abs=4 * 0.5 / sqrt(tries))


def test_complete_coverage_makes_the_decision_a_step() -> None:
    assert all(attempt.decided for attempt in attempts(1.0, 2.99, 20))
    assert not any(attempt.decided for attempt in attempts(1.0, 3.01, 20))


def test_deception_makes_the_enemy_underrate_what_it_sees() -> None:
    p = laws(detection=1, contact_detection=1)
    w = two_places(1.0, deception=0.3)
    take_stock(w, p, 0)

    assert w.places[1].picture == pytest.approx(700)
    assert w.places[0].picture == pytest.approx(3000)


def test_what_was_never_reported_is_expected_from_the_order_of_battle() -> None:
    p = laws(detection=0, contact_detection=0)
    w = two_places(0.5)
    take_stock(w, p, 0)

    assert [place.picture for place in w.places] == [3000, 1000]


def test_an_old_report_fades_towards_what_is_expected() -> None:
    p = laws(detection=0, contact_detection=0, picture_memory=0.9)
    w = two_places(0.5)
    take_stock(w, p, 0)
    w.places[1].picture = 2000.0
    see(w, p, 1)

    assert w.places[1].picture == pytest.approx(1000 + 0.9 * 1000)


def test_behind_the_front_nothing_is_expected_and_an_empty_place_reported_empty() -> None:
    p = laws(detection=0, contact_detection=1)
    w = world([{"holder": 0}, {"holder": 1}, {"holder": 1}], [(0, 1, {}), (1, 2, {})])
    take_stock(w, p, 0)

    assert [place.picture for place in w.places] == [0, 0, 0]


def test_lent_coverage_adds_to_own_up_to_everything() -> None:
    for own, expected in ((0.5, 0.8), (0.9, 1.0)):
        w = world([{}, {"holder": 1}], [(0, 1, {})], sides=({"own_coverage": own}, {}), supporters=[{"coverage": 0.3}])
        take_stock(w, laws(), 0)

        assert w.sides[0].intelligence == pytest.approx(expected)
        assert w.sides[1].intelligence == 0.5


def test_reports_err_by_the_lognormal_spread_that_blindness_leaves() -> None:
    p = laws(detection=1, contact_detection=1, estimate_spread=0.6)
    w = under(two_places(0.25), 99)
    take_stock(w, p, 0)

    assert w.places[1].picture == pytest.approx(1000 * exp(0.6 * 0.75 * normal(99, 0, ESTIMATE, stable_id("place 1"))))

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.chip import chip_value
from sim.talks.textbook.forts import FortWar, fort_terms
from tests.talks.tables import known


def test_a_chip_is_worth_the_leverage_it_adds() -> None:
    value = chip_value(np.array([0.5, 0.6]), np.array([0.4, 0.4]))

    assert value.mean == pytest.approx(0.15)
    assert value.error == pytest.approx(0.05)


def test_luck_that_both_courses_share_does_not_blur_the_value() -> None:
    luck = np.random.default_rng(3).uniform(0.0, 0.8, 40)

    assert chip_value(luck + 0.1, luck).error == pytest.approx(0.0, abs=1e-12)


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)), min_size=2, max_size=20))
def test_a_chip_gained_is_a_chip_lost_to_the_one_who_gives_it(leverages: list[tuple[float, float]]) -> None:
    holding, handed_back = np.array(leverages).T

    assert chip_value(holding, handed_back).mean == pytest.approx(-chip_value(handed_back, holding).mean)


def test_a_fort_that_costs_more_than_it_fetches_is_worth_less_than_nothing() -> None:
    cheap, dear = FortWar(10, 0.5, 0.98, (0.005, 0.005)), FortWar(10, 0.5, 0.98, (0.05, 0.005))
    with_fort, without = known(fort_terms(dear, 4, 0.5)), known(fort_terms(cheap, 3, 0.5))

    assert chip_value(np.array([with_fort]), np.array([without])).mean < 0.0


def test_a_single_replication_has_no_standard_error() -> None:
    assert math.isnan(chip_value(np.array([0.5]), np.array([0.4])).error)


@pytest.mark.parametrize(("holding", "handed_back"), [([], []), ([0.5], [0.4, 0.3]), ([[0.5]], [[0.4]])])
def test_replications_that_do_not_pair_are_refused(holding: list[float], handed_back: list[float]) -> None:
    with pytest.raises(ValueError, match="replications"):
        chip_value(np.array(holding), np.array(handed_back))

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.textbook.disagreement import disagreement_point, leverage_error
from sim.talks.textbook.fort_walk import fort_rollouts
from sim.talks.textbook.forts import (
    FortWar,
    discounted_victories,
    expected_duration,
    fort_disagreement,
    fort_terms,
    win_probability,
)
from tests.talks.tables import alphas, known, leverage_of

EVEN_WAR = FortWar(10, 0.5, 0.98, (0.005, 0.005))
LEVERAGE = [0.0, 0.1225, 0.2296, 0.3256, 0.4146, 0.5, 0.5854, 0.6744, 0.7704, 0.8775, 1.0]

wars = st.builds(
    FortWar,
    st.integers(2, 20),
    st.floats(0.1, 0.9),
    st.floats(0.8, 1.0),
    st.tuples(st.floats(0.0, 0.02), st.floats(0.0, 0.02)),
)


def _battle_by_battle(war: FortWar, at_battle: float, at_victory: float, at_defeat: float) -> np.ndarray:
    """Solve value = at_battle + discount * E[value tomorrow] for every number of forts held."""
    matrix, ends = np.eye(war.forts + 1), np.full(war.forts + 1, at_battle)
    for held in range(1, war.forts):
        matrix[held, held + 1] = -war.discount * war.p
        matrix[held, held - 1] = -war.discount * (1.0 - war.p)
    ends[0], ends[-1] = at_defeat, at_victory
    return np.linalg.solve(matrix, ends)


@pytest.mark.parametrize(
    ("held", "p", "victory", "battles"),
    [(3, 0.5, 0.3, 21.0), (4, 0.55, 0.637586, 23.7586), (7, 0.45, 0.477464, 22.2536)],
)
def test_a_war_is_won_and_lasts_as_a_gambler_is_ruined(held: int, p: float, victory: float, battles: float) -> None:
    war = FortWar(10, p, 1.0, (0.0, 0.0))

    assert win_probability(war, held) == pytest.approx(victory, abs=5e-7)
    assert expected_duration(war, held) == pytest.approx(battles, abs=5e-5)


@given(wars)
def test_discounted_victories_solve_the_war_battle_by_battle(war: FortWar) -> None:
    found = np.array([discounted_victories(war, held) for held in range(war.forts + 1)])

    assert found[:, 0] == pytest.approx(_battle_by_battle(war, 0.0, 1.0, 0.0), abs=1e-7)
    assert found[:, 1] == pytest.approx(_battle_by_battle(war, 0.0, 0.0, 1.0), abs=1e-7)


@given(wars)
def test_disagreement_values_solve_the_war_battle_by_battle(war: FortWar) -> None:
    found = np.array([fort_disagreement(war, held) for held in range(war.forts + 1)])

    assert found[:, 0] == pytest.approx(_battle_by_battle(war, -war.costs[0], 1.0, 0.0), abs=1e-6)
    assert found[:, 1] == pytest.approx(_battle_by_battle(war, -war.costs[1], 0.0, 1.0), abs=1e-6)


@pytest.mark.parametrize(("held", "expected"), list(enumerate(LEVERAGE)))
def test_leverage_over_an_even_line_of_forts_is_the_tabulated_one(held: int, expected: float) -> None:
    assert known(fort_terms(EVEN_WAR, held, 0.5)) == pytest.approx(expected, abs=5e-5)


def test_the_middle_of_an_even_line_leaves_both_something_to_gain() -> None:
    middle = fort_terms(EVEN_WAR, 5, 0.5)

    assert middle.d_a == pytest.approx(0.2329, abs=5e-5)
    assert middle.d_b == pytest.approx(0.2329, abs=5e-5)
    assert middle.surplus == pytest.approx(0.5342, abs=5e-5)


@given(st.integers(0, 10))
def test_leverage_at_both_ends_of_an_even_line_adds_up_to_one(held: int) -> None:
    there, back = fort_terms(EVEN_WAR, held, 0.5), fort_terms(EVEN_WAR, 10 - held, 0.5)

    assert known(there) + known(back) == pytest.approx(1.0)


@given(st.integers(1, 9), st.floats(0.2, 0.8), alphas)
def test_without_cost_or_delay_leverage_is_the_chance_of_victory(held: int, p: float, alpha: float) -> None:
    war = FortWar(10, p, 1.0, (0.0, 0.0))

    assert known(fort_terms(war, held, alpha)) == pytest.approx(win_probability(war, held), abs=1e-7)


@given(wars, alphas)
def test_every_fort_more_is_worth_leverage(war: FortWar, alpha: float) -> None:
    along = [known(fort_terms(war, held, alpha)) for held in range(war.forts + 1)]

    assert all(less <= more + 1e-9 for less, more in pairwise(along))


@pytest.mark.parametrize("held", [1, 3, 5])
def test_wars_played_out_give_the_exact_leverage_within_their_error(held: int) -> None:
    rollouts = fort_rollouts(EVEN_WAR, held, 20_000, np.random.default_rng(held))
    point = disagreement_point(*rollouts)
    d_a, d_b = fort_disagreement(EVEN_WAR, held)
    error = leverage_error(point, 0.5)

    assert abs(point.d_a - d_a) < 3.0 * point.error_a
    assert abs(point.d_b - d_b) < 3.0 * point.error_b
    assert abs(leverage_of([(1.0, 1.0)], point.d_a, point.d_b, 0.5) - LEVERAGE[held]) < 3.0 * error
    assert error < 0.003


@pytest.mark.parametrize(("held", "prize"), [(0, [0.0, 1.0]), (10, [1.0, 0.0])])
def test_a_war_already_over_costs_nothing(held: int, prize: list[float]) -> None:
    utilities, costs = fort_rollouts(EVEN_WAR, held, 2, np.random.default_rng(0))

    assert utilities.tolist() == [prize, prize]
    assert costs.tolist() == [[0.0, 0.0], [0.0, 0.0]]


def test_a_long_line_under_heavy_odds_is_still_exact() -> None:
    win, lose = discounted_victories(FortWar(2000, 0.01, 1.0, (0.0, 0.0)), 1000)

    assert win < 1e-300
    assert lose == pytest.approx(1.0)


@pytest.mark.parametrize(("forts", "p", "discount"), [(0, 0.5, 0.9), (5, 1.0, 0.9), (5, 0.5, 1.1), (5, math.nan, 0.9)])
def test_a_war_that_is_none_is_refused(forts: int, p: float, discount: float) -> None:
    with pytest.raises(ValueError, match="forts must be"):
        FortWar(forts, p, discount, (0.0, 0.0))

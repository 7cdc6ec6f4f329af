"""A duel man by man, each casualty a jump at the rate of the law (Kingman and Volkov 2003)."""

from functools import cache

import pytest

from sim.rules.battle.attrition import loss_rate


def chance_to_win(men: int, enemy: int, a: float = 1.0, b: float = 1.0) -> float:
    """Return the chance that men outlast an enemy who kills at rate ``a`` and dies at rate ``b`` by the square law."""

    @cache
    def chance(x: int, y: int) -> float:
        if y == 0:
            return 1.0
        if x == 0:
            return 0.0
        to_x = loss_rate(float(x), float(y), a, 1.0, 1.0, 0.0)
        to_y = loss_rate(float(y), float(x), b, 1.0, 1.0, 0.0)
        return (to_y * chance(x, y - 1) + to_x * chance(x - 1, y)) / (to_x + to_y)

    return chance(men, enemy)


def test_equals_have_equal_chances() -> None:
    assert chance_to_win(10, 10) == pytest.approx(0.5, rel=1e-6)


def test_twelve_against_ten_win_three_times_in_four() -> None:
    assert chance_to_win(12, 10) == pytest.approx(0.768646, abs=1e-6)


def test_at_the_parity_of_the_square_law_quality_and_numbers_are_not_quite_equal_worth() -> None:
    assert chance_to_win(20, 10, a=4.0) == pytest.approx(0.478829, abs=1e-6)


def test_larger_duels_leave_less_to_chance() -> None:
    chances = [chance_to_win(6 * size, 5 * size) for size in (1, 2, 4, 8)]

    assert chances == sorted(chances)
    assert chances[-1] > 0.9

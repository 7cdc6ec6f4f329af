"""What a forecast says of runs that are known."""

from datetime import date

import numpy as np
import pytest

from sim.validation.forecast import LEVELS, by_date, first_evening, quantiles

DATES = [date(1944, 1, 24), date(1944, 1, 25), date(1944, 1, 26)]


def test_quantiles_are_those_of_the_runs() -> None:
    assert quantiles(np.arange(1001.0))[LEVELS.index(0.5)] == 500.0
    assert quantiles(np.arange(1001.0))[LEVELS.index(0.95)] == 950.0
    assert by_date(np.array([[1.0, 10.0], [3.0, 30.0]]))[1][LEVELS.index(0.5)] == 20.0


def test_the_first_evening_has_a_probability_and_dates_as_far_as_runs_reach() -> None:
    happens = np.array([[False, True, True], [False, False, True], [False, False, False], [False, False, False]])

    found = first_evening(happens, DATES)

    assert found["probability"] == 0.5
    assert found["by_date"] == [0.0, 0.25, 0.5]
    assert found["date"][LEVELS.index(0.25)] == "1944-01-25"
    assert found["date"][LEVELS.index(0.5)] == "1944-01-26"
    assert found["date"][LEVELS.index(0.75)] is None


def test_what_ends_again_has_happened() -> None:
    assert first_evening(np.array([[True, False, False]]), DATES)["by_date"] == pytest.approx([1.0, 1.0, 1.0])

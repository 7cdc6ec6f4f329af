import pytest

from sim.cli.tables.outcome_table import interval
from sim.results.spread import Spread, spread


def test_one_run_has_a_mean_and_no_interval() -> None:
    assert spread([0.4, None]) == Spread(0.4, None, None)
    assert interval(spread([0.4, None]), 2) == "0.40 -"


def test_no_run_has_neither() -> None:
    assert interval(spread([None]), 2) == "-"


def test_two_runs_have_the_middle_ninety_percent_between_them() -> None:
    found = spread([0.0, 1.0])

    assert [found.low, found.mean, found.high] == pytest.approx([0.05, 0.5, 0.95])

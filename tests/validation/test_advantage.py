from functools import cache

import pytest

from sim.campaign.setup.deployment import Deployment
from sim.validation.advantage import Pair, odds_of_a_step, pairs, ranges, surprise_pairs
from sim.validation.patterns_of_battle import steps, steps_of_advantage
from tests.scenarios.shipped import deployed

NUMBER = 60


@cache
def base() -> Deployment:
    return deployed("theory/engagement")


def some(without: int, with_it: int, of: int) -> list[Pair]:
    return [Pair(i < without, i < with_it) for i in range(of)]


def test_the_odds_of_a_step_are_the_root_of_those_of_all_steps() -> None:
    odds = odds_of_a_step(some(50, 80, 100), 2.0, 0.9)

    assert odds.mean == pytest.approx(2.0)
    assert 1.0 < odds.low < odds.mean < odds.high


def test_what_never_changes_a_battle_has_even_odds_and_no_spread() -> None:
    odds = odds_of_a_step(some(50, 50, 100), 8.0, 0.9)

    assert (odds.low, odds.mean, odds.high) == (1.0, 1.0, 1.0)


def test_battles_that_all_end_alike_tell_nothing() -> None:
    with pytest.raises(ValueError, match="all battles ended alike"):
        odds_of_a_step(some(50, 100, 100), 1.0, 0.9)


def test_an_advantage_spans_what_the_scenario_declares() -> None:
    assert ranges(base(), "morale") == [(0.6, 1.0), (0.6, 1.0)]
    assert ranges(base(), "own_coverage") == [(0.1, 0.9), (0.1, 0.9)]


def test_different_battles_are_compared_in_the_same_steps() -> None:
    assert steps([(0.6, 1.0), (0.8, 0.8), (1.0, 0.6)]) == pytest.approx([-4.0, 0.0, 4.0])


@pytest.mark.parametrize("what", ["surprise", "own_coverage", "morale"])
def test_no_battle_is_lost_by_an_advantage_and_some_are_won(what: str) -> None:
    found = list(surprise_pairs(base(), NUMBER, 1) if what == "surprise" else pairs(base(), what, NUMBER, 1))

    assert sum(pair.without and not pair.with_it for pair in found) == 0
    assert sum(pair.with_it and not pair.without for pair in found) > 0


def test_a_step_of_each_advantage_helps_and_no_more_than_historians_saw() -> None:
    assert [(each.number, each.holds) for each in steps_of_advantage(base(), NUMBER, 1)] == [
        ("7a", True),
        ("7b", True),
        ("7c", True),
    ]

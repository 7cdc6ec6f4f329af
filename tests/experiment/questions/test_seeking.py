from datetime import date
from typing import Any

import numpy as np
import pytest

from sim.experiment.questions.asking import Answer
from sim.experiment.questions.seeking import Goal, read_goal, seek
from sim.experiment.worlds.bands import probability
from sim.vocabulary import BadInput

LUCK = np.random.default_rng(3).random(400)
"""Common random numbers: a run answers yes from the value on that its luck asks for."""


def answer(threshold: float) -> Answer:
    """Return the answer of 400 runs of which those with less luck than the threshold say yes."""
    return Answer("q", probability(threshold > LUCK, np.zeros(400)), 400, 1)


def play(value: Any) -> Answer:  # noqa: ANN401 - a number
    """Answer with a value as the threshold."""
    return answer(float(value))


def test_a_goal_ends_in_a_share() -> None:
    assert read_goal("area_0 > 50 by 2025-03-20 >= .5") == Goal("area_0 > 50 by 2025-03-20", at_least=True, share=0.5)
    assert read_goal("Sudzha falls <= 0.25") == Goal("Sudzha falls", at_least=False, share=0.25)
    with pytest.raises(BadInput, match="a share"):
        read_goal("Sudzha falls")


def test_the_nearest_value_that_does_is_found_with_an_interval_around_the_true_one() -> None:
    true = float(np.quantile(LUCK, 0.5))

    found = seek("k", 0.1, (0.0, 1.0), Goal("q", at_least=True, share=0.5), play)

    assert found.value == pytest.approx(true, abs=0.01)
    low, high = (float(str(bound)) for bound in (found.low, found.high))
    assert 0.4 < low < true < high < 0.6


def test_what_is_so_already_needs_no_change_and_what_is_never_so_has_no_value() -> None:
    assert seek("k", 0.9, (0.0, 1.0), Goal("q", at_least=True, share=0.5), play).value == 0.9
    never = seek("k", 0.1, (0.0, 0.3), Goal("q", at_least=True, share=0.5), play)
    assert (never.value, never.low, never.high) == (None, None, None)


def test_a_goal_below_a_share_is_sought_downwards() -> None:
    found = seek("k", 0.9, (0.0, 1.0), Goal("q", at_least=False, share=0.25), play)

    assert found.value == pytest.approx(float(np.quantile(LUCK, 0.25)), abs=0.01)
    assert float(str(found.low)) < float(str(found.value)) < float(str(found.high)) < 0.9


def test_counts_and_dates_are_found_exactly() -> None:
    count = seek("n", 0, (0, 20), Goal("q", at_least=True, share=0.5), lambda n: play(n / 20))
    start = date(2025, 3, 1)
    goal = Goal("q", at_least=True, share=0.5)
    when = seek("d", start, (start, date(2025, 4, 20)), goal, lambda day: play((day - start).days / 50))

    assert count.value == next(n for n in range(21) if (n / 20 > LUCK).mean() >= 0.5)
    assert when.value == date.fromordinal(
        start.toordinal() + next(n for n in range(51) if (n / 50 > LUCK).mean() >= 0.5)
    )

"""Seeking: the least change of one value that makes a question's answer as probable as wanted.

Stochastic bisection under common random numbers: every value is played with the same luck, so that the answer moves
with the value and not with the dice.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sim.experiment.questions.asking import Answer
from sim.vocabulary import BadInput

GOAL: Final = re.compile(r"(?P<question>.+?)\s*(?P<sign>>=|<=)\s*(?P<share>0?\.\d+|[01](?:\.0+)?)\s*")
HALVINGS: Final = 7
"""Times that the distance between a value that does and one that does not is halved."""

Value = float | int | date
Play = Callable[[Any], Answer]
"""Answers a question with the varied value in place."""


@dataclass(frozen=True)
class Goal:
    """What is wanted: a question, and on which side of a share its probability is to lie."""

    question: str
    at_least: bool
    share: float

    def is_met(self, mean: float | None) -> bool:
        """Return whether a probability lies on the wanted side."""
        if mean is None:
            return False
        return mean >= self.share if self.at_least else mean <= self.share


def read_goal(text: str) -> Goal:
    """Return the goal that a text such as ``area_0 > 50 >= .5`` names.

    Raises:
        BadInput: it does not end in >= or <= and a share between 0 and 1.

    """
    found = GOAL.fullmatch(text.strip())
    if not found:
        raise BadInput(f'--until "{text}": end it with >= or <= and a share, such as: Sudzha falls by 2025-03-20 <= .5')
    return Goal(found["question"], found["sign"] == ">=", float(found["share"]))


@dataclass(frozen=True)
class Sought:
    """What was found: the value nearest to the declared one that meets the goal, and how sure that is."""

    vary: str
    declared: Value
    value: Value | None
    """None where no value up to the bounds meets it."""
    low: Value | None
    high: Value | None
    """Between these the goal comes to be met, nine times in ten; None where a bound lies beyond the bounds."""
    question: str
    tried: tuple[tuple[Value, Answer], ...]

    def as_json(self) -> dict[str, Any]:
        """Return what was found as ``seek --json`` prints it."""
        return {
            "vary": self.vary,
            "declared": _plain(self.declared),
            "value": _plain(self.value),
            "low": _plain(self.low),
            "high": _plain(self.high),
            "question": self.question,
            "tried": [{"value": _plain(value), **answer.as_json()} for value, answer in self.tried],
        }


def seek(vary: str, declared: Value, bounds: tuple[Value, Value], goal: Goal, play: Play) -> Sought:
    """Return the least change of a value, down or up within bounds, that meets a goal.

    Its interval runs from where the interval of the probability begins to meet the goal to where all of it does.
    """
    tried: dict[Value, Answer] = {}

    def meets(value: Value, part: str) -> bool:
        if value not in tried:
            tried[value] = play(value)
        found = tried[value].probability
        return found is not None and goal.is_met(getattr(found, part))

    def first(end: Value, part: str) -> Value | None:
        """Return the value nearest to the declared one, towards an end, at which a part of the interval meets it."""
        if meets(declared, part):
            return declared
        if end == declared or not meets(end, part):
            return None
        near, far = declared, end
        for _ in range(HALVINGS):
            middle = _between(near, far)
            if middle in (near, far):
                break
            near, far = (near, middle) if meets(middle, part) else (middle, far)
        return far

    found = {end: first(end, "mean") for end in bounds}
    ends = [end for end in bounds if found[end] is not None]
    value, low, high = None, None, None
    if ends:
        end = min(ends, key=lambda each: abs(_distance(declared, found[each])))
        value = found[end]
        low, high = (first(end, part) for part in (("high", "low") if goal.at_least else ("low", "high")))
        if low is not None and high is not None and _distance(low, high) < 0.0:
            low, high = high, low
    ordered = tuple(sorted(tried.items(), key=lambda pair: _distance(declared, pair[0])))
    return Sought(vary, declared, value, low, high, goal.question, ordered)


def _between(one: Any, other: Any) -> Value:  # noqa: ANN401 - two numbers or two dates
    if isinstance(one, date) and isinstance(other, date):
        return one + timedelta(days=(other - one).days // 2)
    if isinstance(one, int) and isinstance(other, int):
        return (one + other) // 2
    return (float(one) + float(other)) / 2.0


def _distance(one: Any, other: Any) -> float:  # noqa: ANN401 - as above
    if isinstance(one, date) and isinstance(other, date):
        return float((other - one).days)
    return float(other) - float(one)


def _plain(value: Value | None) -> float | int | str | None:
    return value.isoformat() if isinstance(value, date) else value

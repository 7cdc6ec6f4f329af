"""Truth: in which runs a condition of a question holds."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import numpy as np
from lark import Token, Tree
from numpy.typing import NDArray

from sim.experiment.worlds.runs import Runs
from sim.scenario.scenario import Scenario

Truth = NDArray[np.bool_]
"""Whether something happens, run by run."""
Node = Tree[Token]
"""A part of a question as the grammar has it."""

AT_TALKS: Final = ("leverage_0", "leverage_1", "counter")
"""Measures of the talks, known on their dates alone."""

COMPARED: Final[Mapping[str, Callable[[Any, float], Any]]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}


def truth(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    """Return in which runs a condition holds."""
    return MEANINGS[node.data](node, runs, scenario)


def named(place: Node) -> str:
    """Return the name of a place, which may have several words, quoted or not."""
    return " ".join(str(word).strip('"') for word in words(place))


def words(node: Node) -> list[Token]:
    """Return the words of a part of a question."""
    return [child for child in node.children if isinstance(child, Token)]


def _any(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    return np.asarray(_parts(node, runs, scenario).any(axis=0))


def _all(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    return np.asarray(_parts(node, runs, scenario).all(axis=0))


def _parts(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    """Return in which runs each part of a condition holds, shape (parts, runs)."""
    return np.array([truth(part, runs, scenario) for part in node.children if isinstance(part, Tree)])


def _not(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    return ~_all(node, runs, scenario)


def _falls(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    """Return in which runs a place is held by another side than at first, on any of the days spoken of."""
    return ~_stands_on(node, runs, scenario, whole=True)


def _stands(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    return _stands_on(node, runs, scenario, whole=False)


def _stands_on(node: Node, runs: Runs, scenario: Scenario, *, whole: bool) -> Truth:
    """Return in which runs a place is held as at first on all the days spoken of."""
    (place,) = node.find_data("place")
    number = list(scenario.theatre.places).index(named(place))
    as_at_first = runs.holders[:, :, number] == runs.holders[:, [0], number]
    return np.asarray(as_at_first[:, _mornings(node, runs, scenario, whole=whole)].all(axis=1))


def _agreed(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    return np.asarray(runs.agreed <= _last_talks(node, runs, scenario))


def _compared(node: Node, runs: Runs, scenario: Scenario) -> Truth:
    """Return in which runs a measure lies on a side of a number, on any of the days spoken of."""
    (measure,) = (str(words(part)[0]) for part in node.find_data("measure"))
    comparison, number = (str(word) for word in words(node))
    compare, value = COMPARED[comparison], float(number.replace("_", ""))
    if measure not in AT_TALKS:
        days = runs.mornings[measure][:, _mornings(node, runs, scenario, whole=False)]
        return np.asarray(compare(days, value).any(axis=1))
    latest = _last_talks(node, runs, scenario)
    dates = [n for n, day in enumerate(runs.talk_days) if day <= latest]
    time = _time(node, scenario)
    if time is None or time[0] == "on":
        dates = dates[-1:]
    path = 1.0 - runs.talks["leverage_0"] if measure == "leverage_1" else runs.talks[measure]
    return np.asarray(compare(path[:, dates], value).any(axis=1))


def _mornings(node: Node, runs: Runs, scenario: Scenario, *, whole: bool) -> list[int]:
    """Return the mornings that a statement speaks of: the morning after a day shows what came of it.

    Without a time it is the end of the campaign or, where ``whole``, any of its days.
    """
    time = _time(node, scenario)
    if time is None:
        return list(range(1, runs.days + 1)) if whole else [runs.days]
    when, day = time
    evening = min(day + 1, runs.days)
    return {"by": list(range(1, evening + 1)), "before": list(range(1, day + 1)), "on": [evening]}[when]


def _last_talks(node: Node, runs: Runs, scenario: Scenario) -> int:
    """Return the last day whose morning talks a statement still speaks of."""
    time = _time(node, scenario)
    if time is None:
        return runs.days
    when, day = time
    return day - 1 if when == "before" else day


def _time(node: Node, scenario: Scenario) -> tuple[str, int] | None:
    """Return how a statement is bound in time, and to which day of the campaign."""
    for time in node.find_data("time"):
        when, written = (str(word) for word in words(time))
        return when, (date.fromisoformat(written) - scenario.start).days
    return None


MEANINGS: Final[Mapping[str, Callable[[Node, Runs, Scenario], Truth]]] = {
    "condition": _any,
    "both": _all,
    "denied": _not,
    "enclosed": _all,
    "falls": _falls,
    "stands": _stands,
    "agreed": _agreed,
    "compared": _compared,
}
"""What each part of the grammar means."""

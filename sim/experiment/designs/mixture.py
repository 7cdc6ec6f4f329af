"""Mixtures: scenarios between two others, with some factors as in the one and the rest as in the other."""

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from typing import Any

from sim.experiment.contrasts.factor_groups import FACTORS, factor_of, factor_of_event
from sim.scenario.files.located import Steps
from sim.scenario.scenario import Scenario

Declared = dict[str, Any]

REMARKS = frozenset({"title", "about", "source", "confidence", "note", "unit", "range", "file", "handling"})
"""What a scenario says about its numbers, which no campaign depends on."""
LEVELS_OF_SUPPORT = ("intelligence", "materiel", "money")


def differing_factors(first: Scenario, second: Scenario) -> list[str]:
    """Return the factors in which two scenarios differ, in the order of ``FACTORS``."""
    one, other = _declared(first), _declared(second)
    found = {factor_of(steps) for steps in _differences(one, other)}
    effects, others = _effects(one), _effects(other)
    found |= {factor for factor in FACTORS if _plain(effects.get(factor)) != _plain(others.get(factor))}
    return [factor for factor in FACTORS if factor in found]


def mixture(first: Scenario, second: Scenario, changed: Collection[str]) -> Scenario:
    """Return the first scenario with some factors as in the second.

    An event that belongs to two factors, such as a suspension of both intelligence and arms, is divided between
    them. With every differing factor changed, it is played as the second scenario is.
    """
    one, other = _declared(first), _declared(second)
    mixed = deepcopy(one)
    for steps in _differences(one, other):
        if factor_of(steps) in changed:
            _put(mixed, steps, _at(other, steps))
    effects, others = _effects(one), _effects(other)
    mixed["events"] = [
        effect for factor in FACTORS for effect in (others if factor in changed else effects).get(factor, [])
    ]
    return Scenario.model_validate(mixed)


def _declared(scenario: Scenario) -> Declared:
    return scenario.model_dump(mode="json", by_alias=True)


def _differences(one: object, other: object, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the path of each part that differs: a quantity whole, and where names differ, what holds them."""
    if steps == ("events",) or (steps and steps[-1] in REMARKS):
        return
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other) and "range" not in one:
        for name in one:
            yield from _differences(one[name], other[name], (*steps, name))
    elif _plain(one) != _plain(other):
        yield steps


def _effects(declared: Declared) -> dict[str, list[Declared]]:
    """Return the events by factor, each divided into single effects."""
    found: dict[str, list[Declared]] = {}
    for event in declared["events"]:
        for effect in _divided(event):
            found.setdefault(factor_of_event(effect), []).append(effect)
    return found


def _divided(event: Declared) -> list[Declared]:
    if event["kind"] != "support":
        return [event]
    given = [level for level in LEVELS_OF_SUPPORT if event.get(level) is not None]
    others = {name: part for name, part in event.items() if name not in LEVELS_OF_SUPPORT}
    return [{**others, level: event[level]} for level in given]


def _plain(part: object) -> object:
    """Return a part of a scenario without remarks."""
    if isinstance(part, Mapping):
        return {name: _plain(inner) for name, inner in part.items() if name not in REMARKS}
    if isinstance(part, list):
        return [_plain(inner) for inner in part]
    return part


def _at(declared: Any, steps: Steps) -> Any:  # noqa: ANN401 - what scenarios declare is of any type
    for step in steps:
        declared = declared[step]
    return declared


def _put(declared: Any, steps: Steps, part: object) -> None:  # noqa: ANN401 - as above
    for step in steps[:-1]:
        declared = declared[step]
    declared[steps[-1]] = part

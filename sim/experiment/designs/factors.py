"""Factors: what varies in a design, and the part of the scenario that each value stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from sim.scenario.files.located import Step, Steps
from sim.scenario.quantity import Quantity

Value = float | int | bool | str
"""A value of a factor, as it stands in tables."""
Parts = Mapping[Steps, object]
"""Checked parts of a scenario by the steps that lead to them."""
Declared = TypeVar("Declared", bound=BaseModel)


@dataclass(frozen=True)
class Ranged:
    """A quantity that takes on any value between two bounds."""

    name: str
    steps: Steps
    quantity: Quantity
    low: float
    high: float

    def at(self, share: float) -> float:
        """Return the value at a share of the range: 0 for its low end, 1 for its high one."""
        return self.low + share * (self.high - self.low)

    def parts(self, value: Value) -> Parts:
        """Return what a value puts into the scenario."""
        return {self.steps: self.quantity.model_copy(update={"value": float(value)})}


@dataclass(frozen=True)
class Levelled:
    """A parameter, or a group of them, that takes on one of some levels."""

    name: str
    levels: Mapping[Value, Parts]

    def at(self, share: float) -> Value:
        """Return the level at a share of them all, in declared order."""
        return list(self.levels)[min(int(share * len(self.levels)), len(self.levels) - 1)]

    def parts(self, value: Value) -> Parts:
        """Return what a level puts into the scenario."""
        return self.levels[value]


Factor = Ranged | Levelled


def with_parts(scenario: Declared, parts: Parts) -> Declared:
    """Return a scenario with some checked parts in place of its own; all else is shared with it."""
    return cast("Declared", _with(scenario, parts))


def part_at(whole: object, steps: Steps) -> object:
    """Return the part of a scenario to which steps lead."""
    for step in steps:
        whole = _inner(whole, step)
    return whole


def _with(whole: Any, parts: Parts) -> object:  # noqa: ANN401 - any part of a scenario
    """Return a part of a scenario with others within it; what holds several of them is copied once."""
    within: dict[Step, dict[Steps, object]] = {}
    for steps, part in parts.items():
        if steps:
            within.setdefault(steps[0], {})[steps[1:]] = part
        else:
            whole, within = part, {}
    if not within:
        return whole
    if isinstance(whole, BaseModel):
        fields = {_field(whole, step): inner for step, inner in within.items()}
        return whole.model_copy(update={name: _with(getattr(whole, name), inner) for name, inner in fields.items()})
    if isinstance(whole, Mapping):
        return {**whole, **{str(step): _with(whole.get(str(step)), inner) for step, inner in within.items()}}
    places = {int(step): inner for step, inner in within.items()}
    return [_with(each, places[n]) if n in places else each for n, each in enumerate(whole)]


def _inner(whole: Any, step: Step) -> object:  # noqa: ANN401 - as above
    if isinstance(whole, BaseModel):
        return getattr(whole, _field(whole, step))
    return whole[str(step)] if isinstance(whole, Mapping) else whole[int(step)]


def _field(model: BaseModel, step: Step) -> str:
    return _aliases(type(model)).get(str(step), str(step))


@cache
def _aliases(kind: type[BaseModel]) -> dict[str, str]:
    return {field.alias: name for name, field in kind.model_fields.items() if field.alias}

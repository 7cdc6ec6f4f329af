"""Factors: what varies in a design, and the part of the scenario that each value stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

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
    for steps, part in parts.items():
        scenario = _replaced(scenario, steps, part)
    return scenario


def part_at(whole: object, steps: Steps) -> object:
    """Return the part of a scenario to which steps lead."""
    for step in steps:
        whole = _inner(whole, step)
    return whole


def _replaced(whole: Any, steps: Steps, part: object) -> Any:  # noqa: ANN401 - any part of a scenario
    if not steps:
        return part
    step, rest = steps[0], steps[1:]
    if isinstance(whole, BaseModel):
        name = _field(whole, step)
        return whole.model_copy(update={name: _replaced(getattr(whole, name), rest, part)})
    if isinstance(whole, Mapping):
        return {**whole, str(step): _replaced(whole.get(str(step)), rest, part)}
    return [_replaced(each, rest, part) if n == int(step) else each for n, each in enumerate(whole)]


def _inner(whole: Any, step: Step) -> object:  # noqa: ANN401 - as above
    if isinstance(whole, BaseModel):
        return getattr(whole, _field(whole, step))
    return whole[str(step)] if isinstance(whole, Mapping) else whole[int(step)]


def _field(model: BaseModel, step: Step) -> str:
    aliases = {field.alias: name for name, field in type(model).model_fields.items() if field.alias}
    return aliases.get(str(step), str(step))

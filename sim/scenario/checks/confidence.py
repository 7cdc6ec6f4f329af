"""Confidence: how far a scenario's numbers can be relied on, and varied."""

from collections.abc import Iterator

from pydantic import BaseModel

from sim.scenario.files.faults import Finding, listed
from sim.scenario.files.located import Steps, dotted
from sim.scenario.parameters import bounds_of, located_quantities


def check_confidence(scenario: BaseModel) -> Iterator[Finding]:
    """Note how many parameters rest on low confidence."""
    quantities = list(located_quantities(scenario))
    low = [dotted(steps) for steps, quantity in quantities if quantity.confidence == "low"]
    if low:
        message = f"{len(low)} of {len(quantities)} parameters are of low confidence: {listed(low, 4)}"
        yield Finding("note", (), message, "vary them over their ranges before drawing conclusions")


def check_edges(scenario: BaseModel) -> Iterator[Finding]:
    """Note each value at the edge of its own range, if it could lie beyond: a sweep can go one way only."""
    for steps, quantity in located_quantities(scenario):
        low, high = quantity.range
        if low < high and quantity.value in quantity.range and not _is_bound(scenario, steps, quantity.value):
            message = f"the value {quantity.value:g} is at the edge of its range [{low:g}, {high:g}]"
            yield Finding("note", steps, message, "widen the range if the value may be exceeded")


def _is_bound(scenario: BaseModel, steps: Steps, value: float) -> bool:
    bounds = bounds_of(type(scenario), steps)
    return bounds is not None and value in {bounds.least, bounds.most}

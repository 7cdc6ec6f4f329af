"""Resolution: what the paths of a design mean in its scenario, checked as if each value were set by hand."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from sim.experiment.alternatives import Alternative, alternatives_of, steps_of
from sim.experiment.design import Design
from sim.experiment.factors import Factor, Levelled, Parts, Ranged, Value, part_at
from sim.scenario.examination import Examination
from sim.scenario.extending import is_number
from sim.scenario.faults import Fault, Finding
from sim.scenario.located import Steps
from sim.scenario.quantity import Quantity
from sim.scenario.reading import examine_scenario
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Resolution:
    """The scenario that a design varies, and its factors."""

    scenario: Scenario
    factors: tuple[Factor, ...]


def resolved(design: Design, folder: Path) -> tuple[Resolution | None, list[Finding]]:
    """Return what a design varies, or what is wrong with it, each finding at its place in the design."""
    file = folder / design.scenario
    always: dict[str, object] = {**design.set, **({"days": design.days} if design.days else {})}
    places: dict[str, Steps] = {path: ("set", path) for path in design.set}
    base = examine_scenario(file, always)
    if base.scenario is None:
        return None, list(_told(base, places, ("scenario",)))
    unknown = list(_unknown(design, file, base.scenario))
    if unknown:
        return None, unknown
    alternatives = alternatives_of(design)
    levels: dict[str, list[Parts]] = {name: [] for name in alternatives}
    for round_ in zip_longest(*alternatives.values()):
        some = dict(zip(alternatives, round_, strict=True))
        examination = examine_scenario(file, {**always, **_merged(some)})
        if examination.scenario is None:
            origins = {path: each.place for each in round_ if each for path in each.values}
            return None, list(_told(examination, places | origins, ("factors",)))
        for name, each in some.items():
            if each is not None:
                levels[name].append(_parts(examination.scenario, each))
    factors = tuple(_factor(design, base.scenario, name, levels[name]) for name in alternatives)
    return Resolution(base.scenario, factors), []


def _unknown(design: Design, file: Path, scenario: Scenario) -> Iterator[Finding]:
    """Yield a finding for each range that belongs to no quantity of the scenario."""
    for path, factor in design.factors.items():
        sought = _sought(scenario, path)
        if factor.levels is None and not isinstance(sought, Quantity):
            named = [fault for fault in examine_scenario(file, {path: 0}).errors if fault.file.startswith("--set")]
            wrong = named[0] if named and sought is None else None
            message = wrong.message if wrong else "it is no quantity, so it has no range"
            yield Finding("error", ("factors", path), message, wrong.remedy if wrong else "give it levels")


def _sought(scenario: Scenario, path: str) -> object:
    try:
        return part_at(scenario, steps_of(path))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        return None


def _merged(some: Mapping[str, Alternative | None]) -> dict[str, object]:
    return {path: value for each in some.values() if each for path, value in each.values.items()}


def _parts(scenario: Scenario, alternative: Alternative) -> Parts:
    return {steps_of(path): part_at(scenario, steps_of(path)) for path in alternative.values}


def _factor(design: Design, scenario: Scenario, name: str, levels: list[Parts]) -> Factor:
    if name in design.groups:
        return Levelled(name, dict(zip(design.groups[name], levels, strict=True)))
    declared = design.factors[name]
    if declared.levels is not None:
        return Levelled(name, dict(zip(_labels(declared.levels), levels, strict=True)))
    steps = steps_of(name)
    quantity = part_at(scenario, steps)
    if not isinstance(quantity, Quantity):
        raise TypeError(f"{name} is no quantity")
    low, high = declared.range if isinstance(declared.range, tuple) else quantity.range
    return Ranged(name, steps, quantity, low, high)


def _labels(levels: Sequence[object]) -> list[Value]:
    """Return levels as the values of a column: all numbers, all yes or no, or all text."""
    if all(isinstance(level, bool) for level in levels):
        return [bool(level) for level in levels]
    if all(is_number(level) for level in levels):
        return [float(str(level)) for level in levels]
    return [level if isinstance(level, str) else json.dumps(level) for level in levels]


def _told(examination: Examination[Scenario], places: Mapping[str, Steps], otherwise: Steps) -> Iterator[Finding]:
    """Yield the errors of a scenario at the places of the design that caused them."""
    for error in examination.errors:
        caused = [place for path, place in places.items() if error.file.startswith(f"--set {path}=")]
        if caused:
            yield Finding("error", caused[0], _of(error), error.remedy)
        else:
            yield Finding("error", otherwise, f"in the scenario: {error}", "mend the scenario first")


def _of(error: Fault) -> str:
    return f"{error.where}: {error.message}" if error.where else error.message

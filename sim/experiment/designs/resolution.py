"""Resolution: what the paths of a design mean in its scenario, checked as if each value were set by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from sim.experiment.designs.alternatives import Alternative, alternatives_of, labels_of, steps_of
from sim.experiment.designs.design import Design
from sim.experiment.designs.factors import Factor, Levelled, Parts, Ranged, part_at
from sim.scenario.files.examination import Examination
from sim.scenario.files.faults import Fault, Finding
from sim.scenario.files.located import Steps
from sim.scenario.files.reading import examine_scenario
from sim.scenario.files.shipped import file_named_in
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Resolution:
    """The scenario that a design varies, and its factors."""

    scenario: Scenario
    factors: tuple[Factor, ...]


def resolved(design: Design, folder: Path) -> tuple[Resolution | None, list[Finding]]:
    """Return what a design varies, or what is wrong with it, each finding at its place in the design."""
    file = file_named_in(folder, design.scenario)
    always: dict[str, object] = {**design.set, **({"days": design.days} if design.days else {})}
    base = examine_scenario(file, always)
    if base.scenario is None:
        return None, list(_told(base, design))
    unknown = list(_unknown(design, file, base.scenario))
    if unknown:
        return None, unknown
    levels: dict[str, list[Parts]] = {}
    faults: list[Finding] = []
    for name, each, examination in _examined(design, file, always):
        if examination.scenario is None:
            faults += [Finding("error", _place(error, each), _of(error), error.remedy) for error in examination.errors]
        else:
            levels.setdefault(name, []).append(_parts(examination.scenario, each))
    if faults:
        return None, faults
    factors = tuple(_factor(design, base.scenario, name, levels.get(name, [])) for name in alternatives_of(design))
    return Resolution(base.scenario, factors), []


def _examined(
    design: Design, file: Path, always: Mapping[str, object]
) -> Iterator[tuple[str, Alternative, Examination[Scenario]]]:
    """Yield every alternative with the scenario it makes.

    As many as there are factors are read in one go; where that makes no scenario, one by one.
    """
    alternatives = alternatives_of(design)
    for round_ in zip_longest(*alternatives.values()):
        some = {name: each for name, each in zip(alternatives, round_, strict=True) if each is not None}
        together = {path: value for each in some.values() for path, value in each.values.items()}
        whole = examine_scenario(file, {**always, **together})
        for name, each in some.items():
            yield name, each, whole if whole.scenario else examine_scenario(file, {**always, **each.values})


def _unknown(design: Design, file: Path, scenario: Scenario) -> Iterator[Finding]:
    """Yield a finding for each range that belongs to no quantity of the scenario."""
    for path, factor in design.factors.items():
        sought = _sought(scenario, path)
        if isinstance(sought, Quantity) and factor.range == "declared" and sought.range[0] >= sought.range[1]:
            message = f"the scenario declares a range of one value, {sought.range[0]:g}"
            yield Finding("error", ("factors", path), message, "write a range there that can be varied")
        elif factor.levels is None and not isinstance(sought, Quantity):
            named = [fault for fault in examine_scenario(file, {path: 0}).errors if fault.file.startswith("--set")]
            wrong = named[0] if named and sought is None else None
            message = wrong.message if wrong else "it is no quantity, so it has no range"
            yield Finding("error", ("factors", path), message, wrong.remedy if wrong else "give it levels")


def _sought(scenario: Scenario, path: str) -> object:
    try:
        return part_at(scenario, steps_of(path))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        return None


def _parts(scenario: Scenario, alternative: Alternative) -> Parts:
    return {steps_of(path): part_at(scenario, steps_of(path)) for path in alternative.values}


def _factor(design: Design, scenario: Scenario, name: str, levels: list[Parts]) -> Factor:
    if name in design.groups:
        return Levelled(name, dict(zip(design.groups[name], levels, strict=True)))
    declared = design.factors[name]
    if declared.levels is not None:
        return Levelled(name, dict(zip(labels_of(declared.levels), levels, strict=True)))
    steps = steps_of(name)
    quantity = part_at(scenario, steps)
    if not isinstance(quantity, Quantity):
        raise TypeError(f"{name} is no quantity")
    low, high = declared.range if isinstance(declared.range, tuple) else quantity.range
    return Ranged(name, steps, quantity, low, high)


def _told(examination: Examination[Scenario], design: Design) -> Iterator[Finding]:
    """Yield the errors of a scenario that is not even sound without the factors."""
    for error in examination.errors:
        caused = [path for path in design.set if error.file.startswith(f"--set {path}=")]
        if caused:
            yield Finding("error", ("set", caused[0]), _of(error), error.remedy)
        else:
            yield Finding("error", ("scenario",), f"in the scenario: {error}", "mend the scenario first")


def _place(error: Fault, alternative: Alternative) -> Steps:
    """Return where a design sets what is wrong."""
    caused = [path for path in alternative.values if error.file.startswith(f"--set {path}=")]
    within = caused[:1] if alternative.place[0] == "groups" else []
    return *alternative.place, *within


def _of(error: Fault) -> str:
    return f"{error.where}: {error.message}" if error.where else error.message

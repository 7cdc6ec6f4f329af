"""Combinations: levels that are sound one by one, but make no sound scenario together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sim.experiment.designs.design import SAMPLED, Design
from sim.experiment.designs.factors import Factor, Levelled, Value, with_parts
from sim.scenario.checks.confidence import check_confidence, check_edges
from sim.scenario.checks.lint import CHECKS
from sim.scenario.files.faults import Finding
from sim.scenario.files.located import Steps, dotted
from sim.scenario.scenario import Scenario

MOST = 1000
"""Combinations of levels that are checked before anything is played; about three seconds' worth."""
TOGETHER: Final = tuple(check for check in CHECKS if check not in {check_confidence, check_edges})
"""Checks of what parts of a scenario say of each other; the others look at one number at a time."""

Levels = Mapping[str, Value]
"""A level for each factor that has levels, by name."""


def levels_of(factors: Sequence[Factor], values: Mapping[str, Value]) -> Levels:
    """Return what a point has of levels; numbers drawn from ranges are sound with whatever else there is."""
    return {factor.name: values[factor.name] for factor in factors if isinstance(factor, Levelled)}


def at_levels(scenario: Scenario, factors: Sequence[Factor], levels: Levels) -> Scenario:
    """Return a scenario with some factors at some levels."""
    for factor in factors:
        if factor.name in levels:
            scenario = with_parts(scenario, factor.parts(levels[factor.name]))
    return scenario


def fault_of(scenario: Scenario) -> Finding | None:
    """Return the first error that a scenario's parts make together, if there is one."""
    return next((found for check in TOGETHER for found in check(scenario) if found.severity == "error"), None)


def combinations_of(factors: Sequence[Factor], points: Sequence[Sequence[Value]]) -> list[Levels]:
    """Return each combination of levels that some point has, in design order."""
    names = [factor.name for factor in factors]
    every = (levels_of(factors, dict(zip(names, point, strict=True))) for point in points)
    return list({tuple(levels.items()): levels for levels in every}.values())


def are_all_checked(factors: Sequence[Factor], points: Sequence[Sequence[Value]]) -> bool:
    """Return whether `clashes` looks at every combination of levels."""
    return len(combinations_of(factors, points)) <= MOST


def clashes(
    design: Design, scenario: Scenario, factors: Sequence[Factor], points: Sequence[Sequence[Value]]
) -> Iterator[Finding]:
    """Yield the first combination of levels that makes no sound scenario, at the place of one of its levels.

    ``MOST`` combinations are checked; any others when they are played.
    """
    for levels in combinations_of(factors, points)[:MOST]:
        found = fault_of(at_levels(scenario, factors, levels))
        if found:
            yield of_levels(design, scenario, factors, levels, found)
            return


def of_levels(design: Design, scenario: Scenario, factors: Sequence[Factor], levels: Levels, found: Finding) -> Finding:
    """Return a combination's fault as one of the design: which levels do not go together, where, and what to do."""
    without = {
        name: at_levels(scenario, factors, {other: level for other, level in levels.items() if other != name})
        for name in levels
    }
    guilty = [name for name, spared in without.items() if fault_of(spared) is None] or list(levels)
    place = _place(design, factors, guilty[-1], levels[guilty[-1]])
    others = " and ".join(f"{name} = {levels[name]}" for name in guilty[:-1])
    what = f"{dotted(found.steps)}: {found.message}"
    if not others:
        return Finding("error", place, f"this level makes no sound scenario: {what}", found.remedy)
    remedy = "take a level out" if design.kind in SAMPLED else "set both in one group, level by level"
    return Finding("error", place, f"this level does not go with {others}: {what}", f"{found.remedy}; or {remedy}")


def _place(design: Design, factors: Sequence[Factor], name: str, level: Value) -> Steps:
    if name in design.groups:
        return "groups", name, str(level)
    (factor,) = (each for each in factors if each.name == name)
    return "factors", name, "levels", list(factor.levels).index(level) if isinstance(factor, Levelled) else 0

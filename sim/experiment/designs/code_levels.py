"""Levels that are code: a doctrine of the user's own that a design names is refused unless code is allowed."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from sim.experiment.designs.alternatives import alternatives_of, steps_of
from sim.experiment.designs.design import Design
from sim.experiment.designs.factors import Factor, Levelled, Parts, part_at
from sim.scenario.files.faults import Finding
from sim.scenario.files.located import Steps, dotted
from sim.scenario.permission import is_code_allowed
from sim.scenario.scenario import Scenario
from sim.scenario.sides import CodeDeclared


def check_code(
    design: Design, scenario: Scenario, factors: Sequence[Factor], on_command_line: Mapping[str, object]
) -> Iterator[Finding]:
    """Find everything in a design that names code to be run, unless that is allowed in this process.

    What the scenario's own file names, or the command line, is not the design's.
    """
    if is_code_allowed():
        return
    for path in design.set:
        if path not in on_command_line:
            yield from _found({steps_of(path): part_at(scenario, steps_of(path))}, ("set", path))
    alternatives = alternatives_of(design)
    for factor in factors:
        if isinstance(factor, Levelled):
            for alternative, parts in zip(alternatives[factor.name], factor.levels.values(), strict=True):
                yield from _found(parts, alternative.place)


def _found(parts: Parts, place: Steps) -> Iterator[Finding]:
    for steps, part in parts.items():
        for code in _code_in(part):
            where = (*place, dotted(steps)) if place[0] == "groups" else place
            message = f"the doctrine {code} is code, which would be run"
            yield Finding("error", where, message, "read it, then add --allow-code")


def _code_in(part: object) -> Iterator[CodeDeclared]:
    if isinstance(part, CodeDeclared):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _code_in(getattr(part, name))
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from _code_in(each)

"""Alternatives: every value that a design gives to a part of the scenario, and where the design says so."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sim.experiment.designs.design import Design
from sim.experiment.designs.factors import Value
from sim.scenario.files.faults import Finding
from sim.scenario.files.located import Steps, is_number
from sim.scenario.files.overrides import SEGMENT


@dataclass(frozen=True)
class Alternative:
    """Values by path that go together, with the place in the design that gives them."""

    values: Mapping[str, object]
    place: Steps


def alternatives_of(design: Design) -> dict[str, list[Alternative]]:
    """Return the alternatives of each factor and group: its levels, or both ends of its range; none when declared."""
    every: dict[str, list[Alternative]] = {}
    for path, factor in design.factors.items():
        place = ("factors", path)
        if factor.levels is not None:
            every[path] = [Alternative({path: level}, (*place, "levels", n)) for n, level in enumerate(factor.levels)]
        else:
            ends = factor.range if isinstance(factor.range, tuple) else ()
            every[path] = [Alternative({path: end}, (*place, "range")) for end in ends]
    for name, levels in design.groups.items():
        every[name] = [Alternative(values, ("groups", name, level)) for level, values in levels.items()]
    return every


def overlaps(design: Design) -> Iterator[Finding]:
    """Return a finding for each path that two factors would set, or that lies within what another sets."""
    alternatives = alternatives_of(design)
    paths = {name: {steps_of(path) for each in some for path in each.values} for name, some in alternatives.items()}
    paths |= {path: {steps_of(path)} for path in design.factors}
    for (one, ours), (other, theirs) in combinations(paths.items(), 2):
        if any(a[: len(b)] == b[: len(a)] for a in ours for b in theirs):
            place = ("groups" if other in design.groups else "factors", other)
            yield Finding("error", place, f'it sets what "{one}" sets too', "let one of the two set it")


def labels_of(levels: Sequence[object]) -> list[Value]:
    """Return levels as the values of a column: all numbers, all yes or no, or all text."""
    if all(isinstance(level, bool) for level in levels):
        return [bool(level) for level in levels]
    if all(is_number(level) for level in levels):
        return [float(str(level)) for level in levels]
    return [level if isinstance(level, str) else json.dumps(level) for level in levels]


def steps_of(path: str) -> Steps:
    """Return the steps of a path as --set writes it."""
    return tuple(each.strip('"').strip() for each in re.findall(SEGMENT, path))

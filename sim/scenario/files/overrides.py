"""Overrides: single values of a scenario changed from outside, as ``--set a.b=1`` does."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pydantic import BaseModel

from sim.scenario.declared import declared_fields
from sim.scenario.files.defaults import BY_SIDE
from sim.scenario.files.document import read_value
from sim.scenario.files.extending import merged
from sim.scenario.files.faults import Fault, fault_at, listed, suggestion
from sim.scenario.files.located import Located, Mark, Step, Steps, dotted, located
from sim.scenario.files.spelling import spelt, unwritable
from sim.scenario.upgrading import renamed_steps

SEGMENT: Final = r'(?:"[^"]+"|[^."=]+)'
ASSIGNMENT: Final = re.compile(rf"\s*({SEGMENT}(?:\.{SEGMENT})*)\s*=(.*)", re.DOTALL)

Overrides = Mapping[str, object] | Sequence[str]
"""Values by dotted path, or ``path=value`` texts whose value is read as YAML."""


def overridden(tree: Located, overrides: Overrides, root: type[BaseModel], faults: list[Fault]) -> Located:
    """Return a scenario's declarations with some values replaced; later overrides prevail.

    A number over a quantity replaces its value alone. A path that neither the files nor the
    classes of the scenario know is a fault.
    """
    for path, value, mark in _assignments(overrides, faults):
        steps = tuple(each.strip('"').strip() for each in re.findall(SEGMENT, path))
        changed = _placed(tree, renamed_steps(steps), located(value, mark), root, faults)
        tree = changed or tree
    return tree


def _assignments(overrides: Overrides, faults: list[Fault]) -> Iterable[tuple[str, object, Mark]]:
    if isinstance(overrides, Mapping):
        for path, value in overrides.items():
            yield path, value, Mark(f"--set {path}={value}")
        return
    for written in overrides:
        text = spelt(written)
        mark = Mark(f"--set {text}")
        assignment = ASSIGNMENT.fullmatch(text)
        if wrong := unwritable(text):
            faults.append(fault_at(mark, (), f"this holds {wrong}", "write plain text in UTF-8"))
        elif assignment:
            yield assignment[1], read_value(assignment[2].strip()), mark
        else:
            message = "this sets nothing"
            faults.append(fault_at(mark, (), message, "write a path and a value, a.b=1"))


def _placed(tree: Located, steps: Steps, new: Located, root: type[BaseModel], faults: list[Fault]) -> Located | None:
    """Return the tree with a value at a path, or None with a fault when there is no such path."""
    trail = [tree]
    taken: list[Step] = []
    for step in steps:
        here = trail[-1]
        key = int(step) if isinstance(here.value, list) and str(step).isdecimal() else step
        inner = here.member(key)
        if inner is None:
            fields = declared_fields(root, taken)
            if isinstance(here.value, dict) and (str(key) in fields or _has_default(tree, taken, key)):
                break
            names = {*here.members, *fields}
            advice = f"known here: {listed(sorted(names))}" if names else _positions(here)
            message = f'"{step}" is not a part of {dotted(taken) or "the scenario"}'
            remedy = suggestion(str(step), names, advice)
            faults.append(fault_at(new.mark, steps, message, remedy))
            return None
        trail.append(inner)
        taken.append(key)
    rest = steps[len(taken) :]
    for step in reversed(rest):
        new = Located({str(step): new}, new.mark)
    new = merged(trail[-1], new, steps, faults)
    for here, key in zip(reversed(trail[:-1]), reversed(taken), strict=True):
        new = _with_member(here, key, new)
    return new


def _has_default(tree: Located, taken: Sequence[Step], name: Step) -> bool:
    """Return whether a path goes on to a side of which only others are declared here."""
    sides = tree.members.get("sides", tree).members
    return bool(taken) and taken[-1] in BY_SIDE and name in sides


def _with_member(here: Located, key: Step, new: Located) -> Located:
    if isinstance(here.value, list):
        parts = list(here.value)
        parts[int(key)] = new
        return Located(parts, here.mark)
    return Located({**here.members, str(key): new}, here.mark)


def _positions(here: Located) -> str:
    if isinstance(here.value, list):
        return f"give a position from 0 to {len(here.value) - 1}"
    return "it is a single value; end the path here"

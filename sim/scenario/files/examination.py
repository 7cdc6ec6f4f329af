"""Examination: scenario files become one checked scenario, or every fault a person can mend."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from sim.scenario.files.appending import lists_made
from sim.scenario.files.assumption import Assumption
from sim.scenario.files.code import doctrines_in_full, with_code
from sim.scenario.files.extending import read_extended
from sim.scenario.files.faults import MOST_FAULTS, Fault, Finding, first_faults, in_reading_order
from sim.scenario.files.located import Located, Steps
from sim.scenario.files.outlines import with_outlines
from sim.scenario.files.overrides import Overrides, overridden
from sim.scenario.files.refusals import refusals, unknown_keys
from sim.scenario.files.short_form import spelt_out

Declared = TypeVar("Declared", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Examination(Generic[Declared]):
    """What reading a scenario brought to light: the scenario when sound, and all faults."""

    scenario: Declared | None
    tree: Located | None
    """The resolved declarations with the file and line of each."""
    faults: list[Fault]
    """Errors first, then by file and line."""
    assumed: Sequence[Assumption] = ()
    """What nobody declared, or gave no source for."""

    @property
    def errors(self) -> list[Fault]:
        """Return the faults that keep the scenario from being played."""
        return [fault for fault in self.faults if fault.severity == "error"]


Complete = Callable[[Located], tuple[Located, list[Assumption]]]
"""Returns declarations with what they leave out, and all that was assumed."""


def as_declared(tree: Located) -> tuple[Located, list[Assumption]]:
    """Return declarations that leave nothing out as they are."""
    return tree, []


def examined(
    file: str,
    overrides: Overrides,
    root: type[Declared],
    checks: Iterable[Callable[[Declared], Iterable[Finding]]] = (),
    complete: Complete = as_declared,
) -> Examination[Declared]:
    """Return what a scenario file declares, completed, read as ``root`` and put to each check."""
    faults: list[Fault] = []
    tree = read_extended(file, root, faults)
    if tree is None:
        return Examination(None, None, first_faults(in_reading_order(faults)))
    tree = doctrines_in_full(lists_made(overridden(tree, overrides, root, faults), root))
    tree = spelt_out(tree, root, faults)
    tree, assumed = complete(with_code(with_outlines(tree, faults), faults))
    scenario, findings = _validated(tree, root)
    if scenario is not None:
        findings += [finding for check in checks for finding in check(scenario)]
    known = {(fault.file, fault.line, fault.where) for fault in faults if fault.severity != "note"}
    taken_over = {each.where for each in assumed}
    found = [finding.fault(tree) for finding in findings]
    found = [fault for fault in found if fault.severity != "note" or fault.where not in taken_over]
    new = [fault for fault in found if (fault.file, fault.line, fault.where) not in known]
    faults = in_reading_order([*faults, *new])
    is_sound = all(fault.severity != "error" for fault in faults)
    return Examination(scenario if is_sound else None, tree, first_faults(faults), assumed)


def _validated(tree: Located, root: type[Declared]) -> tuple[Declared | None, list[Finding]]:
    """Return the scenario and the refusals; unknown keys alone do not hide what checks find."""
    try:
        return root.model_validate(tree.plain), []
    except ValidationError as error:
        findings = list(refusals(error, tree, root))
        unknown = unknown_keys(error, tree)
        if len(unknown) < error.error_count():
            return None, findings
    if len(unknown) > MOST_FAULTS:
        return None, findings
    for steps in unknown:
        tree = _without(tree, steps)
    scenario, further = _validated(tree, root)
    return scenario, findings + further


def _without(tree: Located, steps: Steps) -> Located:
    if isinstance(tree.value, list):
        inner = [
            _without(part, steps[1:]) if position == steps[0] else part for position, part in enumerate(tree.value)
        ]
        return Located(inner, tree.mark)
    members = dict(tree.members)
    member = members.pop(str(steps[0]))
    if len(steps) > 1:
        members[str(steps[0])] = _without(member, steps[1:])
    return Located(members, tree.mark)

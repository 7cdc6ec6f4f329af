"""Planning: from a design file to a study and its points, or every fault a person can mend."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from sim.experiment.designs.blanks import blanks
from sim.experiment.designs.code_levels import check_code
from sim.experiment.designs.coherence import CHECKS, never_played
from sim.experiment.designs.combination import are_all_checked, clashes
from sim.experiment.designs.design import Design
from sim.experiment.designs.factors import Factor
from sim.experiment.designs.resolution import resolved
from sim.experiment.designs.sampling import Points, points_of
from sim.experiment.sweeps.study import Study
from sim.scenario.files.examination import examined
from sim.scenario.files.faults import Finding
from sim.scenario.files.located import Located, dotted
from sim.scenario.files.shipped import file_meant, file_named_in
from sim.scenario.fingerprint import fingerprint
from sim.scenario.permission import require_permission
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput


@dataclass(frozen=True)
class Plan:
    """A design ready to be played."""

    name: str
    """Name of the design: its file without the ending."""
    design: Design
    scenario: Scenario
    """The scenario at no particular point, with what the design sets throughout."""
    factors: tuple[Factor, ...]
    points: Points
    mark: str
    """Hash of all that decides what is run: points, replications, stopping, seed and talks."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """Outcomes that the design names, and where; whether there are such, the first run tells."""

    @property
    def limit(self) -> int:
        """Return how many runs a sweep may come to at most."""
        design = self.design
        return len(self.points) * max(design.replications, design.stopping.most if design.stopping else 0)

    @property
    def study(self) -> Study:
        """Return what a sweep plays."""
        mark = f"{fingerprint(self.scenario)}-{self.mark}"
        wary = not are_all_checked(self.factors, self.points)
        return Study(mark, self.scenario, self.factors, self.design.seed, self.design.talking, wary)


def plan(file: Path, values: Mapping[str, object] = MappingProxyType({})) -> Plan:
    """Return the plan of a design file; a design that ships may be named without its folder.

    ``values`` are set throughout, beside what the design sets.

    Raises:
        BadInput: the design has errors: all of them, each with file, line and remedy.

    """
    file = file_meant(file)
    empty = blanks(file)
    if empty:
        raise BadInput(*map(str, empty))
    found: list[Plan] = []
    examination = examined(
        str(file), (), Design, [partial(_checked, folder=file.parent, found=found, name=file.stem, values=values)]
    )
    faults = [fault for fault in examination.faults if fault.severity != "note"]
    if faults:
        raise BadInput(*map(str, faults))
    require_permission(found[-1].scenario)
    return replace(found[-1], asked=_asked(examination.tree) if examination.tree else {})


def scenario_of(file: Path) -> Path:
    """Return the file of the scenario that a design varies, as far as it can be told."""
    file = file_meant(file)
    tree = examined(str(file), (), Design).tree
    named = tree.member("scenario") if tree else None
    return file_named_in(file.parent, str(named.value)) if named else file


def _asked(tree: Located) -> dict[str, str]:
    asked = {}
    for steps in (("outcome",), ("stopping", "outcome"), ("discovery", "outcome")):
        written, taken = tree.follow(steps)
        if taken == steps:
            asked[str(written.value)] = f"{written.mark}: {dotted(steps)}"
    return asked


def _checked(
    design: Design, folder: Path, found: list[Plan], name: str, values: Mapping[str, object]
) -> Iterator[Finding]:
    """Yield what is wrong with a design; when nothing is, append its plan to ``found``."""
    design = design.model_copy(update={"set": {**design.set, **values}})
    faults = [fault for check in CHECKS for fault in check(design)]
    resolution = None
    if not faults:
        resolution, faults = resolved(design, folder)
    if resolution is not None:
        scenario, factors = resolution.scenario, resolution.factors
        points = points_of(design.kind, factors, design.samples, design.seed)
        faults = [
            *check_code(design, scenario, factors, values),
            *never_played(design, factors, points),
            *clashes(design, scenario, factors, points),
        ]
        found.append(Plan(name, design, scenario, factors, points, _mark(design, factors, points)))
    yield from faults


def _mark(design: Design, factors: tuple[Factor, ...], points: Points) -> str:
    names = [factor.name for factor in factors]
    stopping = design.stopping.model_dump(mode="json") if design.stopping else None
    settled = [names, points, _meanings(factors), design.replications, stopping, design.seed, design.talking]
    return hashlib.sha256(json.dumps(settled).encode()).hexdigest()[:12]


def _meanings(factors: tuple[Factor, ...]) -> list[str]:
    return [repr(getattr(factor, "levels", None)) for factor in factors]

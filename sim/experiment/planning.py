"""Planning: from a design file to a study and its points, or every fault a person can mend."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sim.experiment.alternatives import overlaps
from sim.experiment.design import Design
from sim.experiment.factors import Factor
from sim.experiment.resolution import Resolution, resolved
from sim.experiment.sampling import Points, points_of
from sim.experiment.study import Study
from sim.scenario.examination import examined
from sim.scenario.faults import Finding
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

TAKEN = {"point", "replication", "digest"}
"""Columns of a sweep's table that no group may be named after."""


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

    @property
    def study(self) -> Study:
        """Return what a sweep plays."""
        mark = f"{fingerprint(self.scenario)}-{self.mark}"
        return Study(mark, self.scenario, self.factors, self.design.seed, self.design.talking)


def plan(file: Path) -> Plan:
    """Return the plan of a design file.

    Raises:
        BadInput: the design has errors: all of them, each with file, line and remedy.

    """
    found: list[Resolution] = []
    examination = examined(str(file), (), Design, [partial(_checked, folder=file.parent, found=found)])
    design = examination.scenario
    if design is None:
        raise BadInput(*(str(error) for error in examination.errors))
    scenario, factors = found[-1].scenario, found[-1].factors
    points = points_of(design.kind, factors, design.samples, design.seed)
    return Plan(file.stem, design, scenario, factors, points, _mark(design, factors, points))


def _checked(design: Design, folder: Path, found: list[Resolution]) -> Iterator[Finding]:
    """Yield what is wrong with a design; when nothing is, append what it varies to ``found``."""
    faults = list(overlaps(design))
    faults += [
        Finding("error", ("groups", name), "this name is a column of every sweep", "choose another name")
        for name in design.groups
        if name in TAKEN
    ]
    if not faults:
        resolution, faults = resolved(design, folder)
        found += [resolution] if resolution else []
    yield from faults


def _mark(design: Design, factors: tuple[Factor, ...], points: Points) -> str:
    names = [factor.name for factor in factors]
    stopping = design.stopping.model_dump(mode="json") if design.stopping else None
    settled = [names, points, _meanings(factors), design.replications, stopping, design.seed, design.talking]
    return hashlib.sha256(json.dumps(settled).encode()).hexdigest()[:12]


def _meanings(factors: tuple[Factor, ...]) -> list[str]:
    return [repr(getattr(factor, "levels", None)) for factor in factors]

"""A session of a sweep: what is missing is played and kept, until all is there or somebody stops it."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sim.experiment.agenda import Agenda
from sim.experiment.designs.design import StoppingDeclared
from sim.experiment.designs.factors import Factor, Ranged
from sim.experiment.planning import Plan
from sim.experiment.sweeps.execution import Pool
from sim.experiment.sweeps.study import Playable, Values
from sim.experiment.sweeps.sweep import Sweep
from sim.results.occupancy import alone_in
from sim.results.store import HOME
from sim.results.sweep_manifest import SweepManifest, claim_for_sweep, write_sweep_manifest
from sim.results.sweep_table import gather, hashes_in, read_columns, require_as_written
from sim.scenario.fingerprint import fingerprint

Watch = Callable[[Iterable[int], int, str], Iterator[int]]
"""Passes on one item for every run, and shows how far the work is: (items, total, what it is)."""


Settle = Callable[[int, int, str], None]
"""Writes down how far a sweep has come: (runs completed, runs failed, digest)."""


def unwatched(items: Iterable[int], total: int, what: str) -> Iterator[int]:  # noqa: ARG001
    """Pass items on and show nothing."""
    yield from items


def default_folder(plan: Plan) -> Path:
    """Return the folder of a design's sweep: the same question has the same place."""
    return HOME / f"{plan.name}-{plan.study.mark}"


def play_design(plan: Plan, folder: Path, pool: Pool, watch: Watch = unwatched, command: str = "") -> dict[str, Any]:
    """Play what is missing of a design in a folder, and return what ``sweep --json`` prints.

    Raises:
        BadInput: the folder holds anything else, or the design names an outcome that no run has.

    """
    manifest = claim_for_sweep(folder, manifest_of(plan, command))
    names = [factor.name for factor in plan.factors]
    points = [dict(zip(names, values, strict=True)) for values in plan.points]

    def settle(completed: int, failed: int, digest: str) -> None:
        write_sweep_manifest(folder, manifest.finished(completed, failed, digest, hashes_in(folder)))

    require_as_written(folder, manifest)
    design = plan.design
    found = play_points(
        plan.study, points, design.replications, folder, pool, watch, design.stopping, plan.name, plan.asked, settle
    )
    return {"points": len(points), "replications": plan.design.replications, **found, "out": str(folder)}


def play_points(
    playable: Playable,
    points: Sequence[Values],
    replications: int,
    folder: Path,
    pool: Pool,
    watch: Watch = unwatched,
    stopping: StoppingDeclared | None = None,
    what: str = "sweep",
    asked: Mapping[str, str] = MappingProxyType({}),
    settle: Settle = lambda _completed, _failed, _digest: None,
) -> dict[str, Any]:
    """Play what is missing in a folder, and return how many runs it holds, how many came from before, and the digest.

    Stopped by an interrupt, it keeps what is finished; called again, it goes on. ``settle`` writes what must be on the
    disk before the parts go.

    Raises:
        BadInput: another command is at work in the folder, or there is no outcome that is ``asked`` for at some place.

    """
    folder.mkdir(parents=True, exist_ok=True)
    with alone_in(folder):
        held = read_columns(folder, [stopping.outcome] if stopping else [])
        agenda = Agenda(points, replications, stopping, held)
        sweep = Sweep(playable, agenda, stopping.outcome if stopping else None, folder, asked)
        began = time.perf_counter()
        with closing(sweep.play(pool)) as batches:
            runs_over = (run for runs in batches for run in range(runs))
            for _ in watch(runs_over, agenda.limit - len(held), f"{what}, at most" if stopping else what):
                pass
        seconds = time.perf_counter() - began
        completed, digest = gather(folder, lambda count, digest: settle(count, sweep.failed, digest))
    return {
        "completed": completed,
        "failed": sweep.failed,
        "resumed": len(held),
        "runs_per_second": sweep.completed / seconds,
        "digest": digest,
    }


def manifest_of(plan: Plan, command: str) -> SweepManifest:
    """Return the manifest of a sweep about to begin or go on."""
    return SweepManifest(
        name=plan.name,
        design_fingerprint=plan.mark,
        scenario_fingerprint=fingerprint(plan.scenario),
        design=plan.design.model_dump(mode="json", by_alias=True),
        scenario=plan.scenario.model_dump(mode="json", by_alias=True),
        factors=[described(factor) for factor in plan.factors],
        points=len(plan.points),
        explained=plan.design.explained,
        command=command,
    )


def described(factor: Factor) -> dict[str, Any]:
    """Return a factor as the manifest tells it: its name and what it takes on."""
    if isinstance(factor, Ranged):
        return {"name": factor.name, "low": factor.low, "high": factor.high}
    return {"name": factor.name, "levels": list(factor.levels)}

"""Grounds: the ground that the first side holds, morning by morning, in every draw of a scenario's ranges."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from sim.campaign.outcome import run
from sim.experiment.sweeps.execution import Pool
from sim.experiment.sweeps.session import Watch, play_points, unwatched
from sim.experiment.sweeps.study import Values
from sim.experiment.worlds.playing import WORLD, Worlds, by_morning, deployed_at
from sim.experiment.worlds.ranges import drawn, is_of_the_table
from sim.results.digest import digest_of
from sim.results.rows import Row
from sim.results.sweep_manifest import SweepManifest, claim_for_sweep, write_sweep_manifest
from sim.results.sweep_table import hashes_in, read_columns, require_as_written
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario

AREA = "mornings area_0"
"""Name of the list with the ground held before the first day and after each, km²."""


@dataclass(frozen=True)
class Grounds:
    """A scenario's ground, playable at any values of its quantities, without talks."""

    alike: ClassVar[bool] = False
    mark: str
    scenario: Scenario = field(compare=False)
    seed: int = field(compare=False)
    each: int = field(compare=False)
    """Runs of each draw."""

    def at(self, values: Values) -> Callable[[int], Row]:
        """Return what plays a replication of one draw, under the luck that the same world has in ``run``."""
        deployment = deployed_at(Worlds(self.mark, self.scenario, self.seed, self.each, talking=False), values)
        first = int(values[WORLD]) * self.each

        def play(replication: int) -> Row:
            outcome = run(deployment, self.seed, first + replication, talking=False)
            area = by_morning(deployment, outcome)[AREA]
            return {"replication": replication, AREA: area, "digest": digest_of([outcome])}

        return play


@dataclass(frozen=True)
class Played:
    """The runs of a calibration."""

    points: list[dict[str, float]]
    """Values of the campaign's quantities by draw."""
    areas: NDArray[np.float64]
    """Ground held by the first side, shape (draws, runs of each, days + 1), km²; not a number where a run failed."""
    digest: str


def drawn_campaigns(scenario: Scenario, draws: int, seed: int) -> list[dict[str, float]]:
    """Return so many draws of the campaign's quantities, the same as ``run`` plays under the seed."""
    return [
        {path: float(value) for path, value in values.items() if not is_of_the_table(path)}
        for values in drawn(scenario, draws, 1, seed)
    ]


def play_grounds(
    name: str,
    scenario: Scenario,
    folder: Path,
    pool: Pool,
    *,
    draws: int,
    replications: int,
    seed: int,
    watch: Watch = unwatched,
    command: str = "",
) -> Played:
    """Play what is missing of a calibration in a folder, and return its runs.

    Stopped at any moment it keeps what is finished; called again it goes on.

    Raises:
        BadInput: the folder belongs to something else, or another command is at work in it.
        RuntimeError: all runs failed.

    """
    points = drawn_campaigns(scenario, draws, seed)
    asked = {"calibration": True, "draws": draws, "replications": replications, "seed": seed}
    mark = hashlib.sha256(json.dumps([asked, points]).encode()).hexdigest()[:12]
    manifest = SweepManifest(
        name=f"{name}, calibration",
        design_fingerprint=mark,
        scenario_fingerprint=fingerprint(scenario),
        design=asked,
        scenario=scenario.model_dump(mode="json", by_alias=True),
        factors=[],
        points=draws,
        explained="area_0",
        command=command,
    )
    held = claim_for_sweep(folder, manifest)
    require_as_written(folder, held)

    def settle(completed: int, failed: int, digest: str) -> None:
        write_sweep_manifest(folder, held.finished(completed, failed, digest, hashes_in(folder)))

    playable = Grounds(f"{manifest.scenario_fingerprint}-{mark}", scenario, seed, replications)
    numbered: list[Values] = [{WORLD: number, **values} for number, values in enumerate(points)]
    played = play_points(playable, numbered, replications, folder, pool, watch, what=f"{name}: draws", settle=settle)
    if not played["completed"]:
        raise RuntimeError(f"all runs failed; {folder / 'failures.jsonl'} says why")
    rows = read_columns(folder, [AREA])
    areas = np.full((draws, replications, scenario.days + 1), np.nan)
    for point, replication, path in zip(rows["point"], rows["replication"], rows[AREA], strict=True):
        areas[int(point), int(replication)] = path
    return Played(points, areas, played["digest"])

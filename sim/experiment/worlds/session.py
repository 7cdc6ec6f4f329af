"""A session of worlds: what is missing of a nested design is played and kept, and its runs are returned."""

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from io import StringIO
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiment.calibration.posterior import WEIGHT, is_posterior, read_posterior
from sim.experiment.sweeps.execution import Pool
from sim.experiment.sweeps.session import play_points, unwatched
from sim.experiment.sweeps.study import Values
from sim.experiment.worlds.playing import BROKE_OUT, WORLD, Worlds, dates_of_talks
from sim.experiment.worlds.ranges import drawn, resampled
from sim.experiment.worlds.runs import Runs, runs_of
from sim.results.sweep_manifest import SweepManifest, claim_for_sweep, write_sweep_manifest
from sim.results.sweep_table import KEYS, columns_of, hashes_in, read_columns, require_as_written
from sim.scenario.files.located import dotted
from sim.scenario.files.text_file import RESULTS, read_text
from sim.scenario.fingerprint import fingerprint
from sim.scenario.parameters import bounds_of, located_quantities, parameters
from sim.scenario.quantity import Bounds
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

Watch = Callable[[Iterable[int], int, str], Iterator[int]]
DECLARED, NONE = "declared", "none"
"""Over what is played: the ranges that the scenario declares, or the declared values alone."""
TABLES = 2
"""Draws of the table within each draw of the campaign, where a draw has runs for both."""


@dataclass(frozen=True)
class Over:
    """Over which worlds a scenario is played, and how often."""

    kind: str = DECLARED
    """``declared``, ``none``, or an overlay: a CSV file with a column for each quantity and a row for each draw.

    A posterior that `westphalia calibrate` has written takes the place of those ranges that it knows of.
    """
    draws: int = 48
    replications: int = 4
    """Runs of each draw of the campaign, shared by its draws of the table; over no ranges, all runs."""
    seed: int = 1

    talking: bool = True
    """Whether the sides talk; where they do not, the table is not drawn either."""

    @property
    def is_alone(self) -> bool:
        """Return whether the declared values alone are played."""
        return self.kind == NONE

    @property
    def tables(self) -> int:
        """Return the draws of the table within each draw of the campaign."""
        over_ranges = self.kind == DECLARED or is_posterior(Path(self.kind))
        return TABLES if self.talking and over_ranges and self.replications % TABLES == 0 else 1

    @property
    def each(self) -> int:
        """Return the runs of each world."""
        return self.replications // self.tables

    @property
    def mark(self) -> str:
        """Return what names a folder of these worlds."""
        talks = "" if self.talking else "-ground"
        if self.kind == NONE:
            return f"s{self.seed}-n{self.replications}{talks}"
        name = self.kind if self.kind == DECLARED else Path(self.kind).stem
        return f"s{self.seed}-{name}-{self.draws}x{self.replications}{talks}"

    def points(self, scenario: Scenario) -> list[Values]:
        """Return the worlds as points of a design.

        Raises:
            BadInput: the overlay cannot be read, or has a column that is no quantity.

        """
        if self.kind == NONE:
            found: list[Values] = [{}]
        elif self.kind == DECLARED:
            found = drawn(scenario, self.draws, self.tables, self.seed)
        elif is_posterior(Path(self.kind)):
            known = resampled(*read_posterior(Path(self.kind), scenario), self.draws)
            ranges = drawn(scenario, self.draws, self.tables, self.seed)
            found = [{**values, **known[n // self.tables]} for n, values in enumerate(ranges)]
        else:
            overlay, weights = read_overlay(Path(self.kind), scenario)
            found = resampled(overlay, weights, self.draws)
        return [{WORLD: number, **values} for number, values in enumerate(found)]


def read_overlay(path: Path, scenario: Scenario) -> tuple[dict[str, list[float]], list[float] | None]:
    """Return the draws of an overlay by quantity, and their weights if it has some.

    Raises:
        BadInput: it cannot be read, has no rows, or has a column that is no quantity or holds no number.

    """
    try:
        table = pd.read_csv(StringIO(read_text(path, "declared, none, or a CSV file", RESULTS)))
    except ValueError as wrong:
        raise BadInput(f"--over {path}: it cannot be read ({wrong}); give declared, none, or a CSV file") from None
    known = parameters(scenario)
    steps = {dotted(each): each for each, _ in located_quantities(scenario)}
    for name in table.columns:
        if name not in known and name != WEIGHT:
            raise BadInput(f"{path}:1: the scenario has no quantity {name!r}; leave the column out")
        values = pd.to_numeric(table[name], errors="coerce").to_numpy(float)
        bad = (~np.isfinite(values)).nonzero()[0]
        if bad.size:
            raise BadInput(f"{path}:{int(bad[0]) + 2}: {name} is no number; correct the cell")
        bounds = bounds_of(Scenario, steps[name]) if name in steps else Bounds(0.0, math.inf)
        beyond = ((values < bounds.least) | (values > bounds.most)).nonzero()[0] if bounds else bad
        if beyond.size:
            raise BadInput(f"{path}:{int(beyond[0]) + 2}: {name} is impossible; stay within {bounds}")
    if table.empty:
        raise BadInput(f"{path}: it has no rows; give a row for each draw")
    weights = table.pop(WEIGHT).tolist() if WEIGHT in table else None
    return {str(name): [float(value) for value in table[name]] for name in table.columns}, weights


def play_worlds(
    name: str,
    scenario: Scenario,
    over: Over,
    folder: Path,
    pool: Pool,
    *,
    watch: Watch = unwatched,
    command: str = "",
) -> Runs:
    """Play what is missing of a scenario's worlds in a folder, and return their runs.

    Stopped at any moment it keeps what is finished; called again it goes on.

    Raises:
        BadInput: the folder belongs to something else, or another command is at work in it.
        RuntimeError: a run failed.

    """
    points = over.points(scenario)
    asked = {**asdict(over), "tables": over.tables, "points": points}
    mark = hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:12]
    manifest = SweepManifest(
        name=f"{name}, worlds",
        design_fingerprint=mark,
        scenario_fingerprint=fingerprint(scenario),
        design={**asdict(over), "tables": over.tables},
        scenario=scenario.model_dump(mode="json", by_alias=True),
        factors=[],
        points=len(points),
        explained="leverage_0" if over.talking else "area_0",
        command=command,
    )
    held = claim_for_sweep(folder, manifest)
    require_as_written(folder, held)

    def settle(completed: int, failed: int, digest: str) -> None:
        write_sweep_manifest(folder, held.finished(completed, failed, digest, hashes_in(folder)))

    playable = Worlds(f"{manifest.scenario_fingerprint}-{mark}", scenario, over.seed, over.each, over.talking)
    played = play_points(playable, points, over.each, folder, pool, watch, what=f"{name}: worlds", settle=settle)
    if not played["completed"]:
        raise RuntimeError(f"all runs failed; {folder / 'failures.jsonl'} says why")
    left_out = {*KEYS, WORLD, *parameters(scenario)}
    wanted = [column for column in columns_of(folder) if column not in left_out]
    return runs_of(read_columns(folder, wanted), over.tables, dates_of_talks(scenario))


def broke_out_in(folder: Path) -> NDArray[np.float64]:
    """Return the first side's men who broke out of sealed pockets, by run, of worlds that a folder holds."""
    return read_columns(folder, [BROKE_OUT])[BROKE_OUT].to_numpy(float)

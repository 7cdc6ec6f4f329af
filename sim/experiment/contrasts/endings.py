"""Endings: what comes of a scenario on its last day, replication by replication."""

import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import deploy
from sim.experiment.sweeps.execution import pool_of
from sim.experiment.sweeps.session import Watch as RunWatch
from sim.experiment.sweeps.session import play_points
from sim.experiment.sweeps.study import Study
from sim.results import edition
from sim.results.rows import outcome_rows
from sim.results.session import Watch, unwatched
from sim.results.sweep_manifest import SweepManifest, claim_for_sweep, write_sweep_manifest
from sim.results.sweep_table import columns_of, hashes_in, read_columns, require_as_written
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario

Play = Callable[[Scenario, str], pd.DataFrame]
"""Plays a scenario under luck that all scenarios share: (scenario, what it is) to a row a run."""
FEWEST = 2
"""Runs without which there is nothing to compare, where more were asked for."""


def endings(
    scenario: Scenario, *, seed: int, replications: int, workers: int = 0, what: str = "", watch: Watch = unwatched
) -> pd.DataFrame:
    """Return a row a run, indexed by replication: every measure on the last day, and the last talks.

    Replication n has the same luck in every scenario under one seed (common random numbers). Runs that failed are
    left out. Talks before the last are held only where they could end the war.

    Raises:
        RuntimeError: every run failed, or all but one.

    """
    runs = ensemble(deploy(scenario), seed, range(replications), workers=workers or os.cpu_count() or 1, last_only=True)
    results = list(watch(runs, replications, what))
    outcomes = [result for result in results if isinstance(result, Outcome)]
    if len(outcomes) < min(FEWEST, replications):
        errors = {result.error for result in results if isinstance(result, Failure)}
        failed = f"{replications - len(outcomes)} of {replications} runs failed"
        raise RuntimeError(f"{what or scenario.title}: {failed}: {'; '.join(sorted(errors))}")
    return pd.DataFrame(outcome_rows(outcomes, list(scenario.talks.issues))).set_index("replication")


def kept_endings(
    scenario: Scenario,
    folder: Path,
    *,
    seed: int,
    replications: int,
    workers: int = 0,
    what: str = "",
    command: str = "",
    watch: RunWatch,
) -> pd.DataFrame:
    """Return the same as ``endings``, keeping each run in a folder as it ends; called again, it goes on with the rest.

    Raises:
        BadInput: the folder holds something else, or another command is at work in it.
        RuntimeError: every run failed, or all but one.

    """
    asked = {"seed": seed, "replications": replications}
    manifest = SweepManifest(
        name=f"endings of {scenario.title}",
        design_fingerprint=f"endings-s{seed}-n{replications}",
        scenario_fingerprint=fingerprint(scenario),
        design=asked,
        scenario=scenario.model_dump(mode="json", by_alias=True),
        factors=[],
        points=1,
        explained="leverage_0",
        command=command,
    )
    held = claim_for_sweep(folder, manifest)
    require_as_written(folder, held)

    def settle(completed: int, failed: int, digest: str) -> None:
        write_sweep_manifest(folder, held.finished(completed, failed, digest, hashes_in(folder)))

    study = Study(f"{manifest.scenario_fingerprint}-s{seed}", scenario, (), seed, talking=True)
    with pool_of(workers) as pool:
        played = play_points(study, [{}], replications, folder, pool, watch, what=what, settle=settle)
    if played["completed"] < min(FEWEST, replications):
        failed = f"{replications - played['completed']} of {replications} runs failed"
        raise RuntimeError(f"{what or scenario.title}: {failed}; {folder / 'failures.jsonl'} says why")
    wanted = [name for name in columns_of(folder) if name not in {"point", "replication", "digest"}]
    return read_columns(folder, wanted).drop(columns="point").set_index("replication")


def under_one_luck(seed: int, replications: int, workers: int = 0, watch: Watch = unwatched) -> Play:
    """Return how to play scenarios under one seed; the same scenario is played once, however often it is asked for."""
    known: dict[str, pd.DataFrame] = {}

    def play(scenario: Scenario, what: str) -> pd.DataFrame:
        mark = fingerprint(scenario)
        if mark not in known:
            known[mark] = endings(
                scenario, seed=seed, replications=replications, workers=workers, what=what, watch=watch
            )
        return known[mark]

    return play


def kept_under_one_luck(
    home: Path, seed: int, replications: int, workers: int = 0, command: str = "", *, watch: RunWatch
) -> Play:
    """Return the same as ``under_one_luck``, each scenario's runs in a folder of its own in ``home``.

    A folder is named after all that its runs follow from, so that every command that needs them finds them there.
    """
    known: dict[str, pd.DataFrame] = {}

    def play(scenario: Scenario, what: str) -> pd.DataFrame:
        mark = fingerprint(scenario)
        if mark not in known:
            folder = home / f"{mark}-s{seed}-n{replications}-{edition.mark()}"
            known[mark] = kept_endings(
                scenario, folder, seed=seed, replications=replications, workers=workers, what=what, command=command,
                watch=watch,
            )  # fmt: skip
        return known[mark]

    return play

"""A session: play an ensemble, keep it in a results folder, and say what it came to."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import deploy
from sim.results.manifest import manifest_of
from sim.results.occupancy import alone_in
from sim.results.run_parts import Question, RunParts
from sim.results.store import claim, default_folder, write
from sim.results.summary import Ensemble, summary
from sim.results.talk_paths import talk_paths
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario

Watch = Callable[[Iterable[Outcome | Failure], int, str], Iterator[Outcome | Failure]]
"""Passes items on and shows how far the work is: (items, total, what it is)."""


def unwatched(items: Iterable[Outcome | Failure], total: int, what: str) -> Iterator[Outcome | Failure]:  # noqa: ARG001
    """Pass items on and show nothing."""
    yield from items


def play_and_keep(
    name: str,
    scenario: Scenario,
    *,
    seed: int,
    replications: int,
    workers: int = 0,
    out: Path | None = None,
    keep_days: bool = True,
    command: str = "",
    watch: Watch = unwatched,
) -> Ensemble:
    """Play a scenario's replications, write the results folder, and return what they came to.

    Stopped at any moment, it keeps the runs that are finished; called again, it goes on with the rest.

    Raises:
        BadInput: the results folder belongs to something else, or another command is at work in it.
        RuntimeError: every run failed.

    """
    question = Question(fingerprint(scenario), seed, replications)
    folder = out or default_folder(name, question.fingerprint, seed, replications)
    claim(folder, question)
    deployment = deploy(scenario)
    folder.mkdir(parents=True, exist_ok=True)
    with alone_in(folder):
        claim(folder, question)
        issues = list(scenario.talks.issues)
        parts = RunParts(folder, question, scenario.start, issues)
        resumed = len(parts.finished)
        left = [replication for replication in range(replications) if replication not in parts.finished]
        runs = ensemble(deployment, seed, left, workers=workers or os.cpu_count() or 1)
        failures = _played(runs, parts, watch, f"{name}: {replications} runs", len(left))
        tables, digest = parts.gathered()
        manifest = manifest_of(name, scenario, seed, replications, digest, len(failures), command)
        if not keep_days:
            del tables["days"]
            (folder / "days.parquet").unlink(missing_ok=True)
        write(folder, manifest, tables, failures)
        parts.remove()
    if not tables["outcomes"].num_rows:
        raise RuntimeError(f"all {replications} runs failed; {folder / 'failures.jsonl'} says why")
    return Ensemble(
        fingerprint=question.fingerprint,
        seed=seed,
        replications=replications,
        days=scenario.days,
        out=str(folder),
        summary=summary(tables["outcomes"].to_pylist(), list(scenario.sides), issues),
        paths=talk_paths(tables["talks"].to_pylist(), list(scenario.sides), scenario.start),
        resumed=resumed,
        failed=len(failures),
        digest=digest,
    )


def _played(
    runs: Generator[Outcome | Failure, None, None], parts: RunParts, watch: Watch, what: str, total: int
) -> list[Failure]:
    """Keep runs as they end, and return those that failed; whatever stops it, what is finished is kept as a part."""
    failures = []
    try:
        with closing(runs):
            for result in watch(runs, total, what):
                if isinstance(result, Outcome):
                    parts.keep(result)
                else:
                    failures.append(result)
    except BaseException:
        parts.flush()
        raise
    return failures

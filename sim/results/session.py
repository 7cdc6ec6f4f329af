"""A session: play an ensemble, keep it in a results folder, and say what it came to."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from sim.campaign.deployment import deploy
from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome
from sim.results.digest import digest_of
from sim.results.manifest import manifest_of
from sim.results.rows import Row, day_rows, outcome_rows, talk_rows
from sim.results.store import claim, default_folder, write
from sim.results.summary import summary
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
    keep_days: bool = False,
    command: str = "",
    watch: Watch = unwatched,
) -> dict[str, Any]:
    """Play a scenario's replications, write the results folder, and return the summary that ``run --json`` prints.

    Raises:
        BadInput: the results folder belongs to something else.
        RuntimeError: every run failed.

    """
    mark = fingerprint(scenario)
    folder = out or default_folder(name, mark, seed, replications)
    claim(folder, mark)
    deployment = deploy(scenario)
    played = ensemble(deployment, seed, range(replications), workers=workers or os.cpu_count() or 1)
    results = list(watch(played, replications, f"{name}: {replications} runs"))
    outcomes = [result for result in results if isinstance(result, Outcome)]
    failures = [result for result in results if isinstance(result, Failure)]
    issues = list(scenario.talks.issues)
    digest = digest_of(outcomes)
    rows = outcome_rows(outcomes, issues)
    tables: dict[str, list[Row]] = {"outcomes": rows, "talks": talk_rows(outcomes, issues)}
    if keep_days:
        tables["days"] = day_rows(outcomes)
    manifest = manifest_of(name, scenario, seed, replications, digest, len(failures), command)
    write(folder, manifest, tables, failures)
    if not outcomes:
        raise RuntimeError(f"all {replications} runs failed; {folder / 'failures.jsonl'} says why")
    return {
        "fingerprint": mark,
        "seed": seed,
        "replications": replications,
        "days": scenario.days,
        "out": str(folder),
        **summary(rows, list(scenario.sides), issues),
        **talk_paths(tables["talks"], list(scenario.sides), scenario.start),
        "failed": len(failures),
        "digest": digest,
    }

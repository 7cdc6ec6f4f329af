"""Answering: the declared values, all worlds around them, and contrasts with other scenarios, in one results folder."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.campaign.setup.deployment import deploy
from sim.experiment.sweeps.execution import pool_of
from sim.experiment.worlds.answers import Answers, answers
from sim.experiment.worlds.contrast import Contrast, contrast
from sim.experiment.worlds.playing import first_morning
from sim.experiment.worlds.runs import Runs, runs_of_tables
from sim.experiment.worlds.session import NONE, Over, play_worlds
from sim.results.session import play_and_keep
from sim.results.store import read_table
from sim.results.summary import Ensemble
from sim.scenario.scenario import Scenario

Watch = Callable[[Iterable[Any], int, str], Iterator[Any]]
WORLDS = "worlds"
"""Folder of the worlds within that of the declared values."""


@dataclass(frozen=True)
class Answered:
    """What a scenario leads to."""

    ensemble: Ensemble
    """What the declared values lead to under luck alone."""
    over: Over
    worlds: Answers
    """Over all worlds; over no ranges the same as for the declared values."""
    declared: Answers
    contrasts: Mapping[str, Contrast]
    """With other scenarios, world by world, each less this one."""
    runs: Runs
    """Of all worlds; who holds each place is not known over no ranges."""

    def as_json(self) -> dict[str, Any]:
        """Return everything as ``run --json`` prints it."""
        found = {
            **self.ensemble.as_json(),
            "over": self.over.kind,
            "draws": 1 if self.over.kind == NONE else self.over.draws,
            "replications": self.over.replications,
            **self.worlds.as_json(),
            "declared": self.declared.as_json(),
        }
        if self.contrasts:
            found["contrast"] = {name: each.as_json() for name, each in self.contrasts.items()}
        return found


def answer(
    name: str,
    scenario: Scenario,
    over: Over,
    folder: Path,
    others: Mapping[str, Scenario],
    *,
    workers: int,
    command: str,
    watch: Watch,
) -> Answered:
    """Play what is missing in a folder of a scenario's declared values, of its worlds and of those of others.

    Others are played over the same draws and luck. Whatever stops it, what is finished is kept, and a call goes on.

    Raises:
        BadInput: the folder belongs to something else, or another command is at work in it.
        RuntimeError: every run of one of them failed.

    """
    alone = over.replications if over.kind == NONE else over.draws
    ensemble = play_and_keep(
        name, scenario, seed=over.seed, replications=alone, workers=workers, out=folder, keep_days=True,
        command=command, watch=watch,
    )  # fmt: skip
    first, second = scenario.sides
    tables = {table: read_table(folder, table) for table in ("outcomes", "talks", "days")}
    declared = runs_of_tables(tables, scenario, first_morning(deploy(scenario)))

    def played(title: str, each: Scenario, where: Path) -> Runs:
        with pool_of(workers) as pool:
            return play_worlds(title, each, over, where, pool, watch=watch, command=command)

    runs = declared if over.kind == NONE and not others else played(name, scenario, folder / WORLDS)
    beside = {other: played(other, each, folder / f"{WORLDS}-{Path(other).stem}") for other, each in others.items()}
    return Answered(
        ensemble,
        over,
        answers(runs, (first, second), scenario.start),
        answers(declared, (first, second), scenario.start),
        {other: contrast(runs, each, (first, second), scenario.start) for other, each in beside.items()},
        runs,
    )

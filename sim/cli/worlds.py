"""The worlds that a command plays: their options, and their runs from a folder that goes on where it stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sim.experiment.contrasts.endings import Play
    from sim.experiment.worlds.runs import Runs
    from sim.experiment.worlds.session import Over
    from sim.scenario.scenario import Scenario

FILE = Annotated[Path, typer.Argument(metavar="FILE", help="Scenario file, or the name of a shipped one.")]
OVER = Annotated[
    str,
    typer.Option(
        metavar="declared|none|CSV", help="Worlds: all declared ranges, the declared values alone, or an overlay."
    ),
]
DRAWS = Annotated[int, typer.Option(min=2, max=100_000, help="Draws of all ranges.")]
RUNS = Annotated[
    int | None,
    typer.Option("--replications", min=1, max=100_000, help="Runs of each draw (4); over none, all runs (100)."),
]
SEED = Annotated[int, typer.Option(min=0, max=2**64 - 1, help="Seed of all luck, and of the draws.")]
SET = Annotated[list[str] | None, typer.Option("--set", metavar="a.b=1", help="Change a value; may be repeated.")]
WORKERS = Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")]
OUT = Annotated[Path | None, typer.Option(metavar="DIR", help="Results folder; the same one goes on where it stopped.")]
JSON = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]

EACH, ALONE = 4, 100
"""Runs of each draw, and of the declared values where nothing else is played."""


def over_of(kind: str, draws: int, replications: int | None, seed: int, *, talking: bool = True) -> "Over":
    """Return the worlds that the options ask for."""
    from sim.experiment.worlds.session import NONE, Over

    return Over(kind, draws, replications or (ALONE if kind == NONE else EACH), seed, talking)


def runs_in(name: str, scenario: "Scenario", over: "Over", out: Path | None, workers: int) -> "Runs":
    """Return the runs of a scenario's worlds, playing what is missing of them in their folder."""
    import shlex
    import sys

    from sim.campaign.warming import warm_rules
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.interruption import interruptible
    from sim.cli.progress import shown
    from sim.experiment.sweeps.execution import pool_of
    from sim.experiment.worlds.session import play_worlds

    folder = out or results_of(name, scenario, over)
    command = shlex.join(["westphalia", *sys.argv[1:]])
    announce_compilation()
    warm_rules()
    with interruptible(folder, command), pool_of(workers) as pool:
        return play_worlds(name, scenario, over, folder, pool, watch=shown, command=command)


def results_of(name: str, scenario: "Scenario", over: "Over") -> Path:
    """Return the folder of a scenario's worlds: the same question has the same place."""
    from sim.results.store import HOME
    from sim.scenario.fingerprint import fingerprint

    return HOME / f"{name}-{fingerprint(scenario)}-{over.mark}-worlds"


@contextmanager
def endings_in(out: Path | None, seed: int, replications: int, workers: int) -> "Iterator[Play]":
    """Yield what plays scenarios under one luck, each run kept as it ends in ``endings`` of a results folder.

    Raises:
        Exit: the work was interrupted.

    """
    import shlex
    import sys

    from sim.campaign.warming import warm_rules
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.interruption import interruptible
    from sim.cli.progress import shown
    from sim.experiment.contrasts.endings import kept_under_one_luck
    from sim.results.store import HOME

    home, command = (out or HOME) / "endings", shlex.join(["westphalia", *sys.argv[1:]])
    announce_compilation()
    with interruptible(home, command):
        warm_rules()
        yield kept_under_one_luck(home, seed, replications, workers, command, watch=shown)

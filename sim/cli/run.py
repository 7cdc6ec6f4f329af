"""The command ``run``: play a scenario many times and print an interval for every outcome."""

from pathlib import Path
from typing import Annotated

import typer


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Scenario file.")],
    replications: Annotated[int, typer.Option(min=1, max=1_000_000, help="Runs, each under luck of its own.")] = 100,
    seed: Annotated[int, typer.Option(min=0, max=2**64 - 1, help="Seed of all luck.")] = 1,
    overrides: Annotated[
        list[str] | None, typer.Option("--set", metavar="a.b=1", help="Change a value; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Results folder.")] = None,
    days: Annotated[bool, typer.Option("--days", help="Also keep every day of every run.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Play a scenario and print what it leads to, on the map and at the table.

    Means and 90 % intervals over replications. The same scenario, seed and number of replications give the same
    digest, whatever the workers.

    Example: westphalia run kursk/2025-03-article --replications 100 --set talks.horizon=60
    """
    import json
    import shlex
    import sys

    from sim.cli.first_compilation import announce_compilation
    from sim.cli.outcome_table import tell
    from sim.cli.progress import shown
    from sim.results.session import play_and_keep
    from sim.scenario.reading import read_scenario
    from sim.scenario.shipped import file_meant

    scenario = read_scenario(file, overrides or [])
    announce_compilation()
    told = play_and_keep(
        file_meant(file).stem,
        scenario,
        seed=seed,
        replications=replications,
        workers=workers,
        out=out,
        keep_days=days,
        command=shlex.join(["westphalia", *sys.argv[1:]]),
        watch=shown,
    )
    if as_json:
        typer.echo(json.dumps({"scenario": str(file), **told}))
    else:
        tell(scenario.title, scenario.contested, scenario.talks.territory, told)
    if told["failed"]:
        raise typer.Exit(1)

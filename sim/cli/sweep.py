"""The command ``sweep``: run a design; run it again to resume."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, DOCTRINE, doctrines_of, permit
from sim.cli.printing import echo


def sweep(
    file: Annotated[Path, typer.Argument(metavar="DESIGN", help="Design file.")],
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Results folder.")] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads or processes; 0 for one a core.")] = 0,
    processes: Annotated[
        bool | None,
        typer.Option("--processes/--threads", help="What workers are; unless told, processes from 5,000 runs on."),
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Use the workers of a Dask cluster, tcp://host:8786.")
    ] = None,
    doctrine: DOCTRINE = None,
    allow_code: ALLOW = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Run every point of a design, and keep one row a run in DIR/outcomes.parquet.

    Run the same command again to go on after any stop: only what is missing is run. The same design gives the same
    digest, whoever runs it. Runs that fail are told in DIR/failures.jsonl and tried again the next time.

    Example: westphalia sweep designs/intelligence-and-arms --workers 2
    """
    import os
    import shlex
    import sys

    # Arrow's own pools keep what is freed, so that a long sweep would need more memory; it asks once, when imported.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

    from sim.campaign.warming import warm_rules
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.interruption import interruptible
    from sim.cli.progress import shown
    from sim.experiment.planning import plan, scenario_of
    from sim.experiment.sweeps.execution import are_processes_sooner, pool_of
    from sim.experiment.sweeps.session import default_folder, play_design
    from sim.results.strict_json import json_text

    permit(allow_code=allow_code)
    planned = plan(file, doctrines_of(scenario_of(file), doctrine) if doctrine else {})
    folder = out or default_folder(planned)
    command = shlex.join(["westphalia", *sys.argv[1:]])
    if processes is None:
        processes = are_processes_sooner(planned.limit, workers)
    if scheduler is None:
        announce_compilation()
        warm_rules()
    with interruptible(folder, command), pool_of(workers, processes=processes, scheduler=scheduler) as pool:
        found = {"design": str(file), **play_design(planned, folder, pool, shown, command)}
    if as_json:
        typer.echo(json_text(found))
    else:
        echo(f"{found['completed']} runs of {found['points']} points in {found['out']}, digest {found['digest']}")
        echo(f"{found['resumed']} were there before; {found['runs_per_second']:.1f} runs a second this time")
        echo(f"Next: westphalia analyse {found['out']}")
    if found["failed"]:
        echo(f"{found['failed']} runs failed: see {folder / 'failures.jsonl'}", err=True)
        raise typer.Exit(1)

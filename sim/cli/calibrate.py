"""The command ``calibrate``: which of a scenario's worlds play as was observed."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.worlds import FILE, JSON, OUT, SEED, SET


def calibrate(
    file: FILE,
    observed: Annotated[
        Path, typer.Argument(metavar="OBSERVED.csv", help="Table with a column `date` and areas, km2.")
    ],
    column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column of areas; needed where several columns have numbers.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day that is compared; all without.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Last day that is compared; later ones are kept out.")
    ] = None,
    draws: Annotated[int, typer.Option(min=20, max=1_000_000, help="Draws of all ranges.")] = 1000,
    replications: Annotated[int, typer.Option(min=1, max=1000, help="Runs of each draw.")] = 1,
    keep: Annotated[float, typer.Option(min=0.0001, max=1.0, help="Share of the runs that count, the closest.")] = 0.1,
    within: Annotated[
        float, typer.Option(min=0.0, max=1e6, help="Mean difference, km2, below which all count: what maps differ by.")
    ] = 0.0,
    seed: SEED = 1,
    overrides: SET = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads or processes; 0 for one a core.")] = 0,
    processes: Annotated[
        bool | None,
        typer.Option("--processes/--threads", help="What workers are; unless told, processes from 5,000 runs on."),
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Use the workers of a Dask cluster, tcp://host:8786.")
    ] = None,
    out: OUT = None,
    as_json: JSON = False,
) -> None:
    """Weigh draws of all declared ranges by how closely they play the area that was observed.

    Approximate Bayesian computation: the draws that `run` plays are the prior, the closest --keep of their runs are
    the posterior. It is written as DIR/posterior.csv, with posterior.json beside it, and `run --over` takes it. Days
    after --until are not looked at to weigh draws; they score prior and posterior against a decay fitted on the days
    that were. The same command goes on where it was stopped.

    Example: westphalia calibrate kursk/2024-09-salient kursk/observed-area-2024.csv --column mean_km2
    --until 2024-10-31

    Example: westphalia run kursk/2025-03-article --over results/.../posterior.csv
    """
    import os
    import shlex
    import sys

    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

    from sim.campaign.warming import warm_rules
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.interruption import interruptible
    from sim.cli.progress import shown
    from sim.cli.tables.calibration_table import tell
    from sim.experiment.calibration.grounds import play_grounds
    from sim.experiment.calibration.posterior import write_posterior
    from sim.experiment.sweeps.execution import are_processes_sooner, pool_of
    from sim.report.figures.calibration_figure import calibration_figure
    from sim.results.findings import keep_finding
    from sim.results.store import HOME
    from sim.results.strict_json import json_text
    from sim.results.whole_files import write_whole
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.scenario.fingerprint import fingerprint
    from sim.validation.calibration import calibrated, hash_of_data, window_of
    from sim.validation.observed_area import observed_area

    areas = observed_area(observed, column)
    scenario = read_scenario(file, overrides or [])
    compared = window_of(areas, scenario, _date("--from", first), _date("--until", last))
    name, mark = file_meant(file).stem, fingerprint(scenario)
    folder = out or HOME / f"{name}-{mark}-calibration-s{seed}-{draws}x{replications}"
    command = shlex.join(["westphalia", *sys.argv[1:]])
    if processes is None:
        processes = are_processes_sooner(draws * replications, workers)
    if scheduler is None:
        announce_compilation()
        warm_rules()
    with interruptible(folder, command), pool_of(workers, processes=processes, scheduler=scheduler) as pool:
        played = play_grounds(
            name, scenario, folder, pool, draws=draws, replications=replications, seed=seed, watch=shown,
            command=command,
        )  # fmt: skip
        found = calibrated(scenario, played, areas, compared, keep, within, trend_days=14)
    about = {
        "scenario": str(file),
        "scenario_fingerprint": mark,
        "observed": str(observed),
        "observed_sha256": hash_of_data(file_meant(observed)),
        "column": str(areas.name),
        "seed": seed,
        "draws": draws,
        "replications": replications,
        "digest": played.digest,
    }
    told = {"title": scenario.title, "side": next(iter(scenario.sides)), **about, **found.as_json()}
    table = folder / "posterior.csv"
    facts = ("window", "days", "tolerance_km2", "kept", "effective")
    write_posterior(table, scenario, played.points, found.by_draw, {**about, **{name: told[name] for name in facts}})
    told |= {"posterior": str(table), "next": f"westphalia run {file} --over {table}"}
    keep_finding(folder, "calibration", told)
    figure = calibration_figure(told["parameters"], f"{scenario.title}: what was learnt")
    write_whole(folder / "calibration.svg", lambda path: path.write_text(figure, encoding="utf-8"))
    if as_json:
        typer.echo(json_text(told))
    else:
        tell(told)


def _date(option: str, written: str | None) -> date | None:
    from sim.scenario.declaration import CALENDAR_DAY
    from sim.vocabulary import BadInput

    try:
        return None if written is None else date.fromisoformat(written if CALENDAR_DAY.fullmatch(written) else "")
    except ValueError:
        raise BadInput(f'{option} "{written}": write a date like 2024-10-31') from None

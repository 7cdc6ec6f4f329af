"""The command ``forecast``: write what a scenario's worlds lead to in a dated file, to be scored later."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.printing import echo
from sim.cli.worlds import DRAWS, FILE, JSON, OVER, RUNS, SEED, SET, WORKERS


def forecast(
    file: FILE,
    over: OVER = "declared",
    draws: DRAWS = 200,
    replications: RUNS = 1,
    seed: SEED = 1,
    overrides: SET = None,
    workers: WORKERS = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="File to write; none that exists is overwritten.")
    ] = None,
    runs_kept: Annotated[
        Path | None, typer.Option("--runs", metavar="DIR", help="Folder of the runs; the same one goes on.")
    ] = None,
    as_json: JSON = False,
) -> None:
    """Say what all worlds of a scenario lead to, as quantiles by date and place, in a file that can be scored later.

    The ground alone is played, without talks. The file says the scenario, the posterior and the program that made it by
    their hashes, and the digest of the runs: the same command gives the same forecast, whoever gives it. Score it by
    `hindcast FILE OBSERVED.csv --over CSV` with the same draws and seed.

    Example: westphalia forecast korsun/1944-01-bulge --draws 200 --out korsun.json
    """
    import hashlib

    from sim.cli.tables.forecast_table import tell
    from sim.cli.worlds import over_of, results_of, runs_in
    from sim.experiment.worlds.session import broke_out_in
    from sim.results.edition import versions
    from sim.results.strict_json import json_text
    from sim.results.sweep_manifest import read_sweep_manifest
    from sim.results.whole_files import write_whole
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.scenario.fingerprint import fingerprint
    from sim.validation.forecast import forecast as forecast_from
    from sim.vocabulary import BadInput

    if out is not None and out.exists():
        raise BadInput(f"{out}: it exists, and a forecast is not changed once it is made; name another file")
    scenario = read_scenario(file, overrides or [])
    worlds = over_of(over, draws, replications, seed, talking=False)
    name = file_meant(file).stem
    folder = runs_kept or results_of(name, scenario, worlds)
    runs = runs_in(name, scenario, worlds, folder, workers)
    held = read_sweep_manifest(folder)
    table = Path(over)
    found = {
        "kind": "westphalia forecast",
        "scenario": str(file),
        "title": scenario.title,
        "side": next(iter(scenario.sides)),
        "made": date.today().isoformat(),  # noqa: DTZ011 - the day where the forecaster is
        "scenario_fingerprint": fingerprint(scenario),
        "over": table.name if table.is_file() else over,
        "over_sha256": hashlib.sha256(table.read_bytes()).hexdigest() if table.is_file() else None,
        "draws": draws,
        "replications": worlds.replications,
        "seed": seed,
        "edition": held.edition,
        "versions": {key: each for key, each in versions().items() if key in {"westphalia", "commit", "python"}},
        "digest": held.digest,
        **forecast_from(runs, broke_out_in(folder), scenario),
    }
    if out is not None:
        text = json_text(found, ascii_only=False).replace('", "meaning"', '",\n"meaning"')
        out.parent.mkdir(parents=True, exist_ok=True)
        write_whole(out, lambda path: path.write_text(text + "\n", encoding="utf-8"))
    if as_json:
        typer.echo(json_text(found))
    else:
        tell(found)
        if out is not None:
            echo(f"Written to {out}")

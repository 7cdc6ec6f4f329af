"""The command ``where``: how probable it is that each place is held, by date."""

import typer

from sim.cli.own_code import ALLOW, DOCTRINE, with_doctrines
from sim.cli.printing import echo
from sim.cli.worlds import DRAWS, FILE, JSON, OUT, OVER, RUNS, SEED, SET, WORKERS, over_of, results_of, runs_in

MAP = "where.geojson"


def where(
    file: FILE,
    over: OVER = "declared",
    draws: DRAWS = 48,
    replications: RUNS = None,
    seed: SEED = 1,
    overrides: SET = None,
    workers: WORKERS = 0,
    out: OUT = None,
    doctrine: DOCTRINE = None,
    allow_code: ALLOW = False,
    as_json: JSON = False,
) -> None:
    """Say how probable it is, over all worlds that a scenario declares, that each place is still held by date.

    Places that never change hands are left out. The results folder also gets where.geojson: the ground around every
    place with these probabilities, in degrees (WGS 84).

    Example: westphalia where kursk/2025-03-article --draws 100
    """
    from functools import partial
    from pathlib import Path

    from sim.experiment.questions import places
    from sim.report.geojson import probabilities
    from sim.results.strict_json import json_text
    from sim.results.whole_files import write_whole
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant

    scenario = read_scenario(file, with_doctrines(file, overrides, doctrine, allow_code=allow_code))
    worlds = over_of(over, draws, replications, seed, talking=False)
    folder = out or results_of(file_meant(file).stem, scenario, worlds)
    runs = runs_in(file_meant(file).stem, scenario, worlds, folder, workers)
    held = places.places_held(runs, scenario)
    drawn = json_text(probabilities(held, scenario), ascii_only=False) + "\n"
    write_whole(folder / MAP, partial(Path.write_text, data=drawn, encoding="utf-8"))
    if as_json:
        found = {"scenario": str(file), "runs": len(runs.draw), "places": places.as_json(held, scenario.start)}
        typer.echo(json_text(found | {"falls": places.falls(held, scenario.start), "map": str(folder / MAP)}))
    else:
        from sim.cli.tables.where_table import print_places

        print_places(held, scenario, runs)
        echo(f"Map: {folder / MAP}")

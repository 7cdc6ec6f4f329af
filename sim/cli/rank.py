"""The command ``rank``: scenarios in order of leverage, under every bargaining rule, over the same worlds."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, permit
from sim.cli.printing import echo
from sim.cli.worlds import DRAWS, JSON, OUT, OVER, RUNS, SEED, SET, WORKERS, over_of, runs_in

SHIPPED = "kursk/2025-03-article"
"""What is ranked with all its variants where no file is named."""
FILES = Annotated[
    list[Path] | None, typer.Argument(metavar="[FILE...]", help=f"Scenarios; {SHIPPED} and its variants if not given.")
]


def rank(
    files: FILES = None,
    over: OVER = "declared",
    draws: DRAWS = 48,
    replications: RUNS = None,
    seed: SEED = 1,
    overrides: SET = None,
    workers: WORKERS = 0,
    out: OUT = None,
    allow_code: ALLOW = False,
    as_json: JSON = False,
) -> None:
    """Rank scenarios by the first side's leverage at the talks under all bargaining rules, world by world.

    Differences are from the scenario named first, over the same draws and luck. DIR/rank.svg shows them under every
    rule. Finished worlds are kept, and the same command goes on.

    Example: westphalia rank kursk/2025-03-article kursk/2025-03-reinforced kursk/2025-03-road-cut
    """
    from sim.cli.tables.rank_table import print_ranking
    from sim.experiment.worlds.ranking import ranking
    from sim.report.figures.ranking_figure import ranking_figure
    from sim.results.store import HOME
    from sim.results.strict_json import json_text
    from sim.results.whole_files import write_whole
    from sim.scenario.alike import require_alike
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.vocabulary import BadInput

    meant: dict[str, Path] = {}
    for file in files or variants():
        name = file_meant(file).stem
        if name in meant:
            raise BadInput(f"{meant[name]} and {file} have one name; give a copy of one of them another")
        meant[name] = file
    permit(allow_code=allow_code)
    scenarios = {name: read_scenario(file, overrides or []) for name, file in meant.items()}
    require_alike(scenarios)
    worlds = over_of(over, draws, replications, seed)
    first = next(iter(scenarios.values()))
    home = out or HOME / f"{next(iter(scenarios))}-{worlds.mark}-rank"
    one, other = first.sides
    found, agreement = ranking(
        list(scenarios),
        lambda name: runs_in(name, scenarios[name], worlds, home / name, workers),
        (one, other),
        first.start,
    )
    svg = ranking_figure(found, one)
    write_whole(home / "rank.svg", lambda draft: draft.write_text(svg, encoding="utf-8"))
    if as_json:
        summary = {"scenarios": {each.name: each.as_json() for each in found}, "agreement": agreement}
        typer.echo(json_text({**summary, "out": str(home), "figure": str(home / "rank.svg")}))
    else:
        print_ranking(found, agreement, one)
        echo(f"Figure: {home / 'rank.svg'}")


def variants() -> list[Path]:
    """Return the shipped scenario with all its variants, itself first."""
    from sim.scenario.files.shipped import home

    folder, name = SHIPPED.split("/")
    stem = name.rpartition("-")[0]
    others = sorted(path.stem for path in (home() / folder).glob(f"{stem}-*.yaml") if path.stem != name)
    return [Path(f"{folder}/{each}") for each in (name, *others)]

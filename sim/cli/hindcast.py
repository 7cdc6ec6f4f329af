"""The command ``hindcast``: score a scenario against observed daily area."""

from pathlib import Path
from typing import Annotated

import typer


def hindcast(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Scenario file.")],
    observed: Annotated[
        Path, typer.Argument(metavar="OBSERVED.csv", help="Table with a column `date` and areas, km2.")
    ],
    column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column of areas; needed where several columns have numbers.")
    ] = None,
    trend_days: Annotated[
        int, typer.Option(min=2, max=10_000, help="Days before the start that the linear trend goes by.")
    ] = 14,
    replications: Annotated[int, typer.Option(min=2, max=1_000_000, help="Runs, each under luck of its own.")] = 100,
    seed: Annotated[int, typer.Option(min=0, max=2**64 - 1, help="Seed of all luck.")] = 1,
    overrides: Annotated[
        list[str] | None, typer.Option("--set", metavar="a.b=1", help="Change a value; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also keep it as hindcast.json, for `report DIR`.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score the area that the first side holds of the contested region against what maps showed.

    CRPS is the fair continuous ranked probability score, in km2, less is better; skill is the share of it saved against
    two forecasts without a model: persistence, and the linear trend of the days before the start.

    Example: westphalia hindcast kursk/2024-09-salient kursk/observed-area-2024.csv
    --column mean_km2
    """
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.hindcast_table import tell
    from sim.cli.progress import shown
    from sim.results.findings import keep_finding
    from sim.results.strict_json import json_text
    from sim.scenario.reading import read_scenario
    from sim.validation.hindcast import forecast_area
    from sim.validation.hindcast import hindcast as scored
    from sim.validation.observed_area import observed_area

    areas = observed_area(observed, column)
    scenario = read_scenario(file, overrides or [])
    announce_compilation()
    forecast = forecast_area(scenario, seed=seed, replications=replications, workers=workers, watch=shown)
    told = {
        "scenario": str(file),
        "title": scenario.title,
        "side": next(iter(scenario.sides)),
        "observed": str(observed),
        "column": areas.name,
        "seed": seed,
        "replications": replications,
        "trend_days": trend_days,
        **scored(forecast, areas, trend_days),
    }
    if out:
        keep_finding(out, "hindcast", told)
    if as_json:
        typer.echo(json_text(told))
    else:
        tell(told)

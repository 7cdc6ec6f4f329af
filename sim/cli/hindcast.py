"""The command ``hindcast``: score a scenario against observed daily area."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from sim.cli.own_code import ALLOW, DOCTRINE, with_doctrines


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
    fit: Annotated[
        str | None, typer.Option(metavar="D1,D2", help="First and last day on which the decays are fitted.")
    ] = None,
    origins: Annotated[
        str | None, typer.Option(metavar="D1,D2,...", help="Also score from each of these days on.")
    ] = None,
    ahead: Annotated[int, typer.Option(min=1, max=1000, help="Days that are scored from each origin.")] = 30,
    places: Annotated[
        Path | None, typer.Option(metavar="PLACES.csv", help="Table with columns place, date and holder, scored too.")
    ] = None,
    over: Annotated[
        str, typer.Option(metavar="declared|none|CSV", help="Worlds: the declared values, their ranges, or an overlay.")
    ] = "none",
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="Draws, where there are ranges or an overlay.")] = 200,
    replications: Annotated[
        int | None, typer.Option(min=1, max=100_000, help="Runs under luck of their own (100); of each draw (1).")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, max=2**64 - 1, help="Seed of all luck.")] = 1,
    overrides: Annotated[
        list[str] | None, typer.Option("--set", metavar="a.b=1", help="Change a value; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also keep it as hindcast.json, for `report DIR`.")
    ] = None,
    doctrine: DOCTRINE = None,
    allow_code: ALLOW = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score the area that the first side holds of the contested region against what maps showed.

    CRPS is the fair continuous ranked probability score, in km2, less is better; skill is the share of it saved against
    forecasts without a model: persistence, the linear trend of the days before the start, and exponential decays with
    one parameter (the rate) and two (rate and level), fitted on the same days or on those of --fit. With --places,
    who holds which place is scored by date too; with --origins, the days from each on, from what was observed by then.

    Example: westphalia hindcast kursk/2024-09-salient kursk/observed-area-2024.csv
    --column mean_km2
    """
    from dataclasses import replace

    from sim.cli.first_compilation import announce_compilation
    from sim.cli.progress import shown
    from sim.cli.tables.hindcast_table import tell
    from sim.cli.worlds import over_of, runs_in
    from sim.results.findings import keep_finding
    from sim.results.strict_json import json_text
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.validation.hindcast import area_of_worlds, forecast_area, map_difference, rolling
    from sim.validation.hindcast import hindcast as scored
    from sim.validation.observed_area import observed_area, other_areas
    from sim.validation.place_scores import forecast_places, observed_holders, place_scores, places_of_holders
    from sim.validation.score import Hindcast

    areas = observed_area(observed, column)
    window, starts = _window(fit), _dates("--origins", origins)
    scenario = read_scenario(file, with_doctrines(file, overrides, doctrine, allow_code=allow_code))
    seen = observed_holders(places, scenario) if places else None
    announce_compilation()
    alone = over == "none"
    replications = replications or (100 if alone else 1)
    if alone:
        forecast = forecast_area(scenario, seed=seed, replications=replications, workers=workers, watch=shown)
    else:
        worlds = over_of(over, draws, replications, seed, talking=False)
        runs = runs_in(file_meant(file).stem, scenario, worlds, None, workers)
        forecast = area_of_worlds(runs, scenario)
    score = scored(forecast, areas, trend_days, window)
    found = Hindcast(
        scenario=str(file),
        title=scenario.title,
        side=next(iter(scenario.sides)),
        observed=str(observed),
        column=str(areas.name),
        seed=seed,
        over=over,
        draws=1 if alone else draws,
        replications=replications,
        trend_days=trend_days,
        score=score,
        map_sets={
            name: map_difference(areas, other, score.dates)
            for name, other in other_areas(observed, str(areas.name)).items()
        },
        ahead=ahead,
        origins=rolling(forecast, areas, trend_days, starts, ahead),
    )
    if seen is not None:
        held = (
            forecast_places(scenario, seed=seed, replications=replications)
            if alone
            else places_of_holders(scenario, runs.holders)
        )
        found = replace(found, places=place_scores(scenario, held, seen))
    if out:
        keep_finding(out, "hindcast", found.as_json())
    if as_json:
        typer.echo(json_text(found.as_json()))
    else:
        tell(found)


def _dates(option: str, written: str | None) -> list[date]:
    from sim.scenario.declaration import CALENDAR_DAY
    from sim.vocabulary import BadInput

    try:
        texts = [text.strip() for text in (written or "").split(",") if text.strip()]
        return [date.fromisoformat(text if CALENDAR_DAY.fullmatch(text) else "") for text in texts]
    except ValueError:
        raise BadInput(f'{option} "{written}": write dates like 2024-10-01, with commas between') from None


def _window(written: str | None) -> Any:  # noqa: ANN401 - two time stamps, of a library that is imported late
    import pandas as pd

    from sim.vocabulary import BadInput

    days = _dates("--fit", written)
    if written is not None and (len(days) != 2 or days[0] > days[1]):  # noqa: PLR2004 - the first and the last
        raise BadInput(f'--fit "{written}": write the first and the last day, 2024-09-01,2024-10-31')
    return (pd.Timestamp(days[0]), pd.Timestamp(days[1])) if days else None

"""The command ``timing``: leverage against the date and the length of a cut-off."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.own_code import ALLOW, permit

if TYPE_CHECKING:
    from sim.experiment.contrasts.timing import Cut
    from sim.scenario.scenario import Scenario


def timing(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Scenario file: the baseline.")],
    starts: Annotated[str | None, typer.Option(metavar="D1,D2,...", help="First days of the cut-off.")] = None,
    lengths: Annotated[str, typer.Option(metavar="0,7,14", help="Its lengths in days.")] = "0,7,14",
    support: Annotated[str | None, typer.Option(metavar="NAME", help="Supporter whose help stops.")] = None,
    of: Annotated[
        str, typer.Option(metavar="A,B", help="What of its help stops: intelligence, materiel, money.")
    ] = "intelligence,materiel,money",
    road: Annotated[str | None, typer.Option(metavar="A,B", help="Or: road that is closed, by its two ends.")] = None,
    formation: Annotated[
        str | None, typer.Option(metavar="NAME", help="Or: formation that is there then and at no other time.")
    ] = None,
    every_road: Annotated[
        bool, typer.Option("--every-road", help="Or: rank all roads of the first side by what their closure costs.")
    ] = False,
    least: Annotated[float, typer.Option(min=0, help="Least change of mean leverage that counts.")] = 0.001,
    replications: Annotated[
        int, typer.Option(min=2, max=100_000, help="Runs of each point, paired by their luck.")
    ] = 100,
    seed: Annotated[int, typer.Option(min=0, max=2**64 - 1, help="Seed of all luck.")] = 1,
    overrides: Annotated[
        list[str] | None, typer.Option("--set", metavar="a.b=1", help="Change a value; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also keep it as timing.json, for `report DIR`.")
    ] = None,
    allow_code: ALLOW = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find how leverage at the end depends on when a cut-off begins and how long it lasts.

    The tipping date is the first start from which on it no longer moves leverage: beyond noise (the 90 % interval of
    the mean paired difference), and by --least or more. Length 0
    is the baseline itself: for --formation, the scenario without it. Finished runs are kept in DIR/endings, and the
    same command goes on there.

    Example: westphalia timing kursk/2025-03-support-kept --support "United States"
    --starts 2025-03-01,2025-03-15,2025-04-01 --lengths 0,7,14
    """
    from dataclasses import replace

    from sim.cli.tables.timing_table import tell
    from sim.cli.worlds import endings_in
    from sim.experiment.contrasts.timing import timing as timed
    from sim.results.findings import keep_finding
    from sim.results.strict_json import json_text
    from sim.scenario.files.reading import read_scenario
    from sim.vocabulary import BadInput

    permit(allow_code=allow_code)
    if every_road:
        _rank_roads(file, overrides or [], seed, replications, workers, out, as_json=as_json)
        return
    if starts is None:
        raise BadInput("--starts is missing: name the first days of the cut-off, such as 2025-03-01,2025-03-15")
    days, numbers = [_date(text) for text in starts.split(",")], [_length(text) for text in lengths.split(",")]
    scenario = read_scenario(file, overrides or [])
    side, what, cut = _cut_off(scenario, support, of, road, formation)
    with endings_in(out, seed, replications, workers) as play:
        curve = timed(cut(days[0], 0), cut, side, days, numbers, least, play)
    found = replace(curve, scenario=str(file), title=scenario.title, cut_off=what, seed=seed, replications=replications)
    if out:
        keep_finding(out, "timing", found.as_json())
    if as_json:
        typer.echo(json_text(found.as_json()))
    else:
        tell(found)


def _rank_roads(
    file: Path, overrides: list[str], seed: int, replications: int, workers: int, out: Path | None, *, as_json: bool
) -> None:
    """Close every road of the first side in turn, and print them in order of what that costs."""
    from dataclasses import asdict

    from sim.cli.tables.timing_table import print_roads
    from sim.cli.worlds import endings_in
    from sim.experiment.contrasts.every_road import every_road, roads_of_first_side
    from sim.results.findings import ROADS, keep_finding
    from sim.results.strict_json import json_text
    from sim.scenario.files.reading import read_scenario

    scenario = read_scenario(file, overrides)
    with endings_in(out, seed, replications, workers) as play:
        roads = every_road(scenario, roads_of_first_side(scenario), play)
    asked = {"scenario": str(file), "title": scenario.title, "seed": seed, "replications": replications}
    found = {**asked, "roads": [asdict(road) for road in roads]}
    if out:
        keep_finding(out, ROADS, found)
    if as_json:
        typer.echo(json_text(found))
    else:
        print_roads(scenario.title, next(iter(scenario.sides)), replications, roads)


def _cut_off(
    scenario: "Scenario", support: str | None, of: str, road: str | None, formation: str | None
) -> tuple[str, str, "Cut"]:
    """Return the side that a cut-off concerns, what it is, and the scenario with it."""
    from functools import partial

    from sim.experiment.contrasts.cut_offs import LEVELS, formation_there, road_closed, support_stopped
    from sim.vocabulary import BadInput

    if sum(choice is not None for choice in (support, road, formation)) != 1:
        raise BadInput("name one of --support, --road and --formation")
    first = next(iter(scenario.sides))
    if support is not None:
        levels = of.split(",")
        if not set(levels) <= set(LEVELS):
            raise BadInput(f"--of {of}: choose from {', '.join(LEVELS)}, with commas between")
        cut: Cut = partial(support_stopped, scenario, support, levels)
        cut(scenario.start, 0)
        return scenario.supporters[support].side, f"{support} gives no {', '.join(levels)}", cut
    if road is not None:
        ends = road.split(",")
        return first, f"the road {' - '.join(ends)} is closed", partial(road_closed, scenario, ends)
    cut = partial(formation_there, scenario, str(formation))
    cut(scenario.start, 0)
    return scenario.order_of_battle.formations[str(formation)].side, f"{formation} is in the theatre", cut


def _date(text: str) -> date:
    from sim.vocabulary import BadInput

    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadInput(f'--starts: "{text}" is no date; write dates like 2025-03-05, with commas between') from None


def _length(text: str) -> int:
    from sim.vocabulary import BadInput

    if not text.strip().isdigit():
        raise BadInput(f'--lengths: "{text}" is no number of days; write whole numbers, with commas between')
    return int(text)

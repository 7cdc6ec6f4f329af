"""The command ``show``: a scenario before any run, on one screen and as a map."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.printing import echo

if TYPE_CHECKING:
    from sim.report.first_day import FirstDay, Standing

ENDS = 2
"""Places at either end of a long route that are told."""
ROUTES = 4
"""Routes of a side that are told, those of the most men first."""


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Scenario file, or the name of one that ships.")],
    picture: Annotated[
        Path | None, typer.Option("--map", metavar="SVG", help="Picture to write; results/NAME-map.svg if not given.")
    ] = None,
    overrides: Annotated[
        list[str] | None, typer.Option("--set", metavar="a.b=1", help="Change a value; may be repeated.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Look at a scenario before any run: ground, men, supplies and roads of the first day, and a map of them.

    Example: westphalia show kursk/2025-03-article
    """
    from functools import partial

    from sim.campaign.setup.deployment import deploy
    from sim.report.figures.first_day_map import first_day_map
    from sim.report.first_day import first_day
    from sim.results.store import HOME
    from sim.results.strict_json import json_text
    from sim.results.whole_files import write_whole
    from sim.scenario.files.reading import examine_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.vocabulary import BadInput

    examination = examine_scenario(file, overrides or [])
    if examination.scenario is None:
        raise BadInput(*(str(error) for error in examination.errors))
    deployment = deploy(examination.scenario)
    found = first_day(deployment)
    out = picture or HOME / f"{file_meant(file).stem}-map.svg"
    out.parent.mkdir(parents=True, exist_ok=True)
    write_whole(out, partial(Path.write_text, data=first_day_map(deployment), encoding="utf-8"))
    if as_json:
        typer.echo(json_text({"scenario": str(file), "map": str(out), **found.as_json()}))
        return
    scenario = examination.scenario
    echo(f"{scenario.title}: {scenario.days} days from {scenario.start}")
    tell(found)
    low = sum(fault.severity == "warning" for fault in examination.faults)
    echo(f"Assumed: {len(examination.assumed)} values; {low} warnings (westphalia check {file})")
    echo(f"Map: {out}")


def tell(found: "FirstDay") -> None:
    """Print a first day in lines that fit a screen."""
    echo(f"{found.region}: {found.km2:,.0f} km2, front {found.front_km:,.0f} km")
    for side in found.sides:
        later = f", {side.later:,.0f} later" if side.later else ""
        echo(f"\n{side.name}: {side.men:,.0f} men{later}, {side.men_a_km:,.0f} a km of front")
        echo(f"  holds {side.km2:,.0f} km2 of {found.region}, {side.places} places")
        echo(
            f"  needs {side.demand:,.0f} t/day; depots send {side.depots:,.0f}, trucks haul {side.trucks:,.0f},"
            f" roads bring {side.roads:,.0f}"
        )
        for line in route_lines(side):
            echo(f"  {line}")
    echo("")
    for name in found.astray:
        echo(f"On the enemy's ground: {name}")
    for part in found.apart:
        echo(f"Joined by no road: {', '.join(part)}")


def route_lines(side: "Standing") -> list[str]:
    """Return the routes of a side's supplies, those of the most men first."""
    none = "no road from a depot over own ground"
    ways = [f"{' - '.join(shortened(each.way))}, {each.km:,.0f} km" if each.way else none for each in side.routes]
    lines = [f"{each.men:,.0f} men in {each.place}: {way}" for each, way in zip(side.routes, ways, strict=True)][
        :ROUTES
    ]
    more = len(side.routes) - ROUTES
    return [*lines, f"... and {more} more places"] if more > 0 else lines


def shortened(way: tuple[str, ...]) -> tuple[str, ...]:
    """Return a way with its middle left out when it is long."""
    return way if len(way) <= ENDS * 2 else (*way[:ENDS], "...", *way[-ENDS:])

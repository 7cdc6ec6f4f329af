"""The command ``new``: a folder with a scenario of one's own that runs at once."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.printing import echo


def new(
    folder: Annotated[Path, typer.Argument(metavar="NAME", help="Folder to make, and name of the scenario.")],
    places: Annotated[
        Path | None, typer.Option(metavar="CSV|GEOJSON", help="Places: name, lat, lon, side, terrain, population ...")
    ] = None,
    roads: Annotated[
        Path | None, typer.Option(metavar="CSV|GEOJSON", help="Roads: from, to, class, km, crossing; or lines.")
    ] = None,
    region: Annotated[Path | None, typer.Option(metavar="GEOJSON", help="The contested region: polygons.")] = None,
    control: Annotated[
        Path | None, typer.Option(metavar="GEOJSON", help="Who holds what on the first day: polygons with a side.")
    ] = None,
    orbat: Annotated[
        Path | None, typer.Option(metavar="JSON", help="Order of battle: a scenario that ORBAT Mapper saved.")
    ] = None,
    osm: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Places, roads, bridges: an OpenStreetMap extract (.osm.pbf, .osm)."),
    ] = None,
    extends: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Scenario that all else is taken from; with --orbat.")
    ] = None,
    period: Annotated[str, typer.Option(metavar="1944|2025", help="Age of the weapons, for the laws.")] = "2025",
) -> None:
    """Make a folder with a scenario of your own that runs at once.

    Without files it is the teaching case, to be edited; with --places and --region it is your theatre, with two guessed
    formations a side. Columns may be separated by commas, semicolons or tabs; layers are as QGIS exports them. Without
    --roads, places are joined to their neighbours.

    With --orbat its units are the formations, each in the nearest place that its side holds; with --extends too, all
    else is that scenario's.

    Example: westphalia new my-case --places places.csv --region region.geojson
    """
    from sim.scenario.drafting.draft import write_draft
    from sim.scenario.drafting.sources import Sources
    from sim.scenario.files.reading import examine_scenario

    file, notes = write_draft(folder, period, Sources(places, roads, region, control, orbat, osm, extends))
    for what, lines in (("left out", notes.left_out), ("guessed", notes.guessed)):
        for line in lines:
            echo(f"{what}: {line}", err=True)
    faults = [fault for fault in examine_scenario(file).faults if fault.severity != "note"]
    for fault in faults:
        echo(f"{fault.severity} {fault}", err=True)
    echo(f"Written: {file}")
    echo(f"Next: westphalia show {file}; westphalia run {file}")
    if any(fault.severity == "error" for fault in faults):
        raise typer.Exit(2)

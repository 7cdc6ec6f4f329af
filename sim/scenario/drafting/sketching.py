"""Sketching: from the files that are given to a theatre, its map layers and its order of battle."""

import datetime as dt
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sim.scenario.drafting.drawn_areas import areas_in
from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.orbat_file import read_orbat
from sim.scenario.drafting.order_of_battle import Ground, formations, sides_matched
from sim.scenario.drafting.osm_extract import read_extract
from sim.scenario.drafting.osm_theatre import osm_theatre
from sim.scenario.drafting.records import Record, records_in
from sim.scenario.drafting.sketch import NAME, Sketch, controls_of, sketched, whole_area
from sim.scenario.drafting.sources import Sources
from sim.scenario.drafting.units_on_the_map import Body, bodies_in
from sim.scenario.drafting.unsaid import region_between, sides_by_control, sides_guessed
from sim.vocabulary import BadInput

REGION: Final = "region"
RIVERS: Final = "rivers.geojson"
ENDING: Final = ".geojson"
MOST_PLACES: Final = 1000
"""Places of a draft: each is joined to its neighbours."""
MOST_ROADS: Final = 10_000
ATTRIBUTION: Final = "OpenStreetMap contributors, Open Database License 1.0"


@dataclass
class Drawn:
    """A theatre in plain values, with what belongs to it."""

    sketch: Sketch
    regions: dict[str, str]
    """File of each region, by name."""
    layers: dict[str, str]
    """Text of each map file, by its name."""
    start: dt.date | None = None
    troops: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Formations that were declared."""
    source: str = ""
    """Where the map comes from."""


def drawn_from(sources: Sources) -> Drawn:
    """Return what the files of a theatre say.

    Raises:
        BadInput: one of them cannot be used.

    """
    notes = Notes()
    scenario = read_orbat(sources.orbat) if sources.orbat else None
    bodies = bodies_in(scenario, notes) if scenario else []
    areas = areas_in(sources.region) if sources.region else []
    control = areas_in(sources.control) if sources.control else []
    notes.guessed += [f"the end of {_rings(record)}" for record in (*areas, *control) if record.layer.unclosed]
    layers: dict[str, str] = {}
    if sources.osm:
        places, roads, areas = _from_osm(sources.osm, areas, control, bodies, layers, notes)
    else:
        places = records_in(sources.places, MOST_PLACES) if sources.places else []
        roads = records_in(sources.roads, MOST_ROADS) if sources.roads else []
        if sum(len(each.layer.lines) for each in roads) > MOST_ROADS:
            raise BadInput(f"{sources.roads}: it draws more than {MOST_ROADS:,} lines; export the larger roads alone")
    regions = _regions(areas, sources.region)
    sketch = sketched(places, roads, {name: whole_area(parts) for name, parts in regions.items()}, control, notes)
    used = {place["region"] for place in sketch.places.values() if "region" in place}
    notes.left_out += [f"the region {name}: no place lies in it" for name in regions if name not in used]
    regions = {name: parts for name, parts in regions.items() if name in used}
    files = {name: f"{REGION}{f'-{n}' if len(regions) > 1 else ''}{ENDING}" for n, name in enumerate(regions, start=1)}
    layers |= {files[name]: _layer_text(parts) for name, parts in regions.items()}
    found = Drawn(sketch, files, layers, source=ATTRIBUTION if sources.osm else "")
    if scenario and sources.orbat:
        found.start = scenario.start and scenario.start.date()
        found.troops = _troops(bodies, sketch, f"{sources.orbat.name} (ORBAT Mapper)")
    return found


def _from_osm(
    file: Path,
    areas: list[Record],
    control: list[Record],
    bodies: list[Body],
    layers: dict[str, str],
    notes: Notes,
) -> tuple[list[Record], list[Record], list[Record]]:
    """Return places, roads and region of an extract; its rivers become a layer."""
    theatre = osm_theatre(read_extract(file), file.name, whole_area(areas) if areas else None, notes)
    if not theatre.roads:
        raise BadInput(
            f"{file}: no road joins two cities, towns or villages there; take an extract of the whole theatre"
        )
    if theatre.rivers:
        layers[RIVERS] = json.dumps(theatre.rivers)
    if control:
        sides_by_control(theatre.places, controls_of(control))
    else:
        sides_guessed(theatre.places, [(each.lon, each.lat, each.side) for each in bodies], notes)
    return theatre.places, theatre.roads, areas or [region_between(theatre.places, notes)]


def _regions(areas: list[Record], file: Path | None) -> dict[str, list[Record]]:
    """Return the areas of each region: one region, unless several have names of their own."""
    names = [area.value(*NAME) for area in areas]
    if len(set(names)) == 1 or None in names:
        first = next(filter(None, names), None) or (file.stem if file else "Region")
        return {first: areas}
    regions: dict[str, list[Record]] = {}
    for name, area in zip(names, areas, strict=True):
        regions.setdefault(str(name), []).append(area)
    return regions


def _rings(record: Record) -> str:
    count = record.layer.unclosed
    return f"{count} ring{'s' if count > 1 else ''} of {record.where}, not closed there"


def _layer_text(parts: list[Record]) -> str:
    polygons = [rings for part in parts for rings in part.layer.polygons]
    return json.dumps({"type": "MultiPolygon", "coordinates": polygons})


def _troops(bodies: list[Body], sketch: Sketch, source: str) -> dict[str, dict[str, Any]]:
    sides = sides_matched((body.side for body in bodies), sketch.sides)
    ground = Ground({name: (place["lat"], place["lon"]) for name, place in sketch.places.items()}, sketch.holders)
    return formations(bodies, sides, ground, source, sketch.notes)

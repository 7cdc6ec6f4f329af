"""An export of everything: each file of it by name, what it holds in words, and its text."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sim.report.days import Session
from sim.report.exports.formation_days import formation_days
from sim.report.exports.kml import kml
from sim.report.exports.negmas import negmas_scenarios
from sim.report.exports.orbat_mapper import orbat_scenario
from sim.report.exports.troops_and_roads import held, roads, troops
from sim.report.frames import days_of
from sim.report.geojson import control, fronts
from sim.report.kept_map import frames_of
from sim.results.csv_package import csv_package
from sim.results.strict_json import json_text
from sim.scenario.files.plain_yaml import yaml_text


class Exported(NamedTuple):
    """A file of an export."""

    name: str
    """Its path within the folder."""
    holds: str
    text: str


def everything(session: Session, replication: int, findings: Mapping[str, Any]) -> Iterator[Exported]:
    """Yield the files of an export: tables of all runs, and one run on the map.

    Where ``findings`` tell how probable it is that places are held, there is a file of that too.
    """
    yield from _tables(session)
    yield from _on_the_map(session, replication)
    if "where" in findings:
        told = json_text(held(session, findings["where"]["first_side"]), ascii_only=False)
        yield Exported("held.geojson", "How probable it is, by morning, that the first side holds each place", told)
    for day, files in negmas_scenarios(session, replication):
        for name, content in files.items():
            what = f"The bargaining problem of {day} as a scenario of NegMAS: {name}"
            yield Exported(f"negmas/{day}/{name}.yml", what, yaml_text(content))
    yield Exported("manifest.json", "What was run, so that it can be run again", _json(session.manifest.as_json()))


def _tables(session: Session) -> Iterator[Exported]:
    tables = {
        "outcomes": ("A row a run: every measure on the last day, and the last talks", session.outcomes.reset_index()),
        "talks": ("A row a run and talks", session.talks),
        "days": ("A row a run and day: measures, and what moved them", days_of(session)),
    }
    for name, (what, frame) in tables.items():
        yield Exported(f"{name}.csv", what, frame.to_csv(index=False))
    manifest = session.manifest
    frames = {name: frame for name, (_, frame) in tables.items()}
    package = csv_package(manifest.name, manifest.title, manifest.sides, frames)
    yield Exported("datapackage.json", "What every column of the tables holds, and its unit", _json(package))


def _on_the_map(session: Session, replication: int) -> Iterator[Exported]:
    frames, days = frames_of(session, replication), formation_days(session, replication)
    lines = fronts(session, frames)
    run = f"of run {replication}"
    layers = {
        "fronts": (f"The front line of each day {run}", lines),
        "control": (f"Who holds each place, from when to when, {run}", control(session, frames)),
        "troops": (f"Formations by day {run}: place, men, morale, supplies, order", troops(days)),
        "roads": (f"Roads by day {run}: whole, damaged or cut, and the supplies moved on them", roads(session, frames)),
    }
    for name, (what, layer) in layers.items():
        yield Exported(f"{name}.geojson", what, json_text(layer, ascii_only=False))
    yield Exported("formations.csv", f"Formations by day {run}", days.to_csv(index=False))
    title = session.scenario.title
    yield Exported("campaign.kml", f"The map {run} with times, as KML", kml(title, session.scenario.sides, days, lines))
    orbat = _json(orbat_scenario(session, days, lines))
    yield Exported("orbat-mapper.json", f"The campaign {run} as a scenario of ORBAT Mapper", orbat)


def _json(content: object) -> str:
    return json_text(content, indent=1, ascii_only=False) + "\n"

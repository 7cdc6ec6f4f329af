"""GeoJSON: the front line by day, who held which ground from when to when, and how probable it is that each is held."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from sim.campaign.setup.cells import cells_of
from sim.experiment.questions.places import PlaceHeld, falls
from sim.report.days import Session
from sim.report.degrees import Degrees
from sim.report.front_line import borders_of, front_line
from sim.scenario.scenario import Scenario

Frames = Sequence[dict[str, Any]]


def fronts(session: Session, frames: Frames) -> dict[str, Any]:
    """Return a feature a day: the line between the sides on its evening, in degrees (WGS 84)."""
    borders, degrees = borders_of(session.deployment.cells), Degrees(session.scenario.theatre)
    features = [
        degrees.feature(
            front_line(borders, [int(holder) for holder in frame["holders"]]),
            {"date": frame["date"], "day": frame["day"] + 1},
        )
        for frame in frames[1:]
    ]
    return {"type": "FeatureCollection", "features": features}


def control(session: Session, frames: Frames) -> dict[str, Any]:
    """Return a feature for each place and spell in one hand: its cell, the holder, the first and the last day."""
    cells, sides = session.deployment.cells, list(session.scenario.sides)
    degrees = Degrees(session.scenario.theatre)
    features = []
    for n, (name, cell) in enumerate(zip(cells.names, cells.polygons, strict=True)):
        evenings = [(frame["holders"][n], frame["date"]) for frame in frames[1:]]
        for holder, spell in groupby(evenings, key=itemgetter(0)):
            dates = [date for _, date in spell]
            held = {"place": name, "holder": sides[int(holder)], "from": dates[0], "to": dates[-1]}
            features.append(degrees.feature(cell, held))
    return {"type": "FeatureCollection", "features": features}


def cells_in_degrees(session: Session) -> list[tuple[str, dict[str, Any]]]:
    """Return the ground around each place, as the geometry of a feature."""
    cells, degrees = session.deployment.cells, Degrees(session.scenario.theatre)
    pairs = zip(cells.names, cells.polygons, strict=True)
    return [(name, degrees.feature(cell, {})["geometry"]) for name, cell in pairs]


def lines_of(geometry: dict[str, Any] | None) -> list[Sequence[Any]]:
    """Return the lines of a geometry, each as its points; none of what has no line."""
    if geometry is None:
        return []
    if geometry["type"] == "LineString":
        return [geometry["coordinates"]] if geometry["coordinates"] else []
    return list(geometry["coordinates"]) if geometry["type"] == "MultiLineString" else []


def probabilities(places: Sequence[PlaceHeld], scenario: Scenario) -> dict[str, Any]:
    """Return a feature for every place: its ground, its first holder, and how probable it is that this side has it.

    ``falls`` is the share of runs in which it ever changes hands, with the dates of its first fall where it does;
    ``held 2025-03-01`` the share in which it is still held on the evening of that date.
    """
    degrees, cells = Degrees(scenario.theatre), cells_of(scenario.theatre)
    known, fallen = {place.name: place for place in places}, falls(list(places), scenario.start)
    holders = {name: place.side for name, place in scenario.theatre.places.items()}
    holders |= {name: side for side, names in scenario.held.items() for name in names}
    dates = [(scenario.start + timedelta(days=day)).isoformat() for day in range(scenario.days)]
    features = []
    for name, cell in zip(cells.names, cells.polygons, strict=True):
        place, fall = known.get(name), fallen.get(name, {})
        shares = place.probability[1:] if place else [1.0] * len(dates)
        about = {"place": name, "holder": holders[name], "falls": fall.get("probability", 0.0)}
        about |= {f"first fall, {part}": fall.get(part) for part in ("low", "median", "high")}
        about |= {f"held {date}": round(share, 4) for date, share in zip(dates, shares, strict=True)}
        features.append(degrees.feature(cell, about))
    return {"type": "FeatureCollection", "features": features}

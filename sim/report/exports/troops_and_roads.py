"""GeoJSON of troops, of roads with what moves on them, and of how probable it is that each place is held."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pandas as pd

from sim.report.days import Session
from sim.report.geojson import Frames, cells_in_degrees
from sim.report.map_days import CUT, DAMAGED, WHOLE

Features = dict[str, Any]
STATES = {WHOLE: "whole", DAMAGED: "damaged", CUT: "cut"}


def troops(days: pd.DataFrame) -> Features:
    """Return a point a formation and evening on which it is there: its men, morale, supplies and order."""
    told = ["formation", "side", "kind", "date", "day", "place", "men", "morale", "supply_days", "order", "pocket"]
    there = days[(days["status"] == "present") & (days["day"] > 0)]
    return _collection(
        _feature("Point", [row["lon"], row["lat"]], {name: row[name] for name in told})
        for row in there.to_dict("records")
    )


def roads(session: Session, frames: Frames) -> Features:
    """Return a line a road and evening: whether it is whole, damaged or cut, and the supplies moved on it, t."""
    theatre = session.scenario.theatre
    features = []
    for frame in frames[1:]:
        for n, (road, state) in enumerate(zip(theatre.roads, frame["roads"], strict=False)):
            ends = [theatre.places[road.start], theatre.places[road.end]]
            told = {"from": road.start, "to": road.end, "class": road.road_class, "km": road.km}
            today = {"date": frame["date"], "day": frame["day"] + 1, "state": STATES[int(state)]}
            moved = {"supplies_t": frame["flow"].get(n, 0)}
            features.append(_feature("LineString", [[end.lon, end.lat] for end in ends], told | today | moved))
    return _collection(features)


def held(session: Session, places: Mapping[str, Sequence[float]]) -> Features:
    """Return the ground of each place and how probable it is, by morning, that the first side holds it.

    ``places`` are the probabilities by place, the first of the first morning, as ``where.json`` keeps them. Who holds
    the places that it leaves out never changes.
    """
    scenario = session.scenario
    side = next(iter(scenario.sides))
    always = {name for name, place in scenario.theatre.places.items() if place.side == side} | set(
        scenario.held.get(side, [])
    )
    away = {name for other, names in scenario.held.items() if other != side for name in names}
    dates = [str(scenario.start + timedelta(days=day)) for day in range(scenario.days + 1)]
    features = []
    for name, geometry in cells_in_degrees(session):
        shares = places.get(name) or [float(name in always - away)] * len(dates)
        told = {date: round(share, 4) for date, share in zip(dates, shares, strict=False)}
        features.append({"type": "Feature", "geometry": geometry, "properties": {"place": name, "side": side, **told}})
    return {"type": "FeatureCollection", "features": features}


def _collection(features: Any) -> Features:  # noqa: ANN401 - any features
    return {"type": "FeatureCollection", "features": list(features)}


def _feature(kind: str, points: Sequence[Any], properties: Mapping[str, Any]) -> Features:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": list(points)}, "properties": dict(properties)}

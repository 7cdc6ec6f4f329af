"""ORBAT Mapper: one run as a scenario of that viewer, every formation with its daily place and its symbol.

Written in form 2.2.0 of its scenario files, which later releases read. Symbols are numbers of MIL-STD-2525D.
"""

import math
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from typing import Any

import pandas as pd

from sim.report.days import Session
from sim.report.geojson import lines_of
from sim.scenario.checks.roads import EARTH_RADIUS, distance
from sim.scenario.order_of_battle import FormationDeclared
from sim.scenario.scenario import Scenario

VERSION = "2.2.0"
IDENTITY = ("3", "6")
"""Standard identities: friend for the first side, hostile for the second."""
ENTITY = {"line": "121100", "special": "121700"}
"""Infantry, special forces."""
ECHELONS = ((200, "15"), (1000, "16"), (2000, "17"))
"""Fewer men than so many are drawn as a company, battalion, regiment; more as a brigade."""
BRIGADE = "18"
MORNING, EVENING = "T06:00:00Z", "T18:00:00Z"
GAP = 0.006
"""Degrees of latitude between the symbols of formations in one place, which would else hide each other."""
NEARER = 0.4
"""Share of the way to the next place within which all of them stay, so that it is plain where they are."""
TURN = math.pi * (3.0 - math.sqrt(5.0))
"""The golden angle, by which symbols wind around their place."""


def orbat_scenario(session: Session, days: pd.DataFrame, fronts: Mapping[str, Any]) -> dict[str, Any]:
    """Return a run as a scenario of ORBAT Mapper; ``days`` are formations by day, ``fronts`` the lines as GeoJSON."""
    scenario = session.scenario
    spots = _spots(days, _rooms(scenario))
    return {
        "type": "ORBAT-mapper",
        "id": _id(session.manifest.digest, session.manifest.fingerprint),
        "version": VERSION,
        "name": scenario.title,
        "description": "A run of a simulation under stated assumptions; no forecast, and no record of events.",
        "startTime": f"{scenario.start}{MORNING}",
        "timeZone": "UTC",
        "symbologyStandard": "2525",
        "sides": [
            {
                "id": _id("side", side),
                "name": side,
                "standardIdentity": IDENTITY[number],
                "groups": [
                    {
                        "id": _id("group", side),
                        "name": "Formations",
                        "subUnits": _units(number, scenario, days[days["side"] == side], spots),
                    }
                ],
            }
            for number, side in enumerate(scenario.sides)
        ],
        "events": [
            {
                "id": _id("event", str(number)),
                "title": event.kind.capitalize(),
                "description": event.note,
                "startTime": f"{event.date}{MORNING}",
            }
            for number, event in enumerate(scenario.events)
        ],
        "layers": [{"id": _id("layer", "front"), "name": "Front line", "features": list(_front(fronts))}],
        "mapLayers": [],
        "personnel": [{"name": "Men"}],
    }


def _units(
    number: int, scenario: Scenario, days: pd.DataFrame, spots: Mapping[tuple[int, str], list[float]]
) -> list[dict[str, Any]]:
    declared = scenario.order_of_battle.formations
    return [
        _unit(number, str(name), declared[str(name)], rows, spots)
        for name, rows in days.groupby("formation", sort=False)
    ]


def _unit(
    number: int,
    name: str,
    declared: FormationDeclared,
    rows: pd.DataFrame,
    spots: Mapping[tuple[int, str], list[float]],
) -> dict[str, Any]:
    """Return a formation with a state for each day on which it comes, moves, goes or has other men than the day before.

    On the first morning a formation that is not there yet has no location; on the morning of its day, even if that is
    after the last one played, it stands where it comes. A declared symbol is kept if it is in digits, as the viewer
    wants it.
    """
    symbol = declared.symbol or ""
    first, *evenings = rows.to_dict("records")
    men = float(rows["men"].max())
    states = []
    before = (_spot(first, spots), first["men"])
    last = first
    for row in evenings:
        now = (_spot(row, spots), row["men"])
        if now[0] and last["status"] == "awaited":
            states.append(_arrival(name, str(row["date"]), last))
        last = row
        if now != before:
            states.append(
                {
                    "id": _id("state", name, str(row["day"])),
                    "t": f"{row['date']}{EVENING}",
                    "location": now[0],
                    "update": {"personnel": [{"name": "Men", "onHand": round(row["men"])}]},
                }
            )
        before = now
    if last["status"] == "awaited" and declared.arrives:
        states.append(_arrival(name, str(declared.arrives), last))
    there = _spot(first, spots)
    return {
        "id": _id("unit", name),
        "name": name,
        "sidc": symbol if symbol.isdigit() else sidc(number, first["kind"], men),
        "subUnits": [],
        **({"location": there} if there else {}),
        "personnel": [{"name": "Men", "count": round(men), "onHand": round(first["men"])}],
        "state": states,
    }


def _arrival(name: str, date_of_it: str, row: Mapping[Any, Any]) -> dict[str, Any]:
    return {"id": _id("state", name, "arrives"), "t": date_of_it + MORNING, "location": [row["lon"], row["lat"]]}


def sidc(side: int, kind: str, men: float) -> str:
    """Return the twenty digits of a land unit's symbol, by side, kind and size."""
    echelon = next((code for most, code in ECHELONS if men < most), BRIGADE)
    return f"100{IDENTITY[side]}1000{echelon}{ENTITY[kind]}0000"


def _rooms(scenario: Scenario) -> dict[str, float]:
    """Return the distance of each place to the next, in degrees of latitude."""
    places = scenario.theatre.places
    return {
        name: min(distance(here.lat, here.lon, at.lat, at.lon) for other, at in places.items() if other != name)
        / math.radians(EARTH_RADIUS)
        for name, here in places.items()
    }


def _spots(days: pd.DataFrame, rooms: Mapping[str, float]) -> dict[tuple[int, str], list[float]]:
    """Return where each formation that is there is drawn, by day and name: around its place, in declared order."""
    found = {}
    there = days[days["status"] == "present"]
    for (_, place), rows in there.groupby(["day", "place"], sort=False):
        gap = min(GAP, NEARER * rooms[str(place)] / math.sqrt(len(rows)))
        for turn, row in enumerate(rows.to_dict("records")):
            reach, angle = gap * math.sqrt(turn), TURN * turn
            wider = math.cos(math.radians(row["lat"]))
            found[int(row["day"]), str(row["formation"])] = [
                round(row["lon"] + reach * math.sin(angle) / wider, 5),
                round(row["lat"] + reach * math.cos(angle), 5),
            ]
    return found


def _spot(row: Mapping[Any, Any], spots: Mapping[tuple[int, str], list[float]]) -> list[float] | None:
    return spots.get((int(row["day"]), str(row["formation"])))


def _front(fronts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    number = count()
    for feature in fronts["features"]:
        day = date.fromisoformat(feature["properties"]["date"])
        for line in lines_of(feature["geometry"]):
            yield {
                "type": "Feature",
                "id": _id("front", str(next(number))),
                "geometry": {"type": "LineString", "coordinates": line},
                "properties": {},
                "meta": {
                    "type": "LineString",
                    "name": f"Front on {day}",
                    "visibleFromT": f"{day}{MORNING}",
                    "visibleUntilT": f"{day + timedelta(days=1)}{MORNING}",
                },
                "style": {"stroke": "#222222", "stroke-width": 3},
            }


def _id(*parts: str) -> str:
    """Return an identifier that is the same whenever the same is exported."""
    return sha256("/".join(parts).encode()).hexdigest()[:21]

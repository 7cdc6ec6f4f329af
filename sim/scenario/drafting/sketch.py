"""A sketch: places, roads and control as tables and layers have them, before they become a scenario."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import Point, Polygon

from sim.scenario.checks.roads import distance
from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.records import Record
from sim.vocabulary import BadInput

NAME: Final = ("name", "place", "label")
SIDE: Final = ("side", "holder", "control", "owner")
KEPT: Final[dict[str, Callable[[float], float] | None]] = {
    "kind": None,
    "population": round,
    "terrain": None,
    "works": float,
    "symbol": float,
}
"""What a place may say beside its name, side and position, as scenarios write it: a number, or a text."""
CLASSES: Final = {
    **dict.fromkeys(("motorway", "trunk", "primary"), "primary"),
    **dict.fromkeys(("secondary", "tertiary"), "secondary"),
}
"""Classes of roads by those of OpenStreetMap; all others are local."""
YES: Final = {"yes", "true", "T", "1"}
NO: Final = {"no", "false", "F", "0"}
"""What layers say of a road that has, or has not, a bridge without a name."""
SNAP: Final = 5.0
"""Kilometres within which the end of a drawn road belongs to a place."""
SNAP_DEGREES: Final = SNAP / 110.0
"""At least as much of latitude."""
TWO: Final = 2
TURN: Final = 360.0
"""Degrees once around."""


@dataclass
class Sketch:
    """A theatre in plain values, as a scenario file writes them."""

    places: dict[str, dict[str, Any]]
    roads: list[dict[str, Any]]
    holders: dict[str, str]
    """Side that holds each place on the first day."""
    sides: list[str]
    """Both sides: first the one that holds, or may hold, foreign ground."""
    notes: Notes

    def apart(self, one: str, other: str) -> float:
        """Return the distance between two places, km."""
        here, there = self.places[one], self.places[other]
        return distance(here["lat"], here["lon"], there["lat"], there["lon"])

    def held_by(self, side: str) -> list[str]:
        """Return the places that a side holds, those nearest to the enemy first."""
        enemy = [place for place, holder in self.holders.items() if holder != side]
        mine = [place for place, holder in self.holders.items() if holder == side]
        return sorted(mine, key=lambda place: min((self.apart(place, other) for other in enemy), default=0.0))


def sketched(
    places: list[Record], roads: list[Record], regions: dict[str, shapely.Geometry], control: list[Record], notes: Notes
) -> Sketch:
    """Return what tables and layers say of a theatre with some regions, by name.

    Raises:
        BadInput: a place has no name, position or side, or there are not two sides.

    """
    controls = controls_of(control)
    found: dict[str, dict[str, Any]] = {}
    holders: dict[str, str] = {}
    for record in places:
        title, lat, lon = _position(record)
        if title in found:
            raise BadInput(f'{record.where}: a place "{title}" stands above; give each a name of its own')
        at = Point(lon, lat)
        holder = next((side for side, area in controls if area.covers(at)), None)
        side = record.value(*SIDE) or holder
        if side is None:
            raise BadInput(f'{record.where}: "{title}" has no side; add a column `side`, or give --control')
        inside = next(({"region": name} for name, area in regions.items() if area.covers(at)), {})
        found[title] = {"lat": lat, "lon": lon, "side": side, **inside, **_kept(record)}
        holders[title] = holder or side
    _check_inside(found, regions)
    sides = _sides(found, holders)
    ways = list(_declared(roads, found, notes)) or list(_gabriel(found))
    return Sketch(found, ways, holders, sides, notes)


def _check_inside(places: dict[str, dict[str, Any]], regions: dict[str, shapely.Geometry]) -> None:
    """Refuse regions without a place, and say so if latitude and longitude were exchanged."""
    if any("region" in place for place in places.values()):
        return
    turned = any(
        area.covers(Point(place["lat"], place["lon"])) for area in regions.values() for place in places.values()
    )
    why = "latitude and longitude are exchanged in one of the files" if turned else "draw it around some"
    raise BadInput(f"no place lies in the region {', '.join(regions)}; {why}")


def whole_area(region: list[Record]) -> shapely.Geometry:
    """Return the area that records draw together.

    Raises:
        BadInput: one of them draws none.

    """
    return shapely.union_all([_area(record) for record in region])


def controls_of(control: list[Record]) -> list[tuple[str, shapely.Geometry]]:
    """Return each area of control with the side that holds it.

    Raises:
        BadInput: a record has no area, or no side.

    """
    return [(_side(record), _area(record)) for record in control]


def _position(record: Record) -> tuple[str, float, float]:
    title = record.value(*NAME)
    if title is None or len(record.points) != 1:
        missing = "name" if title is None else "position: a latitude and a longitude"
        raise BadInput(f"{record.where}: the place has no {missing}; add columns name, lat and lon, or export points")
    ((lon, lat),) = record.points
    return title, round(lat, 5), round(lon - TURN * round(lon / TURN), 5)


def _kept(record: Record) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, read in KEPT.items():
        text = record.value(key)
        if text is not None:
            kept[key] = text if read is None else read(record.as_number(text, key))
    return kept


def _side(record: Record) -> str:
    side = record.value(*SIDE, *NAME)
    if side is None:
        raise BadInput(f"{record.where}: the area does not say who holds it; add a property `side`")
    return side


def _area(record: Record) -> shapely.Geometry:
    """Return the areas of a record, on either side of the date line that they cross."""
    if not record.layer.polygons:
        but = ", only lines" if record.layer.lines else ", only points" if record.layer.others else ""
        raise BadInput(f"{record.where}: there is no area in it{but}; export a layer of polygons")
    parts = [shapely.make_valid(Polygon(rings[0], rings[1:])) for rings in record.layer.polygons]
    return shapely.union_all([translate(part, turn) for part in parts for turn in (-TURN, 0.0, TURN)])


def _sides(places: dict[str, dict[str, Any]], holders: dict[str, str]) -> list[str]:
    sides = list(dict.fromkeys([*(place["side"] for place in places.values()), *holders.values()]))
    if len(sides) != TWO:
        raise BadInput(f"two sides are asked for, but there are {len(sides)}: {', '.join(sides)}; name two")
    abroad = [holders[name] for name, place in places.items() if holders[name] != place["side"]]
    owners = [place["side"] for place in places.values() if "region" in place]
    first = abroad[0] if abroad else next((side for side in sides if side not in owners), sides[0])
    return [first, next(side for side in sides if side != first)]


def _declared(roads: list[Record], places: dict[str, dict[str, Any]], notes: Notes) -> Iterator[dict[str, Any]]:
    """Yield roads: by the names of their ends, or as lines whose ends lie at places."""
    joined: set[frozenset[str]] = set()
    south = sorted(places, key=lambda name: places[name]["lat"])
    for record in roads:
        start, end = record.value("from", "start"), record.value("to", "end")
        lines = [] if start and end else list(filter(None, record.layer.lines))
        ends = [(_nearest(line[0], places, south), _nearest(line[-1], places, south)) for line in lines]
        drawn_ways = [(here, there, line) for (here, there), line in zip(ends, lines, strict=True)]
        ways = [(start, end, None)] if start and end else drawn_ways
        if not ways:
            raise BadInput(f"{record.where}: the road has no ends; add columns from and to, or export lines")
        for here, there, line in ways:
            pair = frozenset(filter(None, (here, there)))
            if len(pair) != TWO or pair in joined:
                why = "stands twice" if pair in joined else "does not lead from one place to another"
                notes.left_out.append(f"{record.where}: the road {why}")
                continue
            joined.add(pair)
            kind = (record.value("class", "highway", "fclass") or "").lower()
            drawn = sum(distance(a[1], a[0], b[1], b[0]) for a, b in pairwise(line)) if line else None
            km = record.number("km", "length_km") or (round(drawn, 1) if drawn else None)
            crossing = record.value("crossing", "bridge")
            crossing = None if crossing in NO else f"{here} - {there}" if crossing in YES else crossing
            road = {"from": here, "to": there, "km": km, "class": CLASSES.get(kind, "local"), "crossing": crossing}
            road |= {"ref": record.value("ref"), "river": record.value("river") in YES or None}
            yield {key: value for key, value in road.items() if value is not None}


def _nearest(point: tuple[float, float], places: dict[str, dict[str, Any]], south: list[str]) -> str | None:
    """Return the place to which the end of a road belongs; ``south`` names all places, the southernmost first."""
    lon, lat = point

    def latitude(name: str) -> float:
        return float(places[name]["lat"])

    first = bisect_left(south, lat - SNAP_DEGREES, key=latitude)
    last = bisect_right(south, lat + SNAP_DEGREES, key=latitude)
    away = {name: distance(lat, lon, places[name]["lat"], places[name]["lon"]) for name in south[first:last]}
    nearest = min(away, key=away.__getitem__, default=None)
    return nearest if nearest is not None and away[nearest] <= SNAP else None


def _gabriel(places: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a road between any two places with no third in the circle between them (Gabriel and Sokal 1969)."""
    names = list(places)
    away = np.array([[_apart(places[a], places[b]) for b in names] for a in names]) ** 2
    for first, a in enumerate(names):
        detours = away[first] + away
        detours[:, [first]] = np.inf
        np.fill_diagonal(detours, np.inf)
        joined = detours.min(axis=1) >= away[first]
        for second in range(first + 1, len(names)):
            if joined[second]:
                yield {"from": a, "to": names[second]}


def _apart(here: dict[str, Any], there: dict[str, Any]) -> float:
    return distance(here["lat"], here["lon"], there["lat"], there["lon"])

"""Geographic layers: what a GeoJSON file of any form that RFC 7946 (Butler and others 2016) allows draws on the map."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from sim.scenario.files.text_file import UnreadableError

Ring = list[tuple[float, float]]
"""Points of a line, or of the closed border of an area: longitude and latitude, degrees."""
DEEPEST: Final = 30
"""Collections and lists may lie this deep in one another."""
FEWEST: Final = 3
"""Points without which a ring encloses nothing."""
DEGREES: Final = ("CRS84", "4326")
"""How names of the reference system in degrees (WGS 84) end."""
DEPTH: Final = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""How many lists lie between a geometry and its points."""
SAVE: Final = "save the layer as GeoJSON in degrees (WGS 84, EPSG:4326)"


@dataclass
class Layer:
    """What a file draws, and what there is to say about it."""

    polygons: list[list[Ring]] = field(default_factory=list)
    """Areas: the first ring bounds, the later ones are cut out."""
    lines: list[Ring] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    """How many geometries are neither, by their type."""
    unclosed: int = 0
    """Rings that do not end where they begin."""


def read_layer(text: str) -> Layer:
    """Return what a GeoJSON text draws.

    Rings are closed and wind as RFC 7946 has it: the outer ones counterclockwise, holes clockwise.

    Raises:
        UnreadableError: the text is no GeoJSON, or its coordinates are no degrees.

    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        found = "it is nested too deeply" if isinstance(wrong, RecursionError) else str(wrong)
        raise UnreadableError(f"it is no GeoJSON: {found}", "export the layer as GeoJSON") from None
    layer = Layer()
    for kind, coordinates in geometries(document, 0):
        if kind in {"Polygon", "MultiPolygon"}:
            for rings in coordinates if kind == "MultiPolygon" else [coordinates]:
                _add_polygon(layer, rings)
        elif kind in {"LineString", "MultiLineString"}:
            layer.lines += [unwrapped(line) for line in (coordinates if kind == "MultiLineString" else [coordinates])]
        else:
            layer.others[kind] += 1
    return layer


def geometries(part: Any, depth: int) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - whatever a file holds
    """Yield the type and the points of every geometry in an object, however it is wrapped."""
    if part is None:
        return
    kind = part.get("type") if isinstance(part, dict) else None
    if not isinstance(kind, str) or depth > DEEPEST:
        raise UnreadableError('it is no GeoJSON: an object has no "type"', "export the layer as GeoJSON")
    _check_reference(part.get("crs"))
    if kind in {"FeatureCollection", "GeometryCollection"}:
        members = part.get("features" if kind == "FeatureCollection" else "geometries")
        if not isinstance(members, list):
            raise UnreadableError(f"it is no GeoJSON: the {kind} has no list of members", "export the layer anew")
        for member in members:
            yield from geometries(member, depth + 1)
    elif kind == "Feature":
        yield from geometries(part.get("geometry"), depth + 1)
    elif kind in DEPTH:
        yield kind, _points(part.get("coordinates"), DEPTH[kind], kind)
    else:
        raise UnreadableError(f'it is no GeoJSON: there is no type "{kind}"', "export the layer as GeoJSON")


def _points(given: object, depth: int, kind: str) -> Any:  # noqa: ANN401 - nested as deep as asked for
    if not isinstance(given, list):
        raise UnreadableError(f"it is no GeoJSON: the coordinates of a {kind} are no list", "export the layer anew")
    if depth:
        return [_points(each, depth - 1, kind) for each in given]
    numbers = [each for each in given[:2] if isinstance(each, int | float) and not isinstance(each, bool)]
    if len(numbers) < 2 or not all(math.isfinite(each) for each in numbers):  # noqa: PLR2004 - two make a position
        raise UnreadableError(f"a position of a {kind} is no pair of finite numbers", "export the layer anew")
    lon, lat = map(float, numbers)
    if abs(lat) > 90 or abs(lon) > 360:  # noqa: PLR2004 - degrees; beyond 180 a ring goes on over the date line
        why = "latitude stands first" if abs(lon) <= 90 and abs(lat) <= 180 else "these are no degrees"  # noqa: PLR2004
        raise UnreadableError(f"the position ({lon:g}, {lat:g}) is nowhere on earth: {why}", SAVE)
    return lon, lat


def _check_reference(system: object) -> None:
    """Refuse a layer that says it is in another reference system than that of degrees."""
    if system is None:
        return
    properties = system.get("properties") if isinstance(system, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not str(name).endswith(DEGREES):
        raise UnreadableError(f'its reference system (crs) is "{name}"', SAVE)


def _add_polygon(layer: Layer, rings: list[Ring]) -> None:
    closed: list[Ring] = []
    for ring in rings:
        if len(ring) < FEWEST:
            raise UnreadableError(f"a ring of {len(ring)} points encloses nothing", "draw it anew, or leave it out")
        if ring[0] != ring[-1]:
            layer.unclosed += 1
            ring.append(ring[0])
        is_hole, whole = bool(closed), unwrapped(ring)
        closed.append(whole[::-1] if is_counterclockwise(whole) == is_hole else whole)
    if closed:
        layer.polygons.append(closed)


def unwrapped(line: Ring) -> Ring:
    """Return a line that goes on over the date line, where it jumped from one end of the map to the other.

    Of two points the nearer way is meant. What goes around a pole cannot be unwrapped, and stays.
    """
    lons = [lon for lon, _ in line[:1]]
    for (_, _), (lon, _) in pairwise(line):
        lons.append(lon + 360.0 * round((lons[-1] - lon) / 360.0))
    if line and line[0] == line[-1] and lons[0] != lons[-1]:
        return line
    return [(lon, lat) for lon, (_, lat) in zip(lons, line, strict=True)]


def is_counterclockwise(ring: Ring) -> bool:
    """Return whether a ring has the area it encloses to its left."""
    return sum((after[0] - here[0]) * (after[1] + here[1] - 2 * ring[0][1]) for here, after in pairwise(ring)) < 0.0

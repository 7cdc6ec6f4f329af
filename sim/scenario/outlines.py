"""Outlines: polygons and rivers are read into the scenario, so that it is complete by itself."""

import json
from pathlib import Path

from sim.scenario.faults import Fault, fault_at
from sim.scenario.located import Located, Steps
from sim.scenario.shipped import file_named_in

LINES_OF = {"Polygon": 1, "MultiPolygon": 2, "LineString": 0, "MultiLineString": 1}
"""How many lists lie between a GeoJSON geometry and its lines."""


def with_outlines(tree: Located, faults: list[Fault]) -> Located:
    """Return the declarations with the lines of every GeoJSON file that the theatre names."""
    theatre = tree.members.get("theatre")
    if theatre is None:
        return tree
    parts = dict(theatre.members)
    if "rivers" in parts:
        parts["rivers"] = _outlined(parts["rivers"], ("theatre", "rivers"), faults)
    if "regions" in parts:
        regions = parts["regions"]
        inner = {
            name: _outlined(region, ("theatre", "regions", name), faults) for name, region in regions.members.items()
        }
        parts["regions"] = Located(inner, regions.mark)
    return Located({**tree.members, "theatre": Located(parts, theatre.mark)}, tree.mark)


def _outlined(part: Located, steps: Steps, faults: list[Fault]) -> Located:
    file = part.members.get("file")
    if file is None or not isinstance(file.value, str):
        return part
    path = file_named_in(Path(file.mark.file).parent, file.value)
    try:
        lines = _lines(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        remedy = "name a GeoJSON file relative to this scenario file"
        faults.append(fault_at(file.mark, (*steps, "file"), f"there is no file {path}", remedy))
        return _without_lines(part, file)
    except (ValueError, KeyError, TypeError) as wrong:
        message = f"{path} is no GeoJSON of polygons or lines ({wrong})"
        faults.append(fault_at(file.mark, (*steps, "file"), message, "export the layer as GeoJSON"))
        return _without_lines(part, file)
    outline = Located([_located(line, file) for line in lines], file.mark)
    return Located({**part.members, "outline": outline}, part.mark)


def _without_lines(part: Located, file: Located) -> Located:
    return Located({**part.members, "outline": Located([], file.mark)}, part.mark)


def _located(line: list[list[float]], file: Located) -> Located:
    points = [[Located(float(number), file.mark) for number in point[:2]] for point in line]
    return Located([Located(list(point), file.mark) for point in points], file.mark)


def _lines(document: dict[str, object]) -> list[list[list[float]]]:
    found: list[list[list[float]]] = []
    features = document.get("features", [{"geometry": document}])
    for feature in features:  # type: ignore[attr-defined]
        geometry = feature["geometry"]
        nested = [geometry["coordinates"]]
        for _ in range(LINES_OF[geometry["type"]]):
            nested = [inner for outer in nested for inner in outer]
        found += nested
    return found

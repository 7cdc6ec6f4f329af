"""Outlines: polygons and rivers are read into the scenario, so that it is complete by itself."""

from pathlib import Path
from typing import Final

from sim.scenario.files.faults import Fault, Severity, fault_at
from sim.scenario.files.geographic_layer import Layer, Ring, read_layer
from sim.scenario.files.located import Located, Steps
from sim.scenario.files.shipped import file_named_in
from sim.scenario.files.text_file import MEGABYTE, UnreadableError, read_text

LARGEST: Final = 16 * MEGABYTE
"""Bytes of a map file."""


def with_outlines(tree: Located, faults: list[Fault]) -> Located:
    """Return the declarations with the lines of every GeoJSON file that the theatre names."""
    theatre = tree.members.get("theatre")
    if theatre is None:
        return tree
    parts = dict(theatre.members)
    if "rivers" in parts:
        parts["rivers"] = _outlined(parts["rivers"], ("theatre", "rivers"), faults, is_area=False)
    if "regions" in parts:
        regions = parts["regions"]
        inner = {
            name: _outlined(region, ("theatre", "regions", name), faults, is_area=True)
            for name, region in regions.members.items()
        }
        parts["regions"] = Located(inner, regions.mark)
    return Located({**tree.members, "theatre": Located(parts, theatre.mark)}, tree.mark)


def _outlined(part: Located, steps: Steps, faults: list[Fault], *, is_area: bool) -> Located:
    """Return a part with the lines of the file it names: rings of areas, or lines of any kind."""
    file = part.members.get("file")
    if file is None or not isinstance(file.value, str):
        return part
    path = file_named_in(Path(file.mark.file).parent, file.value)
    lines: list[Ring] = []

    def tell(message: str, remedy: str, severity: Severity = "error") -> None:
        faults.append(fault_at(file.mark, (*steps, "file"), message, remedy, severity))

    try:
        layer = read_layer(read_text(path, "a GeoJSON file relative to this scenario file", LARGEST))
    except UnreadableError as wrong:
        named = str(path) in wrong.message
        tell(wrong.message if named else f"{path}: {wrong.message}", wrong.remedy)
    else:
        lines = [ring for rings in layer.polygons for ring in rings] + ([] if is_area else layer.lines)
        wanted = "polygons" if is_area else "lines or polygons"
        if not lines:
            tell(f"{path} holds no {wanted}{_but(layer)}", f"export the layer with the {wanted}")
        elif left_out := _left_out(layer, is_area=is_area):
            tell(f"{path} holds {left_out} too, which are left out", "nothing, if that is meant", "note")
        if layer.unclosed and is_area:
            tell(f"{layer.unclosed} rings of {path} are not closed", "end each where it begins", "warning")
    return Located({**part.members, "outline": Located(tuple(lines), file.mark)}, part.mark)


def _but(layer: Layer) -> str:
    there = _left_out(layer, is_area=True)
    return f", but {there}" if there else ""


def _left_out(layer: Layer, *, is_area: bool) -> str:
    counts = {"lines": len(layer.lines) if is_area else 0, **layer.others}
    return " and ".join(f"{number} {kind}" for kind, number in counts.items() if number)

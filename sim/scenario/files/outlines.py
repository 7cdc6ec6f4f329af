"""Outlines: polygons and rivers are read into the scenario, so that it is complete by itself."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from sim.scenario.files.faults import Fault, Severity, fault_at
from sim.scenario.files.geographic_layer import Layer, Ring, read_layer
from sim.scenario.files.located import Located, Steps
from sim.scenario.files.shipped import file_named_in
from sim.scenario.files.text_file import MEGABYTE, UnreadableError, read_text

LARGEST: Final = 16 * MEGABYTE
"""Bytes of a map file."""
MOST_POINTS: Final = 50_000
"""Points of all outlines of a theatre: the time that dividing its ground takes grows with their square."""


def with_outlines(tree: Located, faults: list[Fault]) -> Located:
    """Return the declarations with the lines of every GeoJSON file that the theatre names."""
    theatre = tree.members.get("theatre")
    if theatre is None:
        return tree
    regions = theatre.members.get("regions")
    named: dict[Steps, Located] = {("regions", name): part for name, part in regions.members.items()} if regions else {}
    if "rivers" in theatre.members:
        named["rivers",] = theatre.members["rivers"]
    drawn = {
        steps: _outlined(part, ("theatre", *steps), faults, is_area=len(steps) > 1) for steps, part in named.items()
    }
    if too_long := _too_long(drawn):
        faults.append(too_long)
        drawn = {steps: _with_lines(part, ()) if _points(part) else part for steps, part in drawn.items()}
    parts = dict(theatre.members)
    if "rivers" in parts:
        parts["rivers"] = drawn["rivers",]
    if regions:
        parts["regions"] = Located({name: drawn["regions", name] for name in regions.members}, regions.mark)
    return Located({**tree.members, "theatre": Located(parts, theatre.mark)}, tree.mark)


def _too_long(drawn: Mapping[Steps, Located]) -> Fault | None:
    """Return the fault of outlines that have too many points together, at the one that has most of them."""
    points = {steps: _points(part) for steps, part in drawn.items()}
    if sum(points.values()) <= MOST_POINTS:
        return None
    steps = max(points, key=lambda each: points[each])
    file = drawn[steps].members["file"]
    others = f", of {sum(points.values()):,} of all outlines" if len(points) > 1 else ""
    message = f"{file.value} draws {points[steps]:,} points{others}"
    remedy = f"simplify it in a map program, to ten metres say; all outlines together may have {MOST_POINTS:,}"
    return fault_at(file.mark, ("theatre", *steps, "file"), message, remedy)


def _points(part: Located) -> int:
    outline = part.members.get("outline")
    return sum(map(len, outline.value)) if outline and isinstance(outline.value, tuple) else 0  # type: ignore[arg-type]


def _with_lines(part: Located, lines: Sequence[Ring]) -> Located:
    """Return a part that names a file with the lines in it."""
    return Located({**part.members, "outline": Located(tuple(lines), part.members["file"].mark)}, part.mark)


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
    return _with_lines(part, lines)


def _but(layer: Layer) -> str:
    there = _left_out(layer, is_area=True)
    return f", but {there}" if there else ""


def _left_out(layer: Layer, *, is_area: bool) -> str:
    counts = {"lines": len(layer.lines) if is_area else 0, **layer.others}
    return " and ".join(f"{number} {kind}" for kind, number in counts.items() if number)

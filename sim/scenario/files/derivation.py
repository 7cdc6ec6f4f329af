"""Derivation: what follows from the rest of a scenario and need not be written.

The length of a road follows from the straight line and its class, the projection from the places, the whole of the
territory from the region, abbreviations from names.
"""

from collections.abc import Callable, Iterator
from itertools import starmap
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any, Final

from pyproj.exceptions import ProjError
from shapely import union_all

from sim.scenario.checks.roads import distance
from sim.scenario.files.defaults import part
from sim.scenario.files.located import Located, Steps, is_number, located, names_in
from sim.scenario.ground import enclosed, map_of

UNKNOWN: Final = 1.0
"""Length of a road between places that are not declared, km; they are the fault that is told."""
USUAL: Final = "local"
"""Class of a road that declares none."""
DECIMALS: Final = 1
"""Decimals of a derived length in km and area in km2."""

DERIVED: Final = (
    "contested",
    "theatre.name",
    "theatre.projection",
    "theatre.roads.-.km",
    "sides.SIDE.short",
    "talks.territory",
    "talks.whole",
)
"""What need not be declared, as the table of keys names it."""

Found = Iterator[tuple[Steps, object, str]]
"""Steps, value, and what it follows from."""
Rule = Callable[[Located], Found]
"""Finds what a scenario leaves out and can be derived."""


def derived(tree: Located, *rules: Rule) -> tuple[Located, dict[Steps, str]]:
    """Return a scenario's declarations with what follows from them, and by steps what it follows from."""
    found: dict[Steps, str] = {}
    for rule in rules:
        for steps, value, how in list(rule(tree)):
            tree = _placed(tree, steps, value)
            found[steps] = how
    return tree, found


def contested_region(tree: Located) -> Found:
    """Find which region is contested: the only one, or none where there is none."""
    regions = _at(tree, "theatre", "regions").members
    if "contested" not in tree.members and len(regions) == 1:
        yield ("contested",), next(iter(regions)), "the only region"
    elif "contested" not in tree.members and not regions:
        yield ("contested",), [], "there is no region"


def theatre_name(tree: Located) -> Found:
    """Find the name of the theatre: the title of the scenario."""
    if "theatre" in tree.members and "title" in tree.members and "name" not in tree.members["theatre"].members:
        yield ("theatre", "name"), tree.members["title"].value, "the title"


def abbreviations(tree: Located) -> Found:
    """Find the abbreviations of sides: their initials, or as many letters as tell them apart."""
    sides = _at(tree, "sides").members
    names = {name: "".join(word[0] for word in name.split()) if " " in name else name for name in sides}
    for name, whole in names.items():
        if isinstance(sides[name].value, dict) and "short" not in sides[name].members:
            others = [other for each, other in names.items() if each != name]
            lengths = range(len(whole) if " " in name else 1, len(whole) + 1)
            told_apart = (n for n in lengths if not any(other[:n].upper() == whole[:n].upper() for other in others))
            yield ("sides", name, "short"), whole[: next(told_apart, len(whole))].upper(), "its name"


def projection(tree: Located) -> Found:
    """Find a map projection: equal-area about the middle of the places (Lambert 1772)."""
    theatre = tree.members.get("theatre")
    if theatre is None or "projection" in theatre.members:
        return
    points = [point for place in _at(tree, "theatre", "places").members.values() if (point := _point(place))]
    if points:
        x, y, z = (sum(axis) for axis in zip(*starmap(_unit_vector, points), strict=True))
        lat, lon = degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))
        found = f"+proj=laea +lat_0={lat:.2f} +lon_0={lon:.2f} +units=m"
        yield ("theatre", "projection"), found, "equal-area about the middle of the places"


def road_lengths(tree: Located) -> Found:
    """Find the lengths of roads: the straight line, lengthened by the class of the road."""
    places = _at(tree, "theatre", "places").members
    roads = _at(tree, "theatre", "roads").value
    for position, road in enumerate(roads if isinstance(roads, list) else []):
        if not isinstance(road.value, dict) or "km" in road.members:
            continue
        ends = [_point(places[name]) for end in ("from", "to") if (name := str(_at(road, end).value)) in places]
        detour = part("detour").member(str(_at(road, "class").value or USUAL))
        if len(ends) == 2 and ends[0] and ends[1] and detour:  # noqa: PLR2004 - a road has two ends
            km = round(distance(*ends[0], *ends[1]) * _number(detour.members["value"]), DECIMALS)
        else:
            km = UNKNOWN
        yield ("theatre", "roads", position, "km"), max(km, 10**-DECIMALS), "the straight line and its class"


def territory(tree: Located) -> Found:
    """Find which issue the contested ground is: the one of its name, that of several regions after "A and B"."""
    name = " and ".join(names_in(tree.member("contested")))
    if "territory" not in _at(tree, "talks").members and name in _at(tree, "talks", "issues").members:
        yield ("talks", "territory"), name, "the issue that is named like the contested region"


def whole(tree: Located) -> Found:
    """Find what counts as all of the territory: the area of the contested regions."""
    if "whole" in _at(tree, "talks").members or "contested" not in tree.members:
        return
    names = names_in(tree.member("contested"))
    if not names:
        nothing = {"value": 1, "source": "derived: no ground is contested", "confidence": "high", "range": [1, 1]}
        yield ("talks", "whole"), nothing, "no ground is contested"
        return
    outlines = [found for name in names if (found := _at(tree, "theatre", "regions", name, "outline").plain)]
    if not outlines:
        return
    try:
        project = map_of(str(_at(tree, "theatre", "projection").value))
        area = union_all([enclosed(outline, project) for outline in outlines]).area  # type: ignore[arg-type]
    except (ProjError, ValueError):
        return
    source = "derived: area of the contested region"
    yield ("talks", "whole"), {"value": round(area, DECIMALS), "source": source}, "the area of the region"


def _at(tree: Located, *steps: str) -> Located:
    """Return what is declared at some steps, or nothing."""
    here, taken = tree.follow(steps)
    return here if taken == steps else Located(None, here.mark)


def _placed(tree: Located, steps: Steps, value: object) -> Located:
    if not steps:
        return located(value, tree.mark)
    inner = tree.member(steps[0]) or Located({}, tree.mark)
    new = _placed(inner, steps[1:], value)
    if isinstance(tree.value, list):
        parts = list(tree.value)
        parts[int(steps[0])] = new
        return Located(parts, tree.mark)
    return Located({**tree.members, str(steps[0]): new}, tree.mark)


def _point(place: Located) -> tuple[float, float] | None:
    """Return latitude and longitude of a place, or None when it has none."""
    lat, lon = _at(place, "lat"), _at(place, "lon")
    return (_number(lat), _number(lon)) if is_number(lat.value) and is_number(lon.value) else None


def _unit_vector(lat: float, lon: float) -> tuple[float, float, float]:
    north, east = radians(lat), radians(lon)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def _number(here: Located) -> float:
    value: Any = here.value
    return float(value)

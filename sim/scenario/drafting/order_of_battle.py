"""An order of battle: formations of a sketch from the units of a file of ORBAT Mapper."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sim.scenario.checks.roads import distance
from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.units_on_the_map import Body, counted
from sim.vocabulary import BadInput

NOMINAL: Final = {
    "team": 4,
    "squad": 9,
    "section": 20,
    "platoon": 35,
    "company": 130,
    "battalion": 600,
    "regiment": 1800,
    "brigade": 3000,
    "division": 10000,
    "corps": 30000,
    "army": 60000,
}
"""Men of a unit whose file tells none, by echelon: round numbers in the range of field manuals, nothing more."""
UNSAID: Final = "brigade"
"""Echelon of a unit that has none."""
REACH: Final = 50.0
"""Kilometres from every place of its side beyond which a unit is not in the theatre."""
SHORT: Final = 12
"""Letters of a short designation."""


@dataclass(frozen=True)
class Ground:
    """The places that units are put in."""

    positions: dict[str, tuple[float, float]]
    """Latitude and longitude of each place, degrees."""
    holders: dict[str, str]
    """Side that holds each place."""


def sides_matched(named: Iterable[str], sides: list[str]) -> dict[str, str]:
    """Return the side of the theatre that each side of a file is: that of its name, or the only one left.

    Raises:
        BadInput: it cannot be known which is which.

    """
    given = list(dict.fromkeys(named))
    if not given:
        raise BadInput("--orbat has no fighting unit on land that stands on its map; place some in ORBAT Mapper")
    known = {side.casefold(): side for side in sides}
    found = {name: known[name.casefold()] for name in given if name.casefold() in known}
    others = [name for name in given if name not in found]
    free = [side for side in sides if side not in found.values()]
    if found and len(others) == len(free) == 1:
        found[others[0]] = free[0]
    if not found:
        raise BadInput(
            f"the sides of --orbat are {' and '.join(given)}, those of the places {' and '.join(sides)};"
            " give both the same names"
        )
    return found


def formations(
    bodies: list[Body], sides: dict[str, str], ground: Ground, source: str, notes: Notes
) -> dict[str, dict[str, Any]]:
    """Return formations as a scenario writes them, each in the nearest place that its side holds."""
    found: dict[str, dict[str, Any]] = {}
    far: list[str] = []
    third: list[str] = []
    moved: list[str] = []
    for body in bodies:
        if body.side not in sides:
            third.append(body.name)
            continue
        side = sides[body.side]
        away = {name: distance(body.lat, body.lon, *at) for name, at in ground.positions.items()}
        nearest = min(away, key=away.__getitem__)
        own = [name for name in away if ground.holders[name] == side]
        place = min(own, key=away.__getitem__, default=None)
        if place is None or away[place] > REACH:
            far.append(body.name)
            continue
        if place != nearest:
            moved.append(f"{body.name} to {place}")
        found[body.name] = _declared(body, side, place, source)
    for names, why in (
        (far, f"more than {REACH:g} km from every place of their side"),
        (third, "of a side that is not of the theatre"),
    ):
        if names:
            notes.left_out.append(f"{counted(names, 'unit')} {why}")
    if moved:
        notes.guessed.append(f"where {counted(moved, 'unit')} stands, as the nearest place is the enemy's")
    return found


def _declared(body: Body, side: str, place: str, source: str) -> dict[str, Any]:
    echelon = body.symbol.echelon
    nominal = NOMINAL[echelon or UNSAID]
    why = f"{source}; men ASSUMED: nominal {echelon or f'{UNSAID}, its echelon is not said'}"
    said = {
        "side": side,
        "kind": body.symbol.kind if body.symbol.kind != "line" else None,
        "strength": round(body.men) if body.men >= 1.0 else nominal,
        "place": place,
        "arrives": body.arrives,
        "symbol": body.symbol.code or None,
        "echelon": echelon,
        "short": body.short if 0 < len(body.short) <= SHORT else None,
        "source": source if body.men >= 1.0 else why,
    }
    return {key: value for key, value in said.items() if value is not None}

"""Units on the map: which units of a file of ORBAT Mapper become formations, of how many men, where and when."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.orbat_file import OrbatFile, Side, State, Unit
from sim.scenario.drafting.symbol_codes import Symbol, symbol_read

PARTS: Final = ("team", "squad", "section", "platoon", "company")
"""Echelons that fight as parts of a unit above them, where that stands on the map."""
TOLD: Final = 3
"""Names that are told of those left out for one reason."""


@dataclass(frozen=True)
class Body:
    """A unit that stands, or will stand, on the map."""

    name: str
    side: str
    above: str
    """Name of the unit or side above it."""
    symbol: Symbol
    short: str
    men: float
    """0 where the file tells none."""
    lon: float
    lat: float
    arrives: dt.date | None
    """First day, if that is after the first of the file."""


def bodies_in(orbat: OrbatFile, notes: Notes) -> list[Body]:
    """Return the units of a file that become formations; what cannot, and why, is added to ``notes``.

    They are the lowest units on land that take part in battle and stand on the map, battalions or larger; smaller ones
    are parts of the unit above them, if that stands on the map. A unit above others is one more where it has men of its
    own.
    """
    start = orbat.start or min((state.t for side in orbat.sides for state in _states(side.all_units)), default=None)
    found: list[Body] = []
    nowhere: list[str] = []
    elsewhere: list[str] = []
    for side in orbat.sides:
        survey = _Survey(side, start)
        found += [body for unit in side.all_units for body in survey.standing(unit, side.name, within=False)]
        nowhere += survey.nowhere
        elsewhere += survey.elsewhere
    for names, why in (
        (nowhere, "on no map"),
        (elsewhere, "that hold no line: headquarters, supply, ships, aircraft, equipment"),
    ):
        if names:
            notes.left_out.append(f"{counted(names, 'unit')} {why}")
    return _named_apart(found)


def counted(names: list[str], what: str) -> str:
    """Return how many names there are, and the first of them."""
    more = ", ..." if len(names) > TOLD else ""
    return f"{len(names)} {what}{'s' if len(names) > 1 else ''} ({', '.join(names[:TOLD])}{more})"


def _states(units: list[Unit]) -> Iterator[State]:
    for unit in units:
        yield from unit.states
        yield from _states(unit.units)


@dataclass
class _Survey:
    """What is found of a side's units."""

    side: Side
    start: dt.datetime | None
    nowhere: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def standing(self, unit: Unit, above: str, *, within: bool) -> list[Body]:
        """Return the bodies of a unit and of those below it; ``within`` if one above stands on the map."""
        symbol = _on_its_side(symbol_read(unit.sidc), self.side)
        at = _first_place(unit, self.start)
        stands = at is not None and symbol.fights
        below = [body for each in unit.units for body in self.standing(each, unit.name, within=within or stands)]
        if at is None and not unit.units and not within:
            self.nowhere.append(unit.name)
        if at is not None and not symbol.fights:
            self.elsewhere.append(unit.name)
        if at is None or not symbol.fights:
            return below
        parts = all(body.symbol.echelon in PARTS for body in below)
        men = unit.men + (sum(body.men for body in below) if parts else 0.0) + sum(map(_men_unplaced, unit.units))
        if not parts and men == 0.0:
            return below
        (lon, lat), day = at
        body = Body(unit.name, self.side.name, above, symbol, unit.short, men, lon, lat, day)
        return [body] if parts else [body, *below]


def _men_unplaced(unit: Unit) -> float:
    """Return the men of a unit without a place on the map, with those of units below it that have none either."""
    if unit.location is not None or any(state.location is not None for state in unit.states):
        return 0.0
    return unit.men + sum(map(_men_unplaced, unit.units))


def _first_place(unit: Unit, start: dt.datetime | None) -> tuple[tuple[float, float], dt.date | None] | None:
    """Return where a unit stands on the first day, else where it first comes to stand, and when."""
    here = unit.location
    moves = sorted((state for state in unit.states if "location" in state.model_fields_set), key=lambda each: each.t)
    day = None
    for move in moves:
        if start is None or move.t <= start:
            here = move.location
        elif here is None and move.location is not None:
            here, day = move.location, _day_after(move.t, start)
    return None if here is None else ((here[0], here[1]), day)


def _day_after(when: dt.datetime, first: dt.datetime) -> dt.date | None:
    day = when.astimezone(first.tzinfo).date()
    return day if day > first.date() else None


def _on_its_side(symbol: Symbol, side: Side) -> Symbol:
    """Return a symbol in the frame of its side, which is told there and not with the unit."""
    told = side.identity if len(side.identity) == 1 and side.identity in "0123456" else ""
    if told and symbol.code[:1].isdigit():
        return symbol._replace(code=f"{symbol.code[:3]}{told}{symbol.code[4:]}")
    return symbol


def _named_apart(bodies: list[Body]) -> list[Body]:
    """Return bodies of which no two have one name: the later get that of the unit above, or a number."""
    taken: set[str] = set()
    found = []
    for body in bodies:
        choices = _names(body)
        name = next(each for each in choices if each not in taken)
        taken.add(name)
        found.append(replace(body, name=name))
    return found


def _names(body: Body) -> Iterator[str]:
    name = " ".join(body.name.split()) or "Unit"
    yield name
    yield f"{name}, {body.above}"
    number = 1
    while number := number + 1:
        yield f"{name}, {body.above} {number}"

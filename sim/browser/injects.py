"""Injects: what an umpire lets happen in a running campaign, declared as a scenario would declare it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sim.browser.own_doctrine import doctrines_asked
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

SOURCE = "inject of a seminar"
LONGEST_NAME = 80
"""Letters that the name of a formation may have."""


@dataclass(frozen=True)
class Inject:
    """An inject: what it is in words, and what it declares; a note declares nothing."""

    words: str
    date: date
    events: tuple[Mapping[str, object], ...] = ()
    formations: Mapping[str, Mapping[str, object]] | None = None
    """Formations that it sends, by name."""
    orders: tuple[Mapping[str, object], ...] = ()
    """Orders by hand that it gives."""
    by: str = ""
    """The side that it comes from; empty for the umpire."""

    @property
    def declares(self) -> bool:
        """Return whether it changes anything."""
        return bool(self.events or self.formations or self.orders)


def support(scenario: Scenario, day: date, supporter: str, *, given: bool) -> Inject:
    """Return the suspension of everything a supporter gives, or its return to the level of the first day."""
    power = scenario.supporters[supporter]
    levels = {kind: float(getattr(power, kind)) if given else 0.0 for kind in ("intelligence", "materiel", "money")}
    verb = "resumes" if given else "suspends"
    return Inject(
        f"{supporter} {verb} its support",
        day,
        (_event(day, "support", supporter=supporter, **levels),),
    )


def road(day: date, start: str, end: str, *, damage: float) -> Inject:
    """Return a road cut (damage 1) or repaired (damage 0)."""
    verb = "is cut" if damage else "is repaired"
    return Inject(
        f"The road {start} - {end} {verb}", day, (_event(day, "road", **{"from": start, "to": end}, damage=damage),)
    )


def reinforcements(day: date, side: str, name: str, men: int, place: str) -> Inject:
    """Return a formation that arrives on the day."""
    body = {
        "side": side,
        "kind": "line",
        "strength": men,
        "place": place,
        "arrives": day,
        "source": SOURCE,
        "confidence": "low",
    }
    return Inject(f"{side} sends {name}, {men:,} men, to {place}", day, formations={name: body})


def men_of(text: str) -> int:
    """Return the number of men that a person wrote.

    Raises:
        BadInput: it is no whole number above 0.

    """
    men = int(text) if text.strip().isdecimal() else 0
    if men < 1:
        raise BadInput(f'"{text}" is no number of men; write a whole number above 0')
    return men


def withdrawal(day: date, side: str) -> Inject:
    """Return the order to leave foreign ground: it is allowed, and no formation bears danger for it any longer."""
    return Inject(
        f"{side} orders withdrawal from foreign ground",
        day,
        (_event(day, "withdrawal", side=side, allowed=True, ordered=True),),
    )


def ceasefire(day: date) -> Inject:
    """Return a ceasefire of both sides."""
    return Inject("A ceasefire begins", day, (_event(day, "ceasefire", holds=True),))


def with_injects(file: Path, changes: Mapping[str, object], injects: Sequence[Inject]) -> dict[str, object]:
    """Return changes and injects together as overrides of a scenario file: what it declares comes first.

    Doctrines that the command line asked for are among them.

    Raises:
        BadInput: a formation is sent under no name, or under the name of another.

    """
    overrides = {**doctrines_asked(file), **changes}
    events = [event for inject in injects for event in inject.events]
    orders = [order for inject in injects for order in inject.orders]
    sent = [formation for inject in injects for formation in (inject.formations or {}).items()]
    if not (events or orders or sent):
        return overrides
    declared = read_scenario(file, overrides)
    refuse_taken_names([name for name, _ in sent], declared)
    if events:
        written = [each.model_dump(by_alias=True, exclude_none=True) for each in declared.events]
        overrides["events"] = [*written, *events]
    if orders:
        given = [each.model_dump(exclude_none=True) for each in declared.orders]
        overrides["orders"] = [*given, *orders]
    if sent:
        changed = overrides.get("order_of_battle.formations")
        bodies = {name: dict(body) for name, body in sent}
        overrides["order_of_battle.formations"] = {**(changed if isinstance(changed, Mapping) else {}), **bodies}
    return overrides


def refuse_taken_names(sent: Sequence[str], declared: Scenario) -> None:
    """Refuse to send a formation under a name that could not be told from another's.

    Raises:
        BadInput: a name is empty, too long, or that of a formation which the scenario or an earlier inject has.

    """
    taken = set(declared.order_of_battle.formations)
    for name in sent:
        if not name.strip():
            raise BadInput("the reinforcements have no name; write one that no other formation has")
        if len(name) > LONGEST_NAME:
            raise BadInput(f"the name {name[:20]}... has {len(name)} letters; write at most {LONGEST_NAME}")
        if name in taken:
            raise BadInput(f'there is a formation "{name}" already; give the reinforcements another name')
        taken.add(name)


def _event(day: date, kind: str, **about: object) -> Mapping[str, object]:
    return {"date": day, "kind": kind, **about, "source": SOURCE, "confidence": "low"}

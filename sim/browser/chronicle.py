"""The chronicle: what a scenario declares and what the umpire injects, in one list by date."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from sim.browser.course import Course
from sim.browser.injects import Inject
from sim.browser.orders import words_of_order
from sim.scenario.scenario import Scenario


class Entry(NamedTuple):
    """One event of the list."""

    day: int
    date: date
    text: str
    source: str
    """Who reported it and how sure that is; empty for an inject."""
    inject: Inject | None = None
    """The inject it is; none for what the scenario declares."""
    ended_by: str = ""
    """For an inject: the declared event that ends it, in words."""


def chronicle_of(course: Course) -> list[Entry]:
    """Return declared events, arrivals and departures, and injects, by date; of one date the declared come first.

    What is declared for the morning after the last day takes no effect, and is left out.
    """
    scenario = course.scenario
    declared = [
        _entry(scenario, event.date, words_of(event), event.source, event.confidence)
        for event in course.declared_events
    ]
    injected_orders = sum(len(inject.orders) for inject in course.declared.injects)
    declared += [
        _entry(scenario, order.date, words_of_order(order), order.source, order.confidence)
        for order in scenario.orders[: len(scenario.orders) - injected_orders]
    ]
    sent = {name for inject in course.declared.injects for name in (inject.formations or {})}
    for name, formation in scenario.order_of_battle.formations.items():
        about = formation.source, formation.confidence
        if formation.arrives is not None and formation.arrives > scenario.start and name not in sent:
            declared.append(_entry(scenario, formation.arrives, f"{name} arrives at {formation.place}", *about))
        if formation.leaves is not None:
            declared.append(_entry(scenario, formation.leaves, f"{name} is withdrawn from the theatre", *about))
    injected = [
        Entry(
            (inject.date - scenario.start).days,
            inject.date,
            inject.words,
            "",
            inject,
            ended_by(inject, course.declared_events),
        )
        for inject in course.declared.injects
    ]
    last = scenario.days
    played = [each for each in declared if 0 <= each.day < last]
    return sorted([*played, *(each for each in injected if 0 <= each.day <= last)], key=lambda each: each.date)


def marks_of(course: Course) -> list[dict[str, object]]:
    """Return a mark for each day with events on the line of days: its day, its events in words, and its style."""
    by_day: dict[int, list[Entry]] = {}
    for entry in chronicle_of(course):
        by_day.setdefault(entry.day, []).append(entry)
    return [
        {
            "day": day,
            "text": "\n".join([f"{entries[0].date}", *(each.text for each in entries)]),
            "style": "injected" if any(each.inject for each in entries) else "declared",
        }
        for day, entries in by_day.items()
    ]


def ended_by(inject: Inject, declared: list[Any]) -> str:
    """Return the first declared event that changes what an inject has set on a later day; empty if none does."""
    for event in sorted(declared, key=lambda each: each.date):
        if _lasts_beyond(event, inject.date) and any(_changes(event, set_by) for set_by in inject.events):
            return f"{event.date}: {words_of(event)}"
    return ""


def words_of(event: Any) -> str:  # noqa: ANN401 - a declared event of any kind
    """Return a declared event in a sentence."""
    return WORDS[event.kind](event) if event.kind in WORDS else str(event.kind)


def _support(event: Any) -> str:  # noqa: ANN401 - as above
    levels = [f"{kind} {getattr(event, kind):.0%}" for kind in SUPPORTS if getattr(event, kind) is not None]
    return f"{event.supporter} gives {', '.join(levels)} of its support"


def _road(event: Any) -> str:  # noqa: ANN401 - as above
    until = f" until {event.until}" if event.until else ""
    state = (
        "is repaired" if event.damage == 0 else "is cut" if event.damage >= 1 else f"is damaged ({event.damage:.0%})"
    )
    return f"The road {event.start} - {event.end} {state}{until}"


def _withdrawal(event: Any) -> str:  # noqa: ANN401 - as above
    verb = "is ordered to" if event.ordered else "may" if event.allowed else "may not"
    return f"{event.side} {verb} leave foreign ground"


SUPPORTS: Final = ("intelligence", "materiel", "money")
WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "support": _support,
    "road": _road,
    "mud": lambda event: f"Mud takes {event.level:.0%} of road speed and capacity",
    "withdrawal": _withdrawal,
    "ceasefire": lambda event: "A ceasefire begins" if event.holds else "The ceasefire ends",
    "trucks": lambda event: f"{event.side} {'gains' if event.change > 0 else 'loses'} {abs(event.change):g} trucks",
    "falls": lambda event: f"{event.place} goes to {event.side} by a ruling",
    "men": lambda event: f"{event.formation} {event.change:+,.0f} men by a ruling",
    "will": lambda event: f"The will of {event.side} changes by {event.change:+.0%}",
}
"""A sentence for each kind of declared event."""
ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    "support": ("supporter",),
    "withdrawal": ("side",),
    "ceasefire": (),
}
"""What two events of a kind must have in common to be about the same thing; roads are told by their ends."""
SET: Final[Mapping[str, tuple[str, ...]]] = {
    "support": SUPPORTS,
    "withdrawal": ("allowed", "ordered"),
    "ceasefire": ("holds",),
    "road": ("damage",),
}
"""What an event of a kind sets."""


def _changes(event: Any, injected: Mapping[str, object]) -> bool:  # noqa: ANN401 - as above
    if event.kind != injected["kind"] or event.kind not in SET:
        return False
    if event.kind == "road":
        same = {event.start, event.end} == {injected["from"], injected["to"]}
    else:
        same = all(getattr(event, name) == injected[name] for name in ABOUT[event.kind])
    values = [(getattr(event, name), injected.get(name)) for name in SET[event.kind]]
    return same and any(value is not None and value != was for value, was in values)


def _lasts_beyond(event: Any, day: date) -> bool:  # noqa: ANN401 - as above
    """Return whether an event sets its value on a later day than ``day``: damage to a road does so until it ends."""
    until = getattr(event, "until", None)
    return bool(event.date > day or (until is not None and until > day + timedelta(days=1)))


def _entry(scenario: Scenario, when: date, text: str, source: str, confidence: str) -> Entry:
    about = f"{source or 'no source given'} ({confidence} confidence)"
    return Entry((when - scenario.start).days, when, text, about)

"""The journal: what happened on each day of a played course - declared, injected, ordered, ruled, noted and fought."""

from datetime import date
from typing import Final, NamedTuple

from sim.browser.chronicle import chronicle_of
from sim.browser.course import Course
from sim.vocabulary import FREE, PRESENT

DECLARED, INJECT, ORDER, RULING, NOTE, GROUND, POCKET, TALKS = (
    "declared",
    "inject",
    "order",
    "ruling",
    "note",
    "ground",
    "pocket",
    "talks",
)
RULINGS: Final = ("falls", "men")
"""Kinds of event by which an umpire overrides a result."""


class Happened(NamedTuple):
    """One line of the journal."""

    day: int
    date: date
    kind: str
    text: str


def journal_of(course: Course, day: int) -> list[Happened]:
    """Return the journal up to the morning of a day."""
    lines = [
        Happened(entry.day, entry.date, _kind(entry.inject), entry.text)
        for entry in chronicle_of(course)
        if entry.day <= day
    ]
    for at in range(1, min(day, len(course.snapshots) - 1) + 1):
        lines += _fought(course, at)
    sides = list(course.scenario.sides.values())
    for due, talks in sorted(course.talks.items()):
        if due <= day:
            zone = "a zone of agreement" if talks.zone else "no zone of agreement"
            words = f"Talks: leverage of {sides[0].short} {talks.leverage:.3f}, {zone}"
            lines.append(Happened(due, course.date_of(due), TALKS, words))
    return sorted(lines, key=lambda line: line.day)


def _kind(inject: object) -> str:
    if inject is None:
        return DECLARED
    orders, events = getattr(inject, "orders", ()), getattr(inject, "events", ())
    if orders:
        return ORDER
    if any(event["kind"] in RULINGS for event in events):
        return RULING
    return INJECT if events or getattr(inject, "formations", None) else NOTE


def _fought(course: Course, day: int) -> list[Happened]:
    """Return what the day before this morning brought: places that changed hands, formations newly cut off."""
    before, now = course.snapshots[day - 1], course.snapshots[day]
    sides, names = list(course.scenario.sides), course.deployment.cells.names
    taken: dict[int, list[str]] = {}
    for name, was, holder in zip(names, before.places["holder"], now.places["holder"], strict=True):
        if was != holder:
            taken.setdefault(holder, []).append(name)
    when = course.date_of(day - 1)
    lines = [Happened(day - 1, when, GROUND, f"{sides[s]} takes {', '.join(found)}") for s, found in taken.items()]
    bodies = enumerate(course.scenario.order_of_battle.formations)
    was, is_now = before.formations["pocket"], now.formations["pocket"]
    there = now.formations["status"]
    cut = [name for n, name in bodies if there[n] == PRESENT and was[n] == FREE and is_now[n] != FREE]
    return [*lines, Happened(day - 1, when, POCKET, f"Cut off: {', '.join(cut)}")] if cut else lines

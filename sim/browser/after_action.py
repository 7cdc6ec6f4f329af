"""The after-action review: what was played, decided and led to, as Markdown."""

from itertools import groupby, pairwise

from sim.browser.course import Course
from sim.browser.journal import NOTE, ORDER, RULING, journal_of
from sim.vocabulary import MEASURES, SERIES, TOTAL

TOLD = ("area", "strength", "casualties", "captured", "encircled", "stock_days", "displaced")
"""Measures of the first and the last day that the review tells."""
POINTS, LEAST, WEEK = 3, 1.0, 7
"""Turning points told at most, the km2 from which a day is one, and the days before it in which decisions count."""


def after_action_review(course: Course, day: int) -> str:
    """Return the review of a course up to the morning of a day."""
    scenario, declared = course.scenario, course.declared
    handling = [f"**{scenario.handling}**", ""] if scenario.handling else []
    lines = [
        *handling,
        f"# After-action review: {scenario.title}",
        "",
        f"Played from {scenario.start} to the morning of {course.date_of(day)}.",
        f"{day} of {scenario.days} days, seed {declared.seed}.",
        "",
        "Every figure follows from what is declared below; none is a forecast. One course shows one luck:",
        "`westphalia run` gives bands.",
        "",
        *_figures(course, day),
        *_declared(course),
        *_by_date(course, day),
        *_turning_points(course, day),
        *handling,
    ]
    return "\n".join(lines).rstrip() + "\n"


def _figures(course: Course, day: int) -> list[str]:
    if day < 1:
        return []
    first, last = course.snapshots[1].measures, course.snapshots[day].measures
    sides = [side.short for side in course.scenario.sides.values()]
    dates = f"evening of {course.date_of(0)} | evening of {course.date_of(day - 1)}"
    lines = ["## What it led to", "", f"| measure | side | {dates} |", "|---|---|---|---|"]
    for measure in MEASURES:
        if measure.name in TOLD:
            for n, column in enumerate(measure.columns):
                at = SERIES.index(column)
                side = sides[n] if measure.by_side else "both"
                since = " so far" if measure.kind == TOTAL else ""
                lines.append(f"| {measure.heading}{since} | {side} | {first[at]:,.1f} | {last[at]:,.1f} |")
    return [*lines, ""]


def _declared(course: Course) -> list[str]:
    declared = course.declared
    lines = ["## What was declared", "", f"Scenario `{declared.file.name}`, seed {declared.seed}."]
    lines += [f"- `{path} = {value}`" for path, value in declared.changes.items()]
    counts = f"{len(declared.injects)} entries by hand, listed by date below."
    command = f"    westphalia run SAVED.yaml --over none --seed {declared.seed} --replications 1"
    return [*lines, "", counts, "Saved as a scenario, the game is replayed bit for bit by", "", command, ""]


def _by_date(course: Course, day: int) -> list[str]:
    lines = ["## By date", ""]
    for when, entries in groupby(journal_of(course, day), key=lambda line: line.date):
        lines += [f"**{when}**", "", *(f"- {entry.kind}: {entry.text}" for entry in entries), ""]
    return lines


def _turning_points(course: Course, day: int) -> list[str]:
    """Return the days on which most contested ground changed hands, with what was decided in the week before."""
    area = SERIES.index("area_0")
    held = [shot.measures[area] for shot in course.snapshots[1 : day + 1]]
    changes = [(now - was, at) for at, (was, now) in enumerate(pairwise(held), start=1)]
    greatest = sorted(changes, key=lambda each: -abs(each[0]))[:POINTS]
    found = [(change, at) for change, at in greatest if abs(change) >= LEAST]
    if not found:
        return []
    first = next(iter(course.scenario.sides.values())).short
    entries = journal_of(course, day)
    lines = ["## To discuss", ""]
    for change, at in sorted(found, key=lambda each: each[1]):
        decided = [e.text for e in entries if at - WEEK <= e.day <= at and e.kind in (ORDER, RULING, NOTE)]
        verb = "gained" if change > 0 else "lost"
        lines.append(f"- On {course.date_of(at)} {first} {verb} {abs(change):,.0f} km². In the week before:")
        lines += [f"  - {text}" for text in decided] or ["  - nothing was ordered by hand"]
    return [*lines, ""]

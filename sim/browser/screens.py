"""Screens: maps and board in the visitor's browser, to which each day is handed without redrawing the page."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import solara

from sim.browser.course import Course
from sim.browser.drawings.details import formation_details, place_details, road_details
from sim.browser.drawings.headline import headline_of
from sim.browser.drawings.layers import extra_layers, ghost_of, support_badges
from sim.browser.drawings.network_drawing import flows, network_drawing, road_states
from sim.browser.drawings.troops_drawing import troops_drawing
from sim.browser.pictured import Pictured
from sim.browser.why import talks_details

Shown = dict[str, Any]
"""What a screen shows of a day."""


@solara.component_vue("map.vue")
def map_screen(
    ground: dict[str, str],
    homes: list[int],
    frame: list[float],
    focus: list[float],
    title: str,
    names: list[tuple[str, str]],
    symbols: list[str],
    event_choose: Callable[[str], None],
    event_hovered: Callable[[str], None],
    event_drawn: Callable[[int], None],
    event_act: Callable[[str], None],
    event_layers: Callable[[list[str]], None],
    today: Shown | None = None,
    tip: str = "",
) -> None:
    """Draw a course over its ground; ``drawn`` comes back with the stamp of each day once it is on the screen.

    ``names`` are the places and formations that can be found, each with what opens it; ``symbols`` the codes that
    formations are drawn by. ``act`` comes back with what a button in details does, ``layers`` with those switched on.
    """


@solara.component_vue("board.vue")
def board_screen(
    legends: list[dict[str, str]],
    marks: list[dict[str, object]],
    event_step: Callable[[object], None],
    event_go: Callable[[int], None],
    event_play: Callable[[object], None],
    event_pause: Callable[[object], None],
    event_pace: Callable[[int], None],
    event_undo: Callable[[object], None],
    event_redo: Callable[[object], None],
    event_close: Callable[[object], None],
    event_why: Callable[[int], None],
    event_more: Callable[[object], None],
    event_project: Callable[[bool], None],
    today: Shown | None = None,
    charts: str = "",
) -> None:
    """Draw headline, playback bar, charts and legends; ``why`` comes back with the day of talks that was clicked."""


def on_map(course: Pictured, day: int, stamp: int, chosen: str, layers: Collection[str] = (), acts: str = "") -> Shown:
    """Return what a map shows of a course on the morning of a day, with details of what is chosen and what can be done.

    ``acts`` are the buttons under the details, as HTML.
    """
    day = min(day, len(course.snapshots) - 1)
    today = course.snapshots[day]
    before = course.snapshots[day - 1] if day else None
    return {
        "stamp": stamp,
        "holders": list(today.places["holder"]),
        "taken": [n for n, taken in enumerate(today.places["taken"]) if day and taken == day - 1],
        "roads": road_states(course.deployment, today),
        "flows": flows(today),
        "network": network_drawing(course.ground, course.deployment, today, before),
        "troops": troops_drawing(course.ground, course.deployment, today),
        "extra": extra_layers(course.ground, today, layers),
        "ghost": ghost_of(course.snapshots, day),
        "support": support_badges(course.scenario, today),
        "detail": f"{detail}{acts}" if (detail := details_of(course, day, chosen)) else "",
        "date": _date(course, day),
        "chosen": chosen,
        "at": position_of(course, day, chosen),
    }


def on_board(courses: Sequence[Course], day: int, pace: int, *, playing: bool) -> Shown:
    """Return what the board shows of the morning of a day."""
    return {
        "day": day,
        "last": max(course.days for course in courses),
        "playing": playing,
        "pace": pace,
        "date": _date(courses[0], day),
        "title": courses[0].scenario.title if len(courses) == 1 else f"Left: {courses[0].scenario.title}",
        "headline": headline_of(courses[0], min(day, len(courses[0].snapshots) - 1)),
    }


def names_of(course: Pictured) -> list[tuple[str, str]]:
    """Return every place and formation by name, each with what opens it."""
    places = [(name, f"place:{n}") for n, name in enumerate(course.deployment.cells.names)]
    whose, seen_by = course.deployment.tables["formations"]["side"].tolist(), course.snapshots[0].seen_by
    bodies = [
        (name, f"formation:{n}")
        for n, name in enumerate(course.scenario.order_of_battle.formations)
        if seen_by in (-1, whose[n])
    ]
    return sorted([*places, *bodies])


def position_of(course: Pictured, day: int, chosen: str) -> list[float] | None:
    """Return where ``place:3`` or ``formation:7`` is on the map, km; None for anything else."""
    kind, _, number = chosen.partition(":")
    if kind not in ("place", "formation") or not number.isdecimal():
        return None
    if int(number) >= len(course.deployment.tables[f"{kind}s"]):
        return None
    place = int(number) if kind == "place" else course.snapshots[day].formations["place"][int(number)]
    return [course.ground.x[place], course.ground.y[place]]


def _date(course: Pictured, day: int) -> str:
    return f"{course.date_of(day):%d %B %Y}".lstrip("0")


def details_of(course: Pictured, day: int, chosen: str) -> str:
    """Return details of ``place:3``, ``road:5``, ``formation:7`` or ``talks:12`` as HTML; nothing for anything else."""
    kind, _, number = chosen.partition(":")
    if kind == "talks" and number.isdecimal() and isinstance(course, Course):
        return talks_details(course, int(number))
    tables = {"place": place_details, "road": road_details, "formation": formation_details}
    if kind not in tables or not number.isdecimal() or int(number) >= len(course.deployment.tables[f"{kind}s"]):
        return ""
    return tables[kind](course.deployment, course.snapshots[day], int(number))

"""The form of orders: to a formation, to all in a place, to the plan of attack, or to those who strike."""

from collections.abc import Callable

import solara

from sim.browser.choice import choice
from sim.browser.course import Course
from sim.browser.injects import Inject
from sim.browser.orders import (
    ATTACK,
    DOCTRINE,
    HOLD,
    MAIN_AXIS,
    RESERVE,
    WITHDRAW,
    order_axis,
    order_formations,
    order_strikes,
)
from sim.vocabulary import PRESENT, TARGETS

KINDS = {
    "Hold": HOLD,
    "Attack": ATTACK,
    "Withdraw": WITHDRAW,
    "Go into reserve": RESERVE,
    "By the doctrine again": DOCTRINE,
}
"""Orders to formations."""
AIM, AIM_NO_MORE, STRIKE = "Aim the plan at a place", "Aim the plan there no more", "Send all sorties against"
REAR = "the rear, out of contact"
"""Where to withdraw, if no place is named."""
Made = Callable[[Course, int], Inject]


@solara.component
def OrderForm(  # noqa: N802 - Solara names components like classes
    course: Course, day: int, side: int, chosen: str, give: Callable[[Made], None]
) -> None:
    """Draw the form for a side; ``chosen`` on the map is chosen in the form, ``give`` gets what makes the order."""
    kind, set_kind = solara.use_state("Hold")
    who, set_who = solara.use_state("")
    place, set_place = solara.use_state("")
    target, set_target = solara.use_state("roads")
    bodies = receivers(course, day, side)
    on_map = _named(course, chosen, bodies)
    solara.use_effect(lambda: set_who(on_map) if on_map else None, [on_map])
    places = sorted(course.scenario.theatre.places)
    receiver = who if who in bodies else next(iter(bodies), "")
    choice(label="Order", values=[*KINDS, AIM, AIM_NO_MORE, STRIKE], value=kind, event_choose=set_kind)
    if kind in KINDS:
        choice(label="To", values=list(bodies), value=receiver, event_choose=set_who, search=True)
    if kind in ("Attack", "Go into reserve", AIM, AIM_NO_MORE, "Withdraw"):
        options = [REAR, *places] if kind == "Withdraw" else places
        goal = place if place in options else options[0]
        choice(label="Place", values=options, value=goal, event_choose=set_place, search=True)
    else:
        goal = ""
    if kind == STRIKE:
        choice(label="Against", values=[*TARGETS, "all"], value=target, event_choose=set_target)

    def made(course: Course, day: int) -> Inject:
        if kind == STRIKE:
            return order_strikes(course, day, side, target)
        if kind in (AIM, AIM_NO_MORE):
            return order_axis(course, day, side, goal, MAIN_AXIS if kind == AIM else 0.0)
        named = None if goal in ("", REAR) else goal
        return order_formations(course, day, side, KINDS[kind], bodies.get(receiver, []), named)

    solara.Button("Give the order", on_click=lambda: give(made), color="primary", block=True).key("give")


def receivers(course: Course, day: int, side: int) -> dict[str, list[int]]:
    """Return who can be ordered on a day: each formation of a side that is there, and all in a place, as rows."""
    shot = course.snapshots[min(day, len(course.snapshots) - 1)]
    whose, names = course.deployment.tables["formations"]["side"], course.deployment.cells.names
    found: dict[str, list[int]] = {}
    by_place: dict[str, list[int]] = {}
    for n, name in enumerate(course.scenario.order_of_battle.formations):
        if whose[n] == side and shot.formations["status"][n] == PRESENT:
            found[name] = [n]
            by_place.setdefault(names[shot.formations["place"][n]], []).append(n)
    return found | {f"All at {place}": rows for place, rows in sorted(by_place.items())}


def _named(course: Course, chosen: str, bodies: dict[str, list[int]]) -> str:
    """Return the receiver that was chosen on the map, if it is one."""
    kind, _, number = chosen.partition(":")
    if kind == "place" and number.isdecimal() and int(number) < len(course.deployment.cells.names):
        name = f"All at {course.deployment.cells.names[int(number)]}"
        return name if name in bodies else ""
    if kind == "formation" and number.isdecimal():
        return next((name for name, rows in bodies.items() if rows == [int(number)]), "")
    return ""

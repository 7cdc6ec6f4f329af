"""Acts: what a click on the map lets somebody do - on a road, in a place, to a formation."""

from collections.abc import Sequence
from html import escape

from sim.browser.course import Course
from sim.browser.injects import Inject, road
from sim.browser.orders import DOCTRINE, HOLD, WITHDRAW, order_formations
from sim.browser.reinforcement import free_name, reinforce
from sim.browser.rulings import place_falls
from sim.vocabulary import BadInput

SENT = 1000
"""Men of reinforcements that a click sends."""
ORDERS = {HOLD: "Hold here", WITHDRAW: "Withdraw", DOCTRINE: "By the doctrine"}
"""Orders to a formation that need no place."""
OTHERS = {
    "road": {"cut": "Cut this road", "repair": "Repair it"},
    "place": {"send": f"Send {SENT:,} men here", "falls": "Rule: it falls"},
}
"""What an umpire may let happen to a road or in a place."""


def buttons_of(what: str, *, umpire: bool) -> str:
    """Return as HTML what can be done with ``road:3``, ``place:3`` or ``formation:3``."""
    kind, _, number = what.partition(":")
    acts = ORDERS if kind == "formation" else OTHERS.get(kind, {}) if umpire else {}
    if not acts or not number.isdecimal():
        return ""
    buttons = "".join(f'<button data-do="{act}:{number}">{escape(words)}</button>' for act, words in acts.items())
    return f'<div class="acts">{buttons}</div>'


def act(course: Course, day: int, what: str, side: int | None = None) -> Inject:
    """Return what a click on ``cut:3``, ``send:7`` or ``hold:12`` declares for a day; orders of a ``side``, if given.

    Raises:
        BadInput: it cannot be done that day.

    """
    verb, _, number = what.partition(":")
    n = int(number) if number.isdecimal() else -1
    if verb in ("cut", "repair"):
        roads = course.scenario.theatre.roads
        if not 0 <= n < len(roads):
            raise BadInput("a link by air, sea or rail is hindered in the scenario, not by a click")
        return road(course.date_of(day), roads[n].start, roads[n].end, damage=float(verb == "cut"))
    if verb in ("send", "falls"):
        place, sides = course.deployment.cells.names[n], list(course.scenario.sides)
        holder = course.holder_of(day, place)
        if verb == "falls":
            return place_falls(course, day, place, sides[1 - sides.index(holder)])
        return reinforce(course, day, holder, free_name(course.scenario), SENT, place)
    if verb not in ORDERS:
        raise BadInput(f'"{what}" cannot be done')
    return order_formations(course, day, side_of(course, n) if side is None else side, verb, [n], None)


def side_of(course: Course, formation: int) -> int:
    """Return the side of a formation, by its row."""
    whose: Sequence[int] = course.deployment.tables["formations"]["side"].tolist()
    return whose[formation]

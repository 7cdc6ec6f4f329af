"""Orders by hand, as a person gives them: declared as a scenario declares them, and told in a sentence."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sim.browser.course import Course
from sim.browser.injects import SOURCE, Inject
from sim.vocabulary import PRESENT, BadInput

HOLD, ATTACK, WITHDRAW, RESERVE, DOCTRINE = "hold", "attack", "withdraw", "reserve", "doctrine"
AXIS, STRIKES = "axis", "strikes"
MAIN_AXIS: Final = 2.0
"""Weight of a place that a plan is told to aim at."""
VERBS: Final = {
    HOLD: "holds where it is",
    ATTACK: "attacks {place}",
    WITHDRAW: "withdraws to {place}",
    RESERVE: "goes to {place} in reserve",
    DOCTRINE: "goes by the doctrine again",
}
"""What a formation does that is ordered so."""
REARWARD: Final = "withdraws from the front"


def order_formations(course: Course, day: int, side: int, kind: str, rows: Sequence[int], place: str | None) -> Inject:
    """Return the order of a side to some of its formations, given by their rows, on the morning of a day.

    Raises:
        BadInput: none of them is there, or the enemy holds the place that they are to go to.

    """
    names, snapshot = list(course.scenario.order_of_battle.formations), course.snapshots[day]
    whose = course.deployment.tables["formations"]["side"]
    there = [n for n in rows if whose[n] == side and snapshot.formations["status"][n] == PRESENT]
    name = list(course.scenario.sides)[side]
    if not there:
        raise BadInput(f"no such formation of {name} is there on {course.date_of(day)}; choose one that is")
    if kind == ATTACK and place is None:
        raise BadInput("an attack needs a place; choose one")
    holder = name if place is None else course.holder_of(day, place)
    if kind in (WITHDRAW, RESERVE) and holder != name:
        raise BadInput(f"{holder} holds {place} on {course.date_of(day)}; choose a place of {name}")
    about = {"place": place} if place is not None and kind in (ATTACK, WITHDRAW, RESERVE) else {}
    when = course.date_of(day)
    given = tuple(_order(when, kind, formation=names[n], **about) for n in there)
    who = names[there[0]] if len(there) == 1 else f"{len(there)} formations ({', '.join(names[n] for n in there)})"
    verb = REARWARD if kind == WITHDRAW and place is None else VERBS[kind].format(place=place)
    return Inject(f"{name}: {who} {verb}", when, orders=given, by=name)


def order_axis(course: Course, day: int, side: int, place: str, weight: float) -> Inject:
    """Return the order of a side that its plan aims at a place, or no more (weight 0)."""
    name, when = list(course.scenario.sides)[side], course.date_of(day)
    words = f"{name}: the plan aims at {place}" if weight > 0 else f"{name}: the plan aims at {place} no more"
    return Inject(words, when, orders=(_order(when, AXIS, side=name, place=place, weight=weight),), by=name)


def order_strikes(course: Course, day: int, side: int, against: str) -> Inject:
    """Return the order of a side that all sorties go against one kind of target, or as declared (all)."""
    name, when = list(course.scenario.sides)[side], course.date_of(day)
    words = f"{name}: sorties are spread as declared" if against == "all" else f"{name}: all sorties against {against}"
    return Inject(words, when, orders=(_order(when, STRIKES, side=name, against=against),), by=name)


def words_of_order(order: Any) -> str:  # noqa: ANN401 - a declared order of any kind
    """Return a declared order in a sentence."""
    if order.kind == AXIS:
        return f"{order.side}: the plan aims at {order.place}{'' if order.weight > 0 else ' no more'}"
    if order.kind == STRIKES:
        return f"{order.side}: sorties against {order.against}"
    place = getattr(order, "place", None)
    verb = REARWARD if order.kind == WITHDRAW and place is None else VERBS[order.kind].format(place=place)
    return f"{order.formation} {verb}"


def _order(day: date, kind: str, **about: object) -> Mapping[str, object]:
    return {"date": day, "kind": kind, **about, "source": SOURCE, "confidence": "low"}

"""Reserves: where a side's front calls for troops, and how the call carries into the rear."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from sim.world.constants import Constants

from .sectors import believed_opposite

if TYPE_CHECKING:
    from .headquarters import Headquarters
    from .theatre import Border, Place


def relief_at(laws: Constants, place: Place, men: float) -> float:
    """Return how loud a place calls when so many more men are planned there; behind the front they relieve nothing."""
    if place["fronts"] == 0:
        return float(place["need"])
    relieved = place["covered"] + (place["planned"] + men) / (2.0 * laws.reach)
    return float(place["need"] * place["covered"] / max(1.0, laws.screen, relieved))


def call_for_troops(side: Headquarters) -> None:
    """Raise the call at the front and carry it back over own ground, the loudest call first."""
    laws, theatre = side.model.laws, side.model.theatre
    for place in theatre.places:
        if place["holder"] == side.side:
            place["planned"], place["need"] = 0.0, 0.0
    calls: list[tuple[float, str]] = []
    for place, borders in theatre.front_places():
        if place["holder"] == side.side:
            place["need"] = demand(side, place, borders)
            calls.append((-place["need"], place["name"]))
    heapq.heapify(calls)
    while calls:
        loudness, name = heapq.heappop(calls)
        if -loudness < theatre.place(name)["need"]:
            continue
        for beyond, way in theatre.own[name].items():
            place = theatre.place(beyond)
            heard = -loudness / (1.0 + way["km"] / laws.call_reach)
            if heard > place["need"]:
                place["need"] = heard
                heapq.heappush(calls, (-heard, beyond))


def demand(side: Headquarters, place: Place, borders: list[Border]) -> float:
    """Return the call for troops of a front place, in enemies who face one man."""
    laws = side.model.laws
    facing = laws.alarm * place["alarm"]
    facing += sum(weight(side, border) * believed_opposite(side.model, border) for border in borders)
    men = sum(border["men"] + laws.screen * border["front"] for border in borders)
    plan = max(0.0, *(border["beyond"]["axis"][side.side] for border in borders))
    return float(facing * (1.0 + place["worth"] + laws.concentration * plan) / max(1.0, men))


def weight(side: Headquarters, border: Border) -> float:
    """Return the weight of a border in the call: it idles where neither side will cross it."""
    will_attack = side.assaults > 0.0 and side.may_take(border["beyond"])
    return 1.0 if will_attack or side.enemy.may_come(border["here"]) else side.model.laws.idle

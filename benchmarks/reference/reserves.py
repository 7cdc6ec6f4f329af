"""Reserves: where a side's front calls for troops, and how the call carries into the rear."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Any

from sim.world.constants import Constants

if TYPE_CHECKING:
    from .headquarters import Headquarters

Place = dict[str, Any]


def garrison(laws: Constants, men: float) -> float:
    """Return the men who hold a place, troops and screen."""
    return max(1.0, men + laws.screen)


def relief_at(laws: Constants, place: Place, men: float) -> float:
    """Return how loud a place calls when so many more men are planned there; behind the front they relieve nothing."""
    if place["fronts"] == 0:
        return float(place["need"])
    return float(place["need"] * garrison(laws, place["men"]) / garrison(laws, max(0.0, place["planned"] + men)))


def call_for_troops(side: Headquarters) -> None:
    """Raise the call at the front and carry it back over own ground, the loudest call first."""
    laws, borders = side.model.laws, side.model.theatre.borders
    calls: list[tuple[float, str]] = []
    for name, place in borders.nodes(data=True):
        if place["holder"] == side.side:
            place["planned"], place["need"] = place["men"], 0.0
            if place["fronts"] > 0:
                place["need"] = demand(side, name, place)
                calls.append((-place["need"], name))
    heapq.heapify(calls)
    while calls:
        loudness, name = heapq.heappop(calls)
        if -loudness < borders.nodes[name]["need"]:
            continue
        for beyond, border in borders[name].items():
            place = borders.nodes[beyond]
            heard = -loudness / (1.0 + border["km"] / laws.call_reach)
            if place["holder"] == side.side and heard > place["need"]:
                place["need"] = heard
                heapq.heappush(calls, (-heard, beyond))


def demand(side: Headquarters, name: str, place: Place) -> float:
    """Return the call for troops of a front place, in enemies who face one man."""
    laws = side.model.laws
    enemies = [beyond for beyond in side.model.theatre.around(name) if beyond["holder"] != side.side]
    facing = laws.screen + laws.alarm * place["alarm"]
    facing += sum(beyond["picture"] / beyond["fronts"] for beyond in enemies)
    plan = max(beyond["axis"][side.side] for beyond in enemies)
    matters = 1.0 + place["symbol"] + laws.concentration * max(0.0, plan)
    return float(facing * matters / garrison(laws, place["men"]))

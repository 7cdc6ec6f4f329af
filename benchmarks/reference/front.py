"""The front: who borders whom and how long it is, how far hostile ground is, and which ground leads to the rear."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import networkx as nx

from sim.vocabulary import FAR

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .theatre import Border, Place, Theatre

ENEMY = "the enemy"

BY_MEN = ("men", "power", "dug_in", "enveloped", "believed")
BY_ATTACK = ("push", "pushers", "loss_attacking", "loss_holding", "won")
NO_ONE = dict.fromkeys(BY_MEN + BY_ATTACK, 0.0)
"""What is true of a border where nobody stands: it is reckoned anew whenever men line up."""


def survey(model: ReferenceCampaign) -> None:
    """Measure the front anew, if any place changed hands since."""
    theatre = model.theatre
    if not theatre.moved:
        return
    theatre.moved = False
    draw_front(theatre)
    straighten_front(theatre)
    measure_ways(theatre)
    for road in theatre.all_roads:
        start, end = (theatre.place(name) for name in road["ends"])
        is_open = start["holder"] == end["holder"] and road["owner"] in {-1, start["holder"]}
        road["holder"] = start["holder"] if is_open else -1
        distances = start["hostile"], end["hostile"]
        road["hostile"] = FAR if max(distances) >= FAR else 0.5 * sum(distances)
        road["watched"] = math.exp(-road["hostile"] / model.laws.drone_reach)
    model.reaches.clear()


def draw_front(theatre: Theatre) -> None:
    """Part the borders of enemies, each as seen from both sides, from those over own ground."""
    theatre.front, theatre.own = nx.DiGraph(), nx.Graph()
    theatre.front.add_nodes_from(theatre.borders)
    theatre.own.add_nodes_from(theatre.borders)
    for a in theatre.borders:
        for b, way in theatre.borders[a].items():
            if theatre.divides(a, b):
                theatre.front.add_edge(a, b, **border_of(theatre, a, b, way))
            else:
                theatre.own.add_edge(a, b, km=way["km"])
    for a, b, border in theatre.front.edges(data=True):
        border["opposite"] = theatre.front.edges[b, a]
    for place in theatre.places:
        place["fronts"] = theatre.front.out_degree(place["name"])


def border_of(theatre: Theatre, a: str, b: str, way: dict[str, Any]) -> Border:
    """Return a border as seen from a: where it leads, how long it is and where it faces."""
    here, beyond, km = theatre.place(a), theatre.place(b), way["km"]
    east, north = (beyond["east"] - here["east"]) / km, (beyond["north"] - here["north"]) / km
    return {"here": here, "beyond": beyond, "km": km, "length": way["length"], "east": east, "north": north, **NO_ONE}


def straighten_front(theatre: Theatre) -> None:
    """Measure each hostile border across the direction in which the front around it faces: bends add no length."""
    faces: dict[str, tuple[float, float]] = {}
    for place, borders in theatre.front_places():
        east = sum(border["length"] * border["east"] for border in borders)
        faces[place["name"]] = east, sum(border["length"] * border["north"] for border in borders)

    def around(name: str) -> tuple[float, float]:
        headings = [faces[name], *(faces[beside] for beside in theatre.own[name] if beside in faces)]
        return sum(east for east, _ in headings), sum(north for _, north in headings)

    headings = {name: around(name) for name in faces}
    for a, b, border in theatre.front.edges(data=True):
        east, north = headings[a][0] - headings[b][0], headings[a][1] - headings[b][1]
        heading = math.hypot(east, north)
        straight = (border["east"] * east + border["north"] * north) / heading if heading > 0.0 else 1.0
        border["front"] = border["length"] * max(0.0, min(1.0, straight))


def measure_ways(theatre: Theatre) -> None:
    """Measure the way from each place, over its holder's ground, to hostile ground and to a depot."""
    depots = [place["name"] for place in theatre.places if place["depot"] == place["holder"]]
    retreat = nx.multi_source_dijkstra_path_length(theatre.own, depots, weight="km") if depots else {}
    hostile_ground = theatre.own.copy()
    hostile_ground.add_node(ENEMY)
    for place, borders in theatre.front_places():
        hostile_ground.add_edge(ENEMY, place["name"], km=0.5 * min(border["km"] for border in borders))
    hostile = nx.single_source_dijkstra_path_length(hostile_ground, ENEMY, weight="km")
    for place in theatre.places:
        place["retreat"] = retreat.get(place["name"], FAR)
        place["hostile"] = hostile.get(place["name"], FAR)


def hostile_km(theatre: Theatre, place: Place) -> float:
    """Return how much of a place's border is hostile as it is held this very moment, km."""
    return float(
        sum(
            way["length"]
            for name, way in theatre.borders[place["name"]].items()
            if theatre.place(name)["holder"] != place["holder"]
        )
    )

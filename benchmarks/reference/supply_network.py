"""The supply network: today's open roads, the cheapest routes over them, and the flow they carry."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign

CRUMB = 1e-9
"""Tonnes too few to send."""

BASE = "the base"
"""Where all supplies come from: an arc leads from it to each depot."""


class SupplyNetwork:
    """The residual network: arcs both ways with the room they have left, their cost, length and risk."""

    def __init__(self, model: ReferenceCampaign) -> None:
        self.model = model
        self.paths: dict[str, list[str]] = {}
        self.residual: Any = nx.DiGraph()
        self.residual.add_node(BASE)
        for name, place in model.theatre.borders.nodes(data=True):
            place["dispatched"] = 0.0
            if place["depot"] == place["holder"] and place["depot_damage"] < 1.0:
                self.open_depot(name, place)
        for a, b, road in model.theatre.roads.edges(data=True):
            road["flow"] = 0.0
            if road["holder"] >= 0 and road["damage"] < 1.0:
                self.open_road(a, b, road)

    def open_depot(self, name: str, place: dict[str, Any]) -> None:
        """Add a depot; at a damaged one trucks wait, as if the way were longer."""
        laws, intact = self.model.laws, 1.0 - place["depot_damage"]
        wait = 0.5 * laws.turnaround * laws.truck_speed * place["depot_damage"] / intact
        self.residual.add_edge(BASE, name, room=laws.depot_capacity * intact, cost=wait, way=wait, risk=0.0)

    def open_road(self, a: str, b: str, road: dict[str, Any]) -> None:
        """Add a road both ways; on a damaged one trucks crawl, as if it were longer."""
        room = road["capacity"] * (1.0 - road["damage"]) * (1.0 - self.model.mud)
        way = road["length"] / (1.0 - road["damage"])
        cost = way * (1.0 + self.model.laws.danger_aversion * road["hazard"])
        for start, end in ((a, b), (b, a)):
            self.residual.add_edge(start, end, room=room, cost=cost, way=way, risk=road["hazard"] * way)

    def trace(self) -> None:
        """Find the least costly open route to every place."""
        _, self.paths = nx.single_source_dijkstra(self.residual, BASE, weight=open_cost)

    def haul(self, name: str) -> float:
        """Return the length of the route to a place, km."""
        return float(nx.path_weight(self.residual, self.paths[name], "way"))

    def risk(self, name: str) -> float:
        """Return the expected log loss along the route to a place; 0 where none leads there."""
        return float(nx.path_weight(self.residual, self.paths[name], "risk")) if name in self.paths else 0.0

    def deliver(self) -> None:
        """Send along the routes, and look for other ways while any has room (Ford and Fulkerson 1956)."""
        sending = True
        while sending:
            sending = unserved = False
            for formation in self.model.present():
                missing, path = formation.wanted - formation.sent, self.paths.get(formation.place)
                if missing <= CRUMB or path is None:
                    continue
                load = min(missing, *(self.residual.edges[arc]["room"] for arc in pairwise(path)))
                if load > CRUMB:
                    self.send(path, load)
                    formation.sent += load
                    formation.received += load * math.exp(-self.risk(formation.place))
                    sending = True
                if load < missing - CRUMB:
                    unserved = True
            if not unserved:
                return
            self.trace()

    def send(self, path: list[str], load: float) -> None:
        """Load every arc of a route; what flows one way makes room the other way."""
        for a, b in pairwise(path):
            self.residual.edges[a, b]["room"] -= load
            if a == BASE:
                self.model.theatre.place(b)["dispatched"] += load
            else:
                self.residual.edges[b, a]["room"] += load
                road = self.model.theatre.roads.edges[a, b]
                road["flow"] += load if road["start"] == a else -load


def open_cost(_start: str, _end: str, arc: dict[str, float]) -> float | None:
    """Return what an arc costs, or None when it has no room."""
    return arc["cost"] if arc["room"] > CRUMB else None

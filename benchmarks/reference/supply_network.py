"""The supply network: today's open roads and links, the cheapest routes over them, and the flow they carry."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from sim.vocabulary import CRUMB

from .deep_fires import drone_hazard

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .theatre import Place, Road

BASE = "the base"
"""Where all supplies come from: an arc leads from it to each depot."""

Arc = dict[str, Any]


@dataclass(frozen=True)
class Route:
    """The cheapest way from a depot to a place."""

    depot: str
    arcs: tuple[Arc, ...] = ()
    cost: float = 0.0
    haul: float = 0.0
    """Its length, km."""
    risk: float = 0.0
    """Expected log loss on it."""

    def then(self, arc: Arc) -> Route:
        """Return the route that goes on by an arc."""
        way, risk = self.haul + arc["way"], self.risk + arc["risk"]
        return Route(self.depot, (*self.arcs, arc), self.cost + arc["cost"], way, risk)

    @property
    def room(self) -> float:
        """Return what all of it still has room for, t."""
        return float(min(arc["room"] for arc in self.arcs))


class SupplyNetwork:
    """The residual network: arcs both ways with the room they have left, their cost, length and risk."""

    def __init__(self, model: ReferenceCampaign) -> None:
        self.model = model
        self.routes: dict[str, Route] = {}
        self.residual: Any = nx.MultiDiGraph()
        self.residual.add_nodes_from([BASE, *model.theatre.names])
        self.tracks: dict[str, Arc] = {}
        for place in model.theatre.places:
            place["dispatched"] = 0.0
            if place["depot"] == place["holder"] and place["depot_damage"] < 1.0:
                self.open_depot(place)
        for road in model.theatre.all_roads:
            road["flow"] = 0.0
            if road["holder"] >= 0 and road["damage"] < 1.0:
                self.open_road(road)

    def open_depot(self, place: Place) -> None:
        """Add a depot; at a damaged one trucks wait, as if the way were longer."""
        laws, intact = self.model.laws, 1.0 - place["depot_damage"]
        wait = 0.5 * laws.turnaround * laws.truck_speed * place["depot_damage"] / intact
        room = intact * (place["sends"] if place["sends"] >= 0.0 else laws.depot_capacity)
        self.residual.add_edge(BASE, place["name"], room=room, cost=wait, way=wait, risk=0.0, depot=place)

    def open_road(self, road: Road) -> None:
        """Add a road or link both ways; on a damaged road trucks crawl, as if it were longer."""
        room = road["capacity"]
        if road["owner"] < 0:
            room *= (1.0 - road["damage"]) * (1.0 - self.model.mud)
        way = road["length"] / (1.0 - road["damage"])
        cost = way * (1.0 + self.model.laws.danger_aversion * road["hazard"])
        risk = road["hazard"] * way
        a, b = road["ends"]
        there = self.add_arc(a, b, room=room, cost=cost, way=way, risk=risk, road=road, turn=1.0)
        back = self.add_arc(b, a, room=room, cost=cost, way=way, risk=risk, road=road, turn=-1.0)
        there["reverse"], back["reverse"] = back, there

    def add_arc(self, start: str, end: str, **of_arc: Any) -> Arc:  # noqa: ANN401 - what is true of it
        """Add an arc and return what is true of it."""
        arc: Arc = self.residual.edges[start, end, self.residual.add_edge(start, end, **of_arc)]
        return arc

    def trace(self) -> None:
        """Find the least costly open route to every place, and across country where no road leads to troops."""
        distances, paths = nx.single_source_dijkstra(self.residual, BASE, weight=open_cost)
        self.routes = {}
        for name in distances:
            if name != BASE:
                before = paths[name][-2]
                arc = cheapest(self.residual[before][name])
                self.routes[name] = (Route(name) if before == BASE else self.routes[before]).then(arc)
        self.reach_across_country()

    def reach_across_country(self) -> None:
        """Reach troops to whom no road leads from the adjoining own place from which that costs least."""
        roads, last_mile = dict(self.routes), self.model.laws.last_mile
        for place in self.model.theatre.places if last_mile > 0.0 else []:
            if place["name"] in roads or place["men"] <= 0.0:
                continue
            track = self.tracks.setdefault(place["name"], {"room": self.model.laws.last_mile_capacity})
            beside = self.model.theatre.own[place["name"]]
            ways = {name: last_mile * way["km"] for name, way in beside.items() if name in roads}
            if ways and track["room"] > CRUMB:
                hazard = self.hazard_across(place)
                price = 1.0 + self.model.laws.danger_aversion * hazard
                best = min(ways, key=lambda name: roads[name].cost + ways[name] * price)
                track.update(way=ways[best], cost=ways[best] * price, risk=ways[best] * hazard)
                self.routes[place["name"]] = roads[best].then(track)

    def hazard_across(self, place: Place) -> float:
        """Return the hazard per km of traffic across country to a place."""
        watched = math.exp(-place["hostile"] / self.model.laws.drone_reach)
        return drone_hazard(self.model, place["holder"], watched)

    def is_across(self, name: str) -> bool:
        """Return whether supplies come to a place across country."""
        return name in self.tracks and name in self.routes and self.routes[name].arcs[-1] is self.tracks[name]

    def deliver(self) -> None:
        """Send along the routes, and look for other ways while any has room (Ford and Fulkerson 1956)."""
        sending = True
        while sending:
            sending = unserved = False
            for formation in self.model.present():
                missing, route = formation.wanted - formation.sent, self.routes.get(formation.place)
                if missing <= CRUMB or route is None:
                    continue
                load = min(missing, route.room)
                if load > CRUMB:
                    send(route, load)
                    formation.sent += load
                    formation.received += load * math.exp(-route.risk)
                    sending = True
                unserved = unserved or load < missing - CRUMB
            if not unserved:
                return
            self.trace()


def send(route: Route, load: float) -> None:
    """Load every arc of a route; what flows one way on a road makes room the other way."""
    for arc in route.arcs:
        arc["room"] -= load
        if "depot" in arc:
            arc["depot"]["dispatched"] += load
        if "road" in arc:
            arc["reverse"]["room"] += load
            arc["road"]["flow"] += arc["turn"] * load


def open_cost(_start: str, _end: str, arcs: dict[int, Arc]) -> float | None:
    """Return what the cheapest of some arcs with room costs, or None when none has any."""
    return min((arc["cost"] for arc in arcs.values() if arc["room"] > CRUMB), default=None)


def cheapest(arcs: dict[int, Arc]) -> Arc:
    """Return the cheapest of some arcs with room."""
    return min((arc for arc in arcs.values() if arc["room"] > CRUMB), key=lambda arc: arc["cost"])

"""Supply: what formations want, what trucks and roads bring them, and what being short does to them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import networkx as nx

from sim.vocabulary import ASSAULT

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation

CRUMB = 1e-9
"""Tonnes too few to send."""

Place = dict[str, Any]


def supply(model: ReferenceCampaign) -> None:
    """Send what is wanted as far as trucks and roads allow, consume for a day, and feel the shortage."""
    network = SupplyNetwork(model)
    network.trace()
    for side in model.headquarters:
        side.trucks = min(max(side.trucks, side.most_trucks), side.trucks + side.replacement)
        ask(model, side.side)
    network.deliver()
    for formation in model.present():
        account(formation)
        consume(formation)


class SupplyNetwork:
    """The residual network of today's open roads: arcs both ways with the room they have left."""

    def __init__(self, model: ReferenceCampaign) -> None:
        self.model = model
        self.residual: Any = nx.DiGraph()
        self.residual.add_nodes_from(model.theatre.borders)
        for place in model.theatre.places:
            place["dispatched"] = 0.0
        for a, b, road in model.theatre.roads.edges(data=True):
            road["flow"] = 0.0
            if road["holder"] >= 0:
                room = road["capacity"] * (1.0 - road["damage"]) * (1.0 - model.mud)
                cost = road["length"] * (1.0 + model.laws.danger_aversion * road["hazard"])
                self.residual.add_edge(a, b, room=room, cost=cost)
                self.residual.add_edge(b, a, room=room, cost=cost)

    def can_still_send(self, place: Place) -> float:
        """Return what a depot can send beyond what it sent, t; nothing where there is none."""
        if place["depot"] != place["holder"]:
            return 0.0
        return float(self.model.laws.depot_capacity * (1.0 - place["depot_damage"]) - place["dispatched"])

    def trace(self) -> None:
        """Find the least costly open route from a depot to every place."""
        nodes = self.model.theatre.borders.nodes(data=True)
        depots = [name for name, place in nodes if self.can_still_send(place) > CRUMB]
        paths: dict[str, list[str]] = {}
        if depots:
            _, paths = nx.multi_source_dijkstra(self.residual, depots, weight=open_cost)
        for name, place in nodes:
            place["path"] = paths.get(name)

    def deliver(self) -> None:
        """Send along the routes, and look for other ways while any has room (Ford and Fulkerson 1956)."""
        sending = True
        while sending:
            sending = unserved = False
            for formation in self.model.present():
                missing, path = formation.wanted - formation.sent, formation.here["path"]
                if missing <= CRUMB or path is None:
                    continue
                load = min(missing, self.room(path))
                if load > CRUMB:
                    self.send(path, load)
                    formation.sent += load
                    formation.received += load * math.exp(-self.model.theatre.risk(formation.here))
                    sending = True
                if load < missing - CRUMB:
                    unserved = True
            if not unserved:
                return
            self.trace()

    def room(self, path: list[str]) -> float:
        """Return what a route and its depot still have room for, t."""
        rooms = [self.residual.edges[step]["room"] for step in nx.utils.pairwise(path)]
        return float(min([*rooms, self.can_still_send(self.model.theatre.place(path[0]))]))

    def send(self, path: list[str], load: float) -> None:
        """Load every road of a route; what flows one way makes room the other way."""
        for a, b in nx.utils.pairwise(path):
            self.residual.edges[a, b]["room"] -= load
            self.residual.edges[b, a]["room"] += load
            road = self.model.theatre.roads.edges[a, b]
            road["flow"] += load if road["start"] == a else -load
        self.model.theatre.place(path[0])["dispatched"] += load


def open_cost(_start: str, _end: str, arc: dict[str, float]) -> float | None:
    """Return what an arc costs, or None when it has no room."""
    return arc["cost"] if arc["room"] > CRUMB else None


def ask(model: ReferenceCampaign, side: int) -> None:
    """Set what a side sends to each formation: what it lacks, rationed alike when trucks are too few."""
    laws, needed = model.laws, 0.0
    formations = model.present(side)
    for formation in formations:
        formation.use = consumption(formation)
        lacking = (laws.stock_days + 1.0) * formation.use - formation.stock
        formation.wanted = max(0.0, min(lacking, laws.resupply_days * formation.use))
        formation.sent = formation.received = 0.0
        path = formation.here["path"]
        formation.reached = path is not None
        if formation.reached:
            haul = nx.path_weight(model.theatre.roads, path, "length")
            hours = 2.0 * haul / (laws.truck_speed * (1.0 - model.mud)) + laws.turnaround
            needed += formation.wanted * hours / (laws.truck_hours * laws.payload)
    trucks = model.headquarters[side].trucks
    for formation in formations if needed > trucks else []:
        if formation.reached:
            formation.wanted *= trucks / needed


def consumption(formation: Formation) -> float:
    """Return what a formation uses at its posture, t/day."""
    laws = formation.model.laws
    if formation.order == ASSAULT:
        return laws.use_assaulting * formation.strength
    return (laws.use_in_contact if formation.here["fronts"] > 0 else laws.use_quiet) * formation.strength


def account(formation: Formation) -> None:
    """Count the trucks lost on the way, and the days a formation is cut off."""
    laws, side = formation.model.laws, formation.headquarters
    side.trucks -= min(side.trucks, (formation.sent - formation.received) / laws.payload * laws.truck_loss)
    starved = formation.received < laws.cut_share * min(formation.wanted, formation.use)
    formation.cut = formation.cut + 1 if starved or not formation.reached else 0


def consume(formation: Formation) -> None:
    """Use up a day's supplies, and fight as well as what is left allows."""
    laws = formation.model.laws
    formation.stock = max(0.0, formation.stock + formation.received - formation.use)
    if formation.use > 0.0:
        days = formation.stock / formation.use
        formation.effect = laws.least_effect + (1.0 - laws.least_effect) * min(1.0, days / laws.critical_days)

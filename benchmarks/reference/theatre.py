"""The theatre as networkx graphs: places that border one another, and the roads between them."""

from typing import Any

import networkx as nx
import numpy as np

from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import FAR

ENEMY = "the enemy"


class Theatre:
    """Places are nodes, borders and roads are edges, and what is true of them stands in their attributes."""

    def __init__(self, deployment: Deployment) -> None:
        names, tables = deployment.cells.names, deployment.tables
        self.borders: Any = nx.Graph()
        self.roads: Any = nx.Graph()
        for name, row in zip(names, tables["places"], strict=True):
            self.borders.add_node(name, **attributes(row))
            self.roads.add_node(name)
        for name, row in zip(names, tables["places"], strict=True):
            for border in tables["neighbours"][row["first"] : row["last"]]:
                beyond = names[border["place"]]
                self.borders.add_edge(name, beyond, km=float(border["km"]), by_road=bool(border["road"] >= 0))
        self.all_roads: list[dict[str, Any]] = []
        for row in tables["roads"]:
            start, end = names[row["a"]], names[row["b"]]
            self.roads.add_edge(start, end, **attributes(row), start=start, ends=(start, end))
            self.all_roads.append(self.roads.edges[start, end])
        self.places: list[dict[str, Any]] = [place for _, place in self.borders.nodes(data=True)]
        self.moved = True

    def place(self, name: str) -> dict[str, Any]:
        """Return what is true of a place."""
        place: dict[str, Any] = self.borders.nodes[name]
        return place

    def around(self, name: str) -> list[dict[str, Any]]:
        """Return what is true of the places that border a place."""
        return [self.borders.nodes[beyond] for beyond in self.borders[name]]

    def enveloped(self, name: str) -> float:
        """Return how far a place is enveloped: 0 along a straight front, 1 in a ring."""
        return max(0.0, 2.0 * self.place(name)["fronts"] / self.borders.degree(name) - 1.0)

    def survey(self) -> None:
        """Measure the front anew if it moved: who borders whom, how far the enemy is, and what leads to the rear."""
        if not self.moved:
            return
        self.moved = False
        front = [(a, b, km) for a, b, km in self.borders.edges(data="km") if self.divides(a, b)]
        own = self.borders.copy()
        own.remove_edges_from([(a, b) for a, b, _ in front])
        depots = [name for name, place in self.borders.nodes(data=True) if place["depot"] == place["holder"]]
        retreat = nx.multi_source_dijkstra_path_length(own, depots, weight="km") if depots else {}
        own.add_node(ENEMY)
        for a, b, km in sorted(front, key=lambda border: -border[2]):
            own.add_edges_from([(ENEMY, a), (ENEMY, b)], km=0.5 * km)
        hostile = nx.single_source_dijkstra_path_length(own, ENEMY, weight="km")
        for name, place in self.borders.nodes(data=True):
            place["fronts"] = sum(beyond["holder"] != place["holder"] for beyond in self.around(name))
            place["retreat"] = retreat.get(name, FAR)
            place["hostile"] = hostile.get(name, FAR)
        for road in self.all_roads:
            start, end = road["ends"]
            road["holder"] = -1 if self.divides(start, end) else self.place(start)["holder"]

    def divides(self, one: str, other: str) -> bool:
        """Return whether the front runs between two places."""
        nodes = self.borders.nodes
        return bool(nodes[one]["holder"] != nodes[other]["holder"])


def attributes(row: np.void) -> dict[str, Any]:
    """Return a declared row as plain attributes."""
    return {name: row[name].tolist() for name in row.dtype.names or ()}

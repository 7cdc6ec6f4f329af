"""The theatre as networkx graphs: places that border one another, the roads between them, and the front."""

from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np

from sim.world.tables import Tables

from .trucks import Fleet

Place = dict[str, Any]
Border = dict[str, Any]
Road = dict[str, Any]


class Theatre:
    """Places are nodes, borders and roads are edges, and what is true of them stands in their attributes.

    ``borders`` joins all places that border one another, ``own`` those of them that one side holds. ``front`` is
    directed: its edge from a to b is the border of two enemies as seen by who holds a. ``roads`` has an edge for every
    road, and for the way of every link, under its number.
    """

    def __init__(self, world: Tables, names: Sequence[str]) -> None:
        self.names = list(names)
        self.borders: Any = nx.Graph()
        for name, row in zip(names, world.places, strict=True):
            fleet = Fleet(float(row["trucks"]), float(row["most_trucks"]), 0.0) if row["trucks"] >= 0.0 else None
            self.borders.add_node(name, name=name, fleet=fleet, **attributes(row))
        for name, row in zip(names, world.places, strict=True):
            for border in world.neighbours[row["first"] : row["last"]]:
                self.borders.add_edge(
                    name,
                    names[border["place"]],
                    km=float(border["km"]),
                    length=float(border["length"]),
                    by_road=bool(border["road"] >= 0),
                )
        self.roads: Any = nx.MultiGraph()
        self.roads.add_nodes_from(names)
        for number, row in enumerate(world.roads):
            start, end = names[row["a"]], names[row["b"]]
            self.roads.add_edge(start, end, number, **attributes(row), start=start, ends=(start, end))
        self.all_roads: list[Road] = [
            self.roads.edges[start, end, number]
            for start, end, number in sorted(self.roads.edges(keys=True), key=lambda road: road[2])
        ]
        self.places: list[Place] = [place for _, place in self.borders.nodes(data=True)]
        self.front: Any = nx.DiGraph()
        self.own: Any = nx.Graph()
        self.moved = True

    def place(self, name: str) -> Place:
        """Return what is true of a place."""
        place: Place = self.borders.nodes[name]
        return place

    def around(self, name: str) -> list[Place]:
        """Return what is true of the places that border a place."""
        return [self.borders.nodes[beyond] for beyond in self.borders[name]]

    def front_of(self, name: str) -> list[Border]:
        """Return the hostile borders of a place, as its holder sees them."""
        return list(self.front[name].values())

    def front_places(self) -> list[tuple[Place, list[Border]]]:
        """Return the places at the front with their hostile borders."""
        return [(place, self.front_of(place["name"])) for place in self.places if place["fronts"] > 0]

    def divides(self, one: str, other: str) -> bool:
        """Return whether two sides hold two places."""
        nodes = self.borders.nodes
        return bool(nodes[one]["holder"] != nodes[other]["holder"])


def attributes(row: np.void) -> dict[str, Any]:
    """Return a declared row as plain attributes."""
    return {name: row[name].tolist() for name in row.dtype.names or ()}

"""The network of places: as a networkx graph by name, and as the space of a Mesa model by number."""

import inspect
from random import Random

import networkx as nx
from mesa.discrete_space import Network

from sim.scenario.scenario import Scenario
from sim.world.state import World


def ground_of(scenario: Scenario, world: World) -> nx.Graph:
    """Return places and roads by name, as a graph whose nodes and edges carry the rows themselves."""
    graph = nx.Graph()
    names = list(scenario.theatre.places)
    for name, place in zip(names, world.places, strict=True):
        graph.add_node(name, place=place, pos=(place.east, place.north))
    for road in world.roads:
        graph.add_edge(names[road.a], names[road.b], road=road)
    return graph


def network_of(ground: nx.Graph, random: Random) -> Network:
    """Return places and roads as a Mesa space: a cell a place, its coordinate the number of the place.

    Mesa's drawings want numbered nodes. Each node keeps its ``name`` and its ``pos``, east and north in km.
    """
    numbered = nx.convert_node_labels_to_integers(ground, label_attribute="name")
    knows_positions = "layout" in inspect.signature(Network).parameters  # from Mesa 3.5 on
    return Network(numbered, random=random, **({"layout": positions_of(numbered)} if knows_positions else {}))


def positions_of(network: nx.Graph) -> dict[int, tuple[float, float]]:
    """Return where the places of a network lie, east and north in km: the layout for Mesa's drawings of a space."""
    positions: dict[int, tuple[float, float]] = nx.get_node_attributes(network, "pos")
    return positions

"""The first day: what a scenario puts on the map before anybody has played it - ground, men, supplies and roads."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import networkx as nx

from sim.campaign.setup.deployment import Deployment
from sim.report.front_line import borders_of, front_line
from sim.scenario.scenario import Scenario
from sim.vocabulary import PRESENT

SOURCE, SINK = "depots", "troops"
"""What supplies flow from and to; no place has such a number."""


@dataclass(frozen=True)
class Route:
    """The shortest way of supplies to troops in a place, over ground of their own side."""

    place: str
    men: float
    way: tuple[str, ...]
    """Places on the way, the depot first; empty where no road leads."""
    km: float


@dataclass(frozen=True)
class Standing:
    """What a side has on the first day."""

    name: str
    km2: float
    """Contested ground that it holds."""
    places: int
    men: float
    """Men in the theatre; those that arrive later do not count."""
    later: float
    """Men that arrive later."""
    men_a_km: float
    """Men a kilometre of front; 0 without a front."""
    demand: float
    """What its formations use in a day, those at the front in contact, t."""
    depots: float
    """What its depots can send a day, t."""
    trucks: float
    """What its trucks can haul a day, over the routes below, t; what is near its depot needs no truck."""
    roads: float
    """What its roads can bring of the demand a day, t."""
    routes: tuple[Route, ...]


@dataclass(frozen=True)
class FirstDay:
    """A scenario before it is played."""

    region: str
    km2: float
    front_km: float
    sides: tuple[Standing, ...]
    astray: tuple[str, ...]
    """Formations that stand on ground of the enemy."""
    apart: tuple[tuple[str, ...], ...]
    """Groups of places that no road joins to the largest."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``show --json`` prints it."""
        return asdict(self)


def first_day(deployment: Deployment) -> FirstDay:
    """Return what a deployment holds on its first day."""
    scenario, places = deployment.scenario, deployment.tables["places"]
    front = front_line(borders_of(deployment.cells), places["holder"].tolist()).length
    names, holders = deployment.cells.names, places["holder"].tolist()
    formations = deployment.tables["formations"]
    astray = [
        title
        for title, row in zip(scenario.order_of_battle.formations, formations, strict=True)
        if row["status"] == PRESENT and holders[row["place"]] != row["side"]
    ]
    parts = sorted(nx.connected_components(_net(scenario)), key=len, reverse=True)
    apart = tuple(tuple(name for name in names if name in part) for part in parts[1:])
    contested = float(places["area"][places["contested"] == 1].sum())
    sides = tuple(_standing(deployment, s, float(front)) for s in range(len(scenario.sides)))
    return FirstDay(scenario.contested_name, contested, float(front), sides, tuple(astray), apart)


def _net(scenario: Scenario) -> "nx.Graph[str]":
    net: nx.Graph[str] = nx.Graph()
    net.add_nodes_from(scenario.theatre.places)
    for road in scenario.theatre.roads:
        capacity = float(getattr(scenario.laws.road_capacity, road.road_class))
        net.add_edge(road.start, road.end, km=road.km, capacity=capacity)
    for side in scenario.sides.values():
        for link in side.sustainment.links.values():
            net.add_edge(link.start, link.end, km=1.0, capacity=float(link.capacity))
    return net


def _standing(deployment: Deployment, s: int, front: float) -> Standing:
    scenario, places, laws = deployment.scenario, deployment.tables["places"], deployment.laws
    names, formations = deployment.cells.names, deployment.tables["formations"]
    title, side = list(scenario.sides.items())[s]
    mine = formations[formations["side"] == s]
    there = mine[mine["status"] == PRESENT]
    at_the_front = {n for n, _, _ in _facing(deployment)} | {m for _, m, _ in _facing(deployment)}
    men: defaultdict[str, float] = defaultdict(float)
    demand: defaultdict[str, float] = defaultdict(float)
    for row in there:
        rate = laws.use_in_contact if int(row["place"]) in at_the_front else laws.use_quiet
        men[names[row["place"]]] += float(row["strength"])
        demand[names[row["place"]]] += rate * float(row["strength"])
    own = {names[n] for n, holder in enumerate(places["holder"].tolist()) if holder == s}
    net = _net(scenario).subgraph(own).copy()
    depots = [depot for depot in side.sustainment.depots if depot in own]
    routes = tuple(_route(net, depots, place, each) for place, each in men.items())
    sends = {depot: float(side.sustainment.depot_capacity.get(depot, laws.depot_capacity)) for depot in depots}
    trucks = [float(side.sustainment.trucks), *map(float, side.sustainment.depot_trucks.values())]
    held = (places["holder"] == s) & (places["contested"] == 1)
    return Standing(
        name=title,
        km2=float(places["area"][held].sum()),
        places=len(own),
        men=sum(men.values()),
        later=float(mine["strength"].sum()) - sum(men.values()),
        men_a_km=sum(men.values()) / front if front else 0.0,
        demand=sum(demand.values()),
        depots=sum(sends.values()),
        trucks=_hauled(deployment, sum(trucks), routes, demand),
        roads=_carried(net, depots, demand),
        routes=tuple(sorted(routes, key=lambda route: -route.men)),
    )


def _facing(deployment: Deployment) -> list[tuple[int, int, float]]:
    """Return the pairs of neighbouring places that two sides hold, and the distance between them."""
    places, neighbours = deployment.tables["places"], deployment.tables["neighbours"]
    return [
        (n, int(other["place"]), float(other["km"]))
        for n, place in enumerate(places)
        for other in neighbours[place["first"] : place["last"]]
        if places["holder"][n] != places["holder"][other["place"]]
    ]


def _route(net: "nx.Graph[str]", depots: list[str], place: str, men: float) -> Route:
    if place not in net or not depots:
        return Route(place, men, (), 0.0)
    km, ways = nx.multi_source_dijkstra(net, set(depots), weight="km")
    return Route(place, men, tuple(ways.get(place, ())), float(km.get(place, 0.0)))


def _hauled(deployment: Deployment, trucks: float, routes: tuple[Route, ...], demand: Mapping[str, float]) -> float:
    """Return what trucks haul a day when each place gets its share: trips go there and back (Vershinin 2021)."""
    laws = deployment.laws
    wanted = sum(demand[route.place] for route in routes if route.way)
    hours = sum(
        demand[route.place] / laws.payload * (2.0 * route.km / laws.truck_speed + laws.turnaround)
        for route in routes
        if route.way
    )
    return wanted * trucks * laws.truck_hours / hours if hours else 0.0


def _carried(net: "nx.Graph[str]", depots: list[str], demand: Mapping[str, float]) -> float:
    """Return what roads can bring of the demand: the greatest flow (Ford and Fulkerson 1956)."""
    flow: nx.DiGraph[str] = net.to_directed()
    wanted = {place: each for place, each in demand.items() if place in net}
    if not depots or not wanted:
        return 0.0
    for depot in depots:
        flow.add_edge(SOURCE, depot)
    for place, each in wanted.items():
        flow.add_edge(place, SINK, capacity=each)
    return float(nx.maximum_flow_value(flow, SOURCE, SINK))

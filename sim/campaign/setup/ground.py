"""Ground: places, borders and roads on the first day."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from sim.campaign.setup.cells import Cells
from sim.scenario.links import LinkDeclared
from sim.scenario.scenario import Scenario
from sim.scenario.theatre import PlaceDeclared
from sim.world.chance import stable_id
from sim.world.ground import Place
from sim.world.tables import columns

Rows = list[Mapping[str, object]]

AS_DECLARED = tuple(
    name for name, key in PlaceDeclared.model_fields.items()
    if key.annotation in (int, float) and name in (columns(Place).names or ())
)  # fmt: skip
"""Numbers that a scenario declares of a place and that the column of that name holds as they are."""

ALIKE = 16
"""Plans whose weights are kept as they are felt: at most points of a sweep they are the same."""
WAY_OF_A_LINK = 1.0
"""Kilometres of road that the way of a link counts for: trucks wait at its ends, and do not travel it."""


def places_of(scenario: Scenario, cells: Cells) -> Rows:
    """Return the rows of places, in declared order."""
    sides = list(scenario.sides)
    holders = {place: side for side, places in scenario.held.items() for place in places}
    depots = {place: s for s, side in enumerate(scenario.sides.values()) for place in side.sustainment.depots}
    supplies = [side.sustainment for side in scenario.sides.values()]
    sends = {place: float(given) for each in supplies for place, given in each.depot_capacity.items()}
    trucks = {place: float(given) for each in supplies for place, given in each.depot_trucks.items()}
    ends = _ends_by_place(scenario)
    reach = float(scenario.laws.front.axis_reach)
    valued = {name: max(place.symbol, float(name in depots)) for name, place in scenario.theatre.places.items()}
    worth = felt(valued, cells, reach)
    axes = [felt(side.doctrine.axes, cells, reach) for side in scenario.sides.values()]
    wanted = [
        [(cells.names.index(name), float(km)) for name, km in side.doctrine.aims.items()]
        for side in scenario.sides.values()
    ]
    rows: Rows = []
    first = road_first = 0
    for n, (name, place) in enumerate(scenario.theatre.places.items()):
        last, road_last = first + len(cells.neighbours[n]), road_first + len(ends[name])
        rows.append(
            {
                **{column: getattr(place, column) for column in AS_DECLARED},
                "id": stable_id(name),
                "holder": sides.index(holders.get(name, place.side)),
                "home": sides.index(place.side),
                "contested": int(place.region in scenario.contested),
                "depot": depots.get(name, -1),
                "sends": sends.get(name, -1.0),
                "trucks": trucks.get(name, -1.0),
                "most_trucks": trucks.get(name, 0.0),
                "first": first,
                "last": last,
                "road_first": road_first,
                "road_last": road_last,
                "taken": -1,
                "via": -1,
                "across": -1,
                "source": -1,
                "east": cells.east[n],
                "north": cells.north[n],
                "area": cells.areas[n],
                "terrain": float(getattr(scenario.laws.terrain, place.terrain)),
                "civilians": place.population,
                "worth": worth[n],
                "axis": [axis[n] for axis in axes],
                "spared": [float(_is_spared(aims, n, cells)) for aims in wanted],
            }
        )
        first, road_first = last, road_last
    return rows


def neighbours_of(scenario: Scenario, cells: Cells) -> Rows:
    """Return the rows of bordering cells, place by place."""
    numbers = {name: n for n, name in enumerate(cells.names)}
    joined = {frozenset((numbers[road.start], numbers[road.end])): n for n, road in enumerate(scenario.theatre.roads)}
    pairs = [(n, m) for n, around in enumerate(cells.neighbours) for m in around]
    seen = {pair: k for k, pair in enumerate(pairs)}
    return [
        {
            "place": m,
            "road": joined.get(frozenset((n, m)), -1),
            "mirror": seen[m, n],
            "km": _km(cells, n, m),
            "length": cells.borders[min(n, m), max(n, m)],
        }
        for n, m in pairs
    ]


@lru_cache(ALIKE)
def reaches_of(cells: Cells, km: float) -> tuple[tuple[int, ...], int]:
    """Return where each place's borders in reach begin in their table, and the rows it needs at the most.

    ``km`` is as far as troops reach; whoever holds the ground, no more borders than those of all places so near count.
    """
    borders = [len(around) for around in cells.neighbours]
    pairs = [(n, m) for n, around in enumerate(cells.neighbours) for m in around]
    begin, end = zip(*pairs, strict=True) if pairs else ((), ())
    ways = csr_array(([_km(cells, n, m) for n, m in pairs], (begin, end)), shape=(len(borders), len(borders)))
    near = dijkstra(ways, limit=km) <= km
    firsts = np.concatenate([[0], np.cumsum(near @ borders)])
    return tuple(firsts[:-1].tolist()), int(firsts[-1])


def _km(cells: Cells, n: int, m: int) -> float:
    return math.hypot(cells.east[m] - cells.east[n], cells.north[m] - cells.north[n])


def felt(weights: Mapping[str, Any], cells: Cells, reach: float) -> Sequence[float]:
    """Return the strongest of the weights of some places as it is felt at every place, fading with distance."""
    heavy = ((cells.names.index(name), float(weight)) for name, weight in weights.items() if float(weight) > 0.0)
    return _felt(tuple(heavy), cells, reach)


@lru_cache(ALIKE)
def _felt(heavy: tuple[tuple[int, float], ...], cells: Cells, reach: float) -> tuple[float, ...]:
    return tuple(
        max((weight * math.exp(-_km(cells, n, m) / reach) for m, weight in heavy), default=0.0)
        for n in range(len(cells.names))
    )


def _is_spared(aims: Sequence[tuple[int, float]], n: int, cells: Cells) -> bool:
    """Return whether a place is farther from every place aimed at than the aim reaches."""
    return bool(aims) and all(_km(cells, n, aim) > km for aim, km in aims)


def roads_of(scenario: Scenario) -> Rows:
    """Return the rows of roads in declared order, then those of the ways of links."""
    numbers = {name: n for n, name in enumerate(scenario.theatre.places)}
    damage = {frozenset((part.start, part.end)): part.damage for part in scenario.damaged}
    ways: Rows = [
        {"id": stable_id(name), "a": numbers[link.start], "b": numbers[link.end], "owner": s, "length": WAY_OF_A_LINK}
        for s, name, link in _links(scenario)
    ]
    roads: Rows = [
        {
            "id": stable_id(f"{road.start} - {road.end}"),
            "a": numbers[road.start],
            "b": numbers[road.end],
            "owner": -1,
            "crossing": int(road.crossing is not None),
            "length": road.km,
            "capacity": float(getattr(scenario.laws.road_capacity, road.road_class)),
            "damage": damage.get(frozenset((road.start, road.end)), 0.0),
        }
        for road in scenario.theatre.roads
    ]
    return roads + ways


def links_of(scenario: Scenario) -> Rows:
    """Return the rows of links, side by side in declared order."""
    rows: Rows = []
    for n, (_, name, link) in enumerate(_links(scenario)):
        carriers = -1.0 if link.carriers is None else float(link.carriers)
        rows.append(
            {
                "id": stable_id(name),
                "road": len(scenario.theatre.roads) + n,
                "capacity": float(link.capacity),
                "carriers": carriers,
                "most_carriers": carriers,
                "replacement": float(link.replacement),
                "load": float(link.load),
                "loss": float(link.loss),
                "carrier_loss": float(link.carrier_loss),
                "weather": float(link.weather),
            }
        )
    return rows


def road_ends_of(scenario: Scenario) -> Rows:
    """Return the rows of road ends, place by place."""
    numbers = {name: n for n, name in enumerate(scenario.theatre.places)}
    return [
        {"place": numbers[beyond], "road": road} for ends in _ends_by_place(scenario).values() for beyond, road in ends
    ]


def _links(scenario: Scenario) -> Iterator[tuple[int, str, LinkDeclared]]:
    """Yield each link with the number of its side and its name."""
    for s, side in enumerate(scenario.sides.values()):
        for name, link in side.sustainment.links.items():
            yield s, name, link


def _ends_by_place(scenario: Scenario) -> dict[str, list[tuple[str, int]]]:
    ends: dict[str, list[tuple[str, int]]] = {name: [] for name in scenario.theatre.places}
    ways = [(road.start, road.end) for road in scenario.theatre.roads]
    ways += [(link.start, link.end) for _, _, link in _links(scenario)]
    for n, (start, end) in enumerate(ways):
        ends[start].append((end, n))
        ends[end].append((start, n))
    return ends

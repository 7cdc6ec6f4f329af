"""A road net, contracted: from thousands of pieces of highway to the roads between neighbouring places.

Each point of the net belongs to the place from which it is reached soonest. Where the areas of two places touch, the
quickest way over that border is a road between them. These roads hold the shortest tree that joins all places
(Mehlhorn 1988), so that what the net joins stays joined; of three places in a row the long way round is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from sim.scenario.checks.roads import EARTH_RADIUS
from sim.scenario.drafting.osm_extract import Extract

SLOWNESS: Final = {"primary": 1.0, "secondary": 1.3, "local": 1.7}
"""By what a kilometre counts when ways are compared: a lesser road is taken only where it saves as much."""
SNAP: Final = 5.0
"""Kilometres within which a road passes by a place."""
SAVES: Final = 1.15
"""A road that is not this much shorter than the way over a third place is left out."""
MOSTLY: Final = 0.75
"""Share of a road that is of its class or better."""


@dataclass(frozen=True)
class Link:
    """A road between two places."""

    start: int
    end: int
    km: float
    road_class: str
    ref: str
    pieces: NDArray[np.int64]
    """Pieces of the net that it is made of."""


@dataclass(frozen=True)
class _Net:
    """The largest part of the net that hangs together."""

    km: NDArray[np.float64]
    cost: NDArray[np.float64]
    piece_at: csr_array
    """Number of the cheapest piece between two points, plus one."""
    costs: csr_array


def links_between(extract: Extract, at: NDArray[np.float64]) -> tuple[list[Link], NDArray[np.bool_]]:
    """Return the roads between places at some longitudes and latitudes, and which places have a road at all.

    Of two places at one point of the net the later one has none.
    """
    on_road = np.zeros(len(at), np.bool_)
    if len(extract.starts) == 0 or len(at) == 0:
        return [], on_road
    net, joined = _net(extract)
    nodes = np.flatnonzero(joined)
    away, nearest = cKDTree(_on_sphere(extract.points[nodes])).query(_on_sphere(at))
    node_of = nodes[nearest]
    _, first = np.unique(node_of, return_index=True)
    on_road[first] = True
    on_road &= away * EARTH_RADIUS <= SNAP
    places = np.flatnonzero(on_road)
    if len(places) < 2:  # noqa: PLR2004 - a road has two ends
        return [], np.zeros(len(at), np.bool_)
    sources = node_of[places]
    reached, before, nearest_source = dijkstra(net.costs, indices=sources, min_only=True, return_predecessors=True)
    place_at = np.full(len(extract.points), -1)
    place_at[sources] = places
    of_place = np.where(nearest_source >= 0, place_at[np.maximum(nearest_source, 0)], -1)
    found = [
        _link(extract, net, piece, before, of_place, away * EARTH_RADIUS)
        for piece in _borders(extract, net, reached, of_place)
    ]
    return _without_detours(found), on_road


def _net(extract: Extract) -> tuple[_Net, NDArray[np.bool_]]:
    starts, ends, size = extract.starts, extract.ends, len(extract.points)
    chord = np.linalg.norm(_on_sphere(extract.points)[starts] - _on_sphere(extract.points)[ends], axis=1)
    km = 2.0 * EARTH_RADIUS * np.arcsin(np.minimum(chord / 2.0, 1.0))
    slowness = np.array([SLOWNESS[way.road_class] for way in extract.ways])
    cost = np.maximum(km, 1e-6) * slowness[extract.of_way]
    low, high = np.minimum(starts, ends), np.maximum(starts, ends)
    order = np.lexsort((cost, high, low))
    kept = order[np.r_[True, (np.diff(low[order]) != 0) | (np.diff(high[order]) != 0)]]
    rows, columns = np.r_[low[kept], high[kept]], np.r_[high[kept], low[kept]]
    costs = csr_array((np.r_[cost[kept], cost[kept]], (rows, columns)), shape=(size, size))
    piece_at = csr_array((np.r_[kept, kept] + 1, (rows, columns)), shape=(size, size))
    _, part = connected_components(costs, directed=False)
    of_roads = part[starts]
    return _Net(km, cost, piece_at, costs), part == np.bincount(of_roads).argmax()


def _on_sphere(points: NDArray[np.float64]) -> NDArray[np.float64]:
    lon, lat = np.radians(points).T
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))


def _borders(extract: Extract, net: _Net, reached: NDArray[np.float64], of_place: NDArray[np.int64]) -> Iterator[int]:
    """Yield, for any two places whose areas touch, the piece of net by which the way between them is cheapest."""
    here, there = of_place[extract.starts], of_place[extract.ends]
    pieces = np.flatnonzero((here != there) & (here >= 0) & (there >= 0))
    low, high = np.minimum(here, there)[pieces], np.maximum(here, there)[pieces]
    whole = reached[extract.starts[pieces]] + net.cost[pieces] + reached[extract.ends[pieces]]
    order = np.lexsort((whole, high, low))
    new = np.r_[True, (np.diff(low[order]) != 0) | (np.diff(high[order]) != 0)][: len(order)]
    yield from map(int, pieces[order[new]])


def _link(
    extract: Extract,
    net: _Net,
    piece: int,
    before: NDArray[np.int32],
    of_place: NDArray[np.int64],
    away: NDArray[np.float64],
) -> Link:
    """Return the road over a piece of net, back to the places from which both its ends are reached."""
    pieces = [piece]
    for end in (int(extract.starts[piece]), int(extract.ends[piece])):
        point = end
        while (previous := int(before[point])) >= 0:
            pieces.append(int(net.piece_at[previous, point]) - 1)
            point = previous
    chosen = np.array(pieces)
    start, end = int(of_place[extract.starts[piece]]), int(of_place[extract.ends[piece]])
    ways = [extract.ways[way] for way in extract.of_way[chosen]]
    km = net.km[chosen]
    by_class = {each: sum(km[n] for n, way in enumerate(ways) if way.road_class == each) for each in SLOWNESS}
    passed, road_class = 0.0, "local"
    for each, length in by_class.items():
        passed += length
        if passed >= MOSTLY * km.sum():
            road_class = each
            break
    refs: dict[str, float] = {}
    for way, length in zip(ways, km, strict=True):
        refs[way.ref] = refs.get(way.ref, 0.0) + float(length)
    longest = max(refs, key=refs.__getitem__)
    return Link(start, end, float(km.sum() + away[start] + away[end]), road_class, longest, chosen)


def _without_detours(links: list[Link]) -> list[Link]:
    """Return roads without those that save next to nothing against the way over a third place, the longest first."""
    km: dict[int, dict[int, float]] = {}
    for link in links:
        km.setdefault(link.start, {})[link.end] = link.km
        km.setdefault(link.end, {})[link.start] = link.km
    left_out = set()
    for link in sorted(links, key=lambda each: -each.km):
        here, there = km[link.start], km[link.end]
        over = min((here[third] + there[third] for third in here.keys() & there.keys()), default=np.inf)
        if over <= SAVES * link.km:
            left_out.add(id(link))
            del here[link.end], there[link.start]
    return [link for link in links if id(link) not in left_out]

"""A made-up OpenStreetMap extract: five towns in a valley, a river, and roads of several classes in many ways."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from xml.sax.saxutils import quoteattr

TOWNS = {
    "Northport": (46.80, 8.50, "city"),
    "Mill": (46.60, 8.40, "village"),
    "Ford": (46.60, 8.62, "village"),
    "Bridge": (46.40, 8.50, "town"),
    "Southgate": (46.20, 8.50, "town"),
}
"""Latitude, longitude and kind of each."""
TRUNK = ("Northport", "Mill", "Bridge", "Southgate")
"""Towns along a main road over a bridge."""
EAST = ("Northport", "Ford", "Bridge")
"""Towns along a lesser one."""
PIECES = 8
"""Ways of which each road between two towns is made."""


class Extract:
    """Nodes and ways as they are added, and the file they make."""

    def __init__(self) -> None:
        self.nodes: dict[int, tuple[float, float, dict[str, str]]] = {}
        self.ways: list[tuple[list[int], dict[str, str]]] = []

    def node(self, lat: float, lon: float, **tags: str) -> int:
        number = len(self.nodes) + 1
        self.nodes[number] = (lat, lon, tags)
        return number

    def way(self, nodes: Iterable[int], tags: Mapping[str, str]) -> None:
        self.ways.append((list(nodes), dict(tags)))

    def road(self, start: int, end: int, highway: str, bridges: Mapping[int, Mapping[str, str]] | None = None) -> None:
        """Add a straight road as many ways; some of them, by number, with more tags."""
        (lat, lon, _), (other_lat, other_lon, _) = self.nodes[start], self.nodes[end]
        chain = [start]
        for n in range(1, PIECES):
            share = n / PIECES
            chain.append(self.node(lat + share * (other_lat - lat), lon + share * (other_lon - lon)))
        chain.append(end)
        for n, pair in enumerate(pairwise(chain)):
            self.way(pair, {"highway": highway, **(bridges or {}).get(n, {})})

    def xml(self) -> str:
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="a test">']
        for number, (lat, lon, tags) in self.nodes.items():
            lines.append(f'<node id="{number}" version="1" lat="{lat:.7f}" lon="{lon:.7f}">{_tags(tags)}</node>')
        for number, (nodes, tags) in enumerate(self.ways, start=1):
            refs = "".join(f'<nd ref="{node}"/>' for node in nodes)
            lines.append(f'<way id="{number}" version="1">{refs}{_tags(tags)}</way>')
        return "\n".join([*lines, "</osm>"]) + "\n"


def _tags(tags: Mapping[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())


def valley() -> Extract:
    """Return the extract."""
    made = Extract()
    for name, (lat, lon, kind) in TOWNS.items():
        made.node(lat, lon, place=kind, name=name, population="9 000" if kind == "town" else "")
    junctions = {name: made.node(lat, lon + 0.002) for name, (lat, lon, _) in TOWNS.items()}
    old_bridge = {4: {"bridge": "yes", "bridge:name": "Old bridge", "ref": "A1;E2"}}
    for here, there in pairwise(TRUNK):
        bridges = old_bridge if here == "Mill" else {n: {"ref": "A1"} for n in range(PIECES)}
        made.road(junctions[here], junctions[there], "trunk", bridges)
    for here, there in pairwise(EAST):
        made.road(junctions[here], junctions[there], "unclassified", {4: {"bridge": "yes"}} if here == "Ford" else {})
    made.road(junctions["Northport"], junctions["Southgate"], "residential")
    river = [made.node(46.478, lon) for lon in (8.2, 8.4, 8.6, 8.8)]
    made.way(river, {"waterway": "river", "name": "Reuss"})
    overpass = [made.node(46.7, 8.40), made.node(46.7, 8.44), made.node(46.71, 8.46)]
    made.way(overpass, {"highway": "tertiary", "bridge": "yes"})
    made.node(46.9, 9.4, place="village", name="Far away")
    made.node(46.5, 8.5, place="hamlet", name="Too small")
    return made

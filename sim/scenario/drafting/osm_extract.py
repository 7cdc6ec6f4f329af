"""An OpenStreetMap extract: settlements, highways with their bridges, rivers; read by osmium, an optional extra."""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sim.scenario.files.text_file import MEGABYTE, spelt_on_disk
from sim.vocabulary import BadInput

LARGEST: Final = 256 * MEGABYTE
"""Bytes of an extract; more is a country, and no theatre."""
MOST_NODES: Final = 3_000_000
"""Points of roads and rivers."""
LARGEST_NUMBER: Final = 2**37
"""Above all numbers of nodes in use; osmium keeps a bit for each below the greatest it is asked for."""
SETTLEMENTS: Final = ("city", "town", "village")
"""Values of ``place`` that are taken, the greatest first."""
HIGHWAYS: Final = {
    **dict.fromkeys(("motorway", "trunk", "primary"), "primary"),
    **dict.fromkeys(("secondary", "tertiary"), "secondary"),
    "unclassified": "local",
}
"""Classes of roads by those of the extract; their slip roads (``_link``) are of the same class."""
RIVERS: Final = ("river", "canal")
SMALLER: Final = "cut your theatre out of it first: osmium extract --polygon region.geojson"


@dataclass(frozen=True)
class Settlement:
    """A city, town or village."""

    node: int
    name: str
    kind: str
    population: int | None
    lon: float
    lat: float


@dataclass(frozen=True)
class Way:
    """What is said of a highway."""

    road_class: str
    ref: str
    bridge: str | None
    """Name of the bridge that it is, empty if it has none; None if it is no bridge."""


@dataclass
class Extract:
    """A net of highways as points and the pieces between them, with settlements and rivers."""

    settlements: list[Settlement] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    starts: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    """Point at one end of each piece, as a row of ``points``."""
    ends: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    of_way: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    """Highway to which each piece belongs."""
    points: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 2)))
    """Longitude and latitude, degrees."""
    rivers: list[tuple[str, NDArray[np.float64]]] = field(default_factory=list)
    """Name, or nothing, and points of each part of a river or canal."""


def read_extract(file: Path) -> Extract:
    """Return what an extract in PBF or XML holds of settlements, highways and rivers.

    Raises:
        BadInput: the file cannot be read, is none, or is too large.
        ModuleNotFoundError: osmium is not installed.

    """
    import osmium  # noqa: PLC0415 - an optional extra, asked for only here

    form = _form(file)
    extract = Extract()
    chains: list[tuple[int, array[int]]] = []
    courses: list[tuple[str, array[int]]] = []
    with _told(osmium, file):
        wanted: set[int] = set()
        total = 0
        for way in _objects(osmium, file, form, osmium.osm.WAY, _line_tags()):
            nodes = array("q", (node.ref for node in way.nodes))
            total += len(nodes)
            if total > MOST_NODES:
                raise BadInput(f"{file}: its roads and rivers have more than {MOST_NODES:,} points; {SMALLER}")
            highway = way.tags.get("highway", "").removesuffix("_link")
            if highway in HIGHWAYS:
                chains.append((len(extract.ways), nodes))
                extract.ways.append(_way(way.tags, HIGHWAYS[highway]))
            elif way.tags.get("waterway") in RIVERS:
                courses.append((_name(way.tags), nodes))
            else:
                continue
            wanted.update(nodes)
        numbers, places = array("q"), array("d")
        for node in _nodes(osmium, file, form, wanted):
            if node.location.valid():
                numbers.append(node.id)
                places.extend((node.location.lon, node.location.lat))
        extract.settlements = list(_settlements(osmium, file, form))
    _join(extract, numbers, places, chains, courses)
    return extract


def _form(file: Path) -> str:
    """Return the form of an extract, told by its first bytes."""
    try:
        path = spelt_on_disk(file)
        if not path.is_file():
            raise BadInput(f"{file} is no file; name an OpenStreetMap extract (.osm.pbf, .osm)")
        if (size := path.stat().st_size) > LARGEST:
            raise BadInput(f"{file} has {size / MEGABYTE:,.0f} MB, more than {LARGEST / MEGABYTE:,.0f} MB; {SMALLER}")
        with path.open("rb") as opened:
            first = opened.read(64)
    except (OSError, ValueError) as refused:
        raise BadInput(f"{file} cannot be read: {refused}; name an OpenStreetMap extract (.osm.pbf, .osm)") from None
    if b"OSMHeader" in first:
        return "pbf"
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "xml"
    raise BadInput(f"{file} is no OpenStreetMap extract; name one in PBF or XML (.osm.pbf, .osm)")


@contextmanager
def _told(osmium: Any, file: Path) -> Iterator[None]:  # noqa: ANN401
    """Tell in one line what osmium finds wrong with a file."""
    try:
        yield
    except (RuntimeError, ValueError, OverflowError, osmium.InvalidLocationError) as wrong:
        why = " ".join(str(wrong).split())
        raise BadInput(f"{file} is damaged, or no OpenStreetMap extract: {why}; download or export it anew") from None


def _line_tags() -> list[tuple[str, str]]:
    highways = [("highway", name) for each in HIGHWAYS for name in (each, f"{each}_link")]
    return [*highways, *(("waterway", kind) for kind in RIVERS)]


def _objects(osmium: Any, file: Path, form: str, kind: Any, tags: list[tuple[str, str]]) -> Any:  # noqa: ANN401
    processor = osmium.FileProcessor(osmium.io.File(str(file), form), kind)
    return processor.with_filter(osmium.filter.TagFilter(*tags))


def _nodes(osmium: Any, file: Path, form: str, wanted: set[int]) -> Iterator[Any]:  # noqa: ANN401
    """Yield the nodes of some numbers; those of what an editor has not yet uploaded are below zero."""
    processor = osmium.FileProcessor(osmium.io.File(str(file), form), osmium.osm.NODE)
    if wanted and min(wanted) > 0 and max(wanted) < LARGEST_NUMBER:
        tracker = osmium.IdTracker()
        for number in wanted:
            tracker.add_node(number)
        yield from processor.with_filter(tracker.id_filter())
    else:
        yield from (node for node in processor if node.id in wanted)


def _settlements(osmium: Any, file: Path, form: str) -> Iterator[Settlement]:  # noqa: ANN401
    tags = [("place", kind) for kind in SETTLEMENTS]
    for node in _objects(osmium, file, form, osmium.osm.NODE, tags):
        name = _name(node.tags)
        if name and node.location.valid():
            people = "".join(node.tags.get("population", "").replace(",", " ").split())
            population = int(people) if people.isascii() and people.isdigit() and len(people) <= 9 else None  # noqa: PLR2004 - below a billion
            yield Settlement(node.id, name, node.tags["place"], population, node.location.lon, node.location.lat)


def _name(tags: Any) -> str:  # noqa: ANN401
    """Return the English name of something, or its name where it stands."""
    return " ".join((tags.get("name:en") or tags.get("name") or "").split())


def _way(tags: Any, road_class: str) -> Way:  # noqa: ANN401
    is_bridge = tags.get("bridge", "no") != "no"
    name = tags.get("bridge:name", "") if is_bridge else None
    return Way(road_class, tags.get("ref", "").split(";")[0].strip(), name)


def _join(
    extract: Extract,
    numbers: "array[int]",
    places: "array[float]",
    chains: list[tuple[int, "array[int]"]],
    courses: list[tuple[str, "array[int]"]],
) -> None:
    """Put the points into the net; ways that leave the extract lose the points that are not in it."""
    ids = np.frombuffer(numbers, np.int64) if numbers else np.zeros(0, np.int64)
    order = np.argsort(ids, kind="stable")
    known = ids[order]
    extract.points = np.frombuffer(places, np.float64).reshape(-1, 2)[order] if numbers else np.zeros((0, 2))
    starts, ends, of_way = [], [], []
    for way, nodes in chains:
        rows, there = _rows(known, nodes)
        whole = there[:-1] & there[1:] & (rows[:-1] != rows[1:])
        starts.append(rows[:-1][whole])
        ends.append(rows[1:][whole])
        of_way.append(np.full(int(whole.sum()), way, np.int64))
    if starts:
        extract.starts, extract.ends, extract.of_way = map(np.concatenate, (starts, ends, of_way))
    for name, nodes in courses:
        rows, there = _rows(known, nodes)
        if there.sum() > 1:
            extract.rivers.append((name, extract.points[rows[there]]))


def _rows(known: NDArray[np.int64], nodes: "array[int]") -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    wanted = np.frombuffer(nodes, np.int64) if nodes else np.zeros(0, np.int64)
    rows = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
    there = known[rows] == wanted if len(known) else np.zeros(len(wanted), np.bool_)
    return rows, there

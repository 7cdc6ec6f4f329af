"""A theatre from an OpenStreetMap extract."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

from sim.scenario.drafting.draft import write_draft
from sim.scenario.drafting.osm_extract import Extract, Way
from sim.scenario.drafting.road_net import links_between
from sim.scenario.drafting.sources import Sources
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput
from tests.scenario.extract import valley
from tests.scenario.orbat import war
from tests.scenario.test_drafting import CONTROL, REGION

needs_osmium = pytest.mark.skipif(
    importlib.util.find_spec("osmium") is None, reason="osmium is not installed: pip install '.[osm]'"
)


def drafted(folder: Path, extract: Path | None = None, **texts: str) -> tuple[Scenario, list[str]]:
    """Return the scenario that an extract and other files make, without a fault, and what was guessed."""
    paths = {name: folder / name for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    if extract is None:
        extract = folder / "valley.osm"
        extract.write_text(valley().xml(), encoding="utf-8")
    file, notes = write_draft(folder / "mine", "2025", Sources(**paths, osm=extract))
    assert [str(fault) for fault in examine_scenario(file).faults if fault.severity != "note"] == []
    return read_scenario(file), notes.guessed


@needs_osmium
def test_many_ways_become_one_road_between_neighbouring_places(tmp_path: Path) -> None:
    scenario, _ = drafted(tmp_path)

    roads = {(road.start, road.end): (road.road_class, round(road.km)) for road in scenario.theatre.roads}
    assert roads == {
        ("Northport", "Mill"): ("primary", 24),
        ("Northport", "Ford"): ("local", 24),
        ("Mill", "Bridge"): ("primary", 24),
        ("Ford", "Bridge"): ("local", 24),
        ("Bridge", "Southgate"): ("primary", 22),
    }
    assert scenario.theatre.roads[0].ref == "A1"
    places = scenario.theatre.places
    assert [(name, place.kind, place.terrain) for name, place in places.items()][:2] == [
        ("Northport", "city", "urban"),
        ("Bridge", "town", "urban"),
    ]
    assert places["Bridge"].population == 9000
    assert scenario.theatre.source.startswith("OpenStreetMap contributors")


@needs_osmium
def test_bridges_over_rivers_are_crossings_and_others_are_not(tmp_path: Path) -> None:
    scenario, _ = drafted(tmp_path)

    crossings = {(road.start, road.end): (road.crossing, road.river) for road in scenario.theatre.roads}
    assert crossings["Mill", "Bridge"] == ("Old bridge", True)
    assert crossings["Ford", "Bridge"] == ("Reuss bridge at Bridge", True)
    assert {crossings[ends] for ends in crossings if "Bridge" not in ends} == {(None, False)}
    assert scenario.theatre.rivers is not None
    assert len(scenario.theatre.rivers.outline) == 1


@needs_osmium
def test_sides_and_region_are_guessed_only_where_no_file_tells_them(tmp_path: Path) -> None:
    alone, told = tmp_path / "alone", tmp_path / "told"
    for folder in (alone, told):
        folder.mkdir()

    scenario, guessed = drafted(alone)
    assert {place.side for place in scenario.theatre.places.values()} == {"North", "South"}
    assert list(scenario.contested) == ["Middle"]
    assert [line.split(":")[0] for line in guessed] == ["who holds what", "what is contested"]

    north = json.loads(CONTROL)["features"][0]
    north["properties"]["side"] = "North"
    north["geometry"]["coordinates"] = [[[8.2, 46.5], [8.8, 46.5], [8.8, 46.7], [8.2, 46.7], [8.2, 46.5]]]
    control = json.loads(CONTROL)
    control["features"].append(north)
    scenario, guessed = drafted(told, region=REGION, control=json.dumps(control))
    sides = {name: (place.side, place.region) for name, place in scenario.theatre.places.items()}
    assert sides == {
        "Northport": ("North", None),
        "Mill": ("North", "Basin"),
        "Ford": ("North", "Basin"),
        "Bridge": ("South", "Basin"),
        "Southgate": ("South", None),
    }
    assert guessed == []


@needs_osmium
def test_with_an_order_of_battle_places_are_held_by_the_nearest_formation(tmp_path: Path) -> None:
    file = war()
    del file["sides"][1]["groups"][0]["subUnits"][2:]
    scenario, guessed = drafted(tmp_path, orbat=json.dumps(file))

    assert {name: place.side for name, place in scenario.theatre.places.items()} == {
        "Northport": "North",
        "Mill": "North",
        "Ford": "South",
        "Bridge": "South",
        "Southgate": "South",
    }
    assert scenario.order_of_battle.formations["1st Brigade"].place == "Bridge"
    assert "each place by the nearest formation" in guessed[0]


@needs_osmium
def test_a_binary_extract_says_the_same(tmp_path: Path) -> None:
    import osmium  # noqa: PLC0415 - an optional package

    text, binary = tmp_path / "valley.osm", tmp_path / "valley.osm.pbf"
    text.write_text(valley().xml(), encoding="utf-8")
    with osmium.SimpleWriter(str(binary)) as writer:
        for thing in osmium.FileProcessor(str(text)):
            writer.add(thing)

    (tmp_path / "other").mkdir()
    assert drafted(tmp_path, binary)[0].theatre == drafted(tmp_path / "other", text)[0].theatre


@needs_osmium
@pytest.mark.parametrize("first", ["-", "9999999999999"])
def test_numbers_that_an_editor_gave_or_nobody_uses_will_do(tmp_path: Path, first: str) -> None:
    text = valley().xml().replace('node id="', f'node id="{first}').replace('nd ref="', f'nd ref="{first}')
    (tmp_path / "edited.osm").write_text(text, encoding="utf-8")

    assert len(drafted(tmp_path, tmp_path / "edited.osm")[0].theatre.roads) == 5


@needs_osmium
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no OpenStreetMap extract; name one"),
        (b"name,lat,lon\n", "is no OpenStreetMap extract; name one"),
        (b"<osm version='0.6'><node id='1' lat='46'", "is damaged, or no OpenStreetMap extract"),
        (b"<html></html>", "is damaged, or no OpenStreetMap extract"),
        (b"<osm version='0.6'><node id='1' lat='146' lon='8'/></osm>", "bad.osm"),
        (b"<osm version='0.6'><node id='1' lat='x' lon='8'/></osm>", "wrong format for coordinate"),
        (b"<osm version='0.6'></osm>", "no road joins two cities, towns or villages"),
        (b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\xff\xff", "is damaged, or no OpenStreetMap extract"),
    ],
)
def test_what_is_no_extract_is_told_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "bad.osm").write_bytes(content)

    with pytest.raises(BadInput) as wrong:
        drafted(tmp_path, tmp_path / "bad.osm")

    assert told in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert not (tmp_path / "mine").exists()


@needs_osmium
def test_a_folder_a_missing_file_and_a_country_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in (tmp_path, tmp_path / "none.osm"):
        with pytest.raises(BadInput, match="is no file; name an OpenStreetMap extract"):
            drafted(tmp_path, file)
    monkeypatch.setattr("sim.scenario.drafting.osm_extract.LARGEST", 1000)
    with pytest.raises(BadInput, match="osmium extract --polygon"):
        drafted(tmp_path)


def grid(size: int) -> Extract:
    """Return a net of straight roads around a square, a row of it primary and all others local."""
    rows, columns = np.divmod(np.arange(size * size), size)
    right = np.flatnonzero(columns < size - 1)
    up = np.flatnonzero(rows < size - 1)
    starts, ends = np.r_[right, up], np.r_[right + 1, up + size]
    of_way = np.r_[np.where(rows[right] == 0, 0, 1), np.ones(len(up), int)]
    points = np.column_stack((8.0 + 0.01 * columns, 0.01 * rows))
    return Extract([], [Way("primary", "A1", None), Way("local", "", None)], starts, ends, of_way, points)


def test_a_better_road_is_worth_a_longer_way() -> None:
    net = grid(21)

    (road,), joined = links_between(net, np.array([[8.0, 0.02], [8.2, 0.02]]))

    assert joined.all()
    assert road.road_class == "primary"
    assert road.km == pytest.approx(24 * 1.112, rel=0.01)


def test_roads_join_all_places_that_the_net_joins_and_leave_the_long_way_out() -> None:
    net = grid(21)
    row = np.array([[8.0, 0.0], [8.1, 0.0], [8.2, 0.0], [8.1, 0.2], [9.5, 0.0]])

    roads, joined = links_between(net, row)

    ends = {(road.start, road.end) for road in roads}
    assert joined.tolist() == [True, True, True, True, False]
    assert {(0, 1), (1, 2), (1, 3)} <= ends
    assert (0, 2) not in ends

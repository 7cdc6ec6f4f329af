"""The map of a scenario: GeoJSON in every form, projections that measure, places with ground of their own."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import GeometryCollection, LineString, Polygon

from sim.scenario.files.examination import Examination
from sim.scenario.ground import Ground, _areas_of
from sim.scenario.scenario import Scenario
from tests.scenario.duel import SQUARE, examined_duel

HOLE = [[35.2, 51.6], [35.2, 51.9], [35.8, 51.9], [35.8, 51.6], [35.2, 51.6]]
ISLE = [[35.4, 51.7], [35.6, 51.7], [35.6, 51.8], [35.4, 51.8], [35.4, 51.7]]
POLYGON: dict[str, Any] = {"type": "Polygon", "coordinates": [SQUARE]}
POINT = {"type": "Point", "coordinates": [35.5, 51.5]}
OWN = "theatre: {regions: {Square: {file: own.geojson}}}\n"


def feature(geometry: object) -> dict[str, Any]:
    return {"type": "Feature", "properties": {}, "geometry": geometry}


def collection(*geometries: object, **more: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": [feature(each) for each in geometries], **more}


def drawn(folder: Path, layer: object, encoding: str = "utf-8") -> Examination[Scenario]:
    text = layer if isinstance(layer, str) else json.dumps(layer)
    (folder / "own.geojson").write_text(text, encoding=encoding)
    return examined_duel(folder, OWN)


def area(examination: Examination[Scenario]) -> float:
    assert examination.scenario is not None, examination.faults
    return float(Ground(examination.scenario.theatre).regions["Square"].area)


@pytest.mark.parametrize(
    "layer",
    [
        POLYGON,
        feature(POLYGON),
        collection(POLYGON),
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
        {"type": "GeometryCollection", "geometries": [POLYGON]},
        collection({"type": "GeometryCollection", "geometries": [POLYGON]}),
        collection(POLYGON, None),
        collection({"type": "Polygon", "coordinates": [[[*point, 120.0] for point in SQUARE]]}),
        collection({"type": "Polygon", "coordinates": [SQUARE[::-1]]}),
        collection(POLYGON, crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}),
    ],
)
def test_every_form_of_geojson_draws_the_same_region(tmp_path: Path, layer: object) -> None:
    plain = area(drawn(tmp_path, POLYGON))

    examination = drawn(tmp_path, layer)

    assert examination.faults == []
    assert area(examination) == pytest.approx(plain)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert drawn(tmp_path, POLYGON, "utf-8-sig").faults == []


def test_a_hole_is_cut_out_and_an_island_in_it_belongs_again(tmp_path: Path) -> None:
    scenario = drawn(tmp_path, POLYGON).scenario
    assert scenario is not None

    def enclosed(*rings: list[list[int]] | list[list[float]]) -> float:
        region = scenario.theatre.regions["Square"].model_copy(update={"outline": rings})
        theatre = scenario.theatre.model_copy(update={"regions": {"Square": region}})
        return float(Ground(theatre).regions["Square"].area)

    cut = area(drawn(tmp_path, {"type": "Polygon", "coordinates": [SQUARE, HOLE]}))
    parts = area(drawn(tmp_path, {"type": "MultiPolygon", "coordinates": [[SQUARE, HOLE[::-1]], [ISLE]]}))

    assert cut == pytest.approx(enclosed(SQUARE) - enclosed(HOLE))
    assert parts == pytest.approx(cut + enclosed(ISLE))


def test_points_and_lines_among_areas_are_left_out_with_a_note(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": SQUARE}

    (note,) = drawn(tmp_path, collection(POINT, POLYGON, line)).faults

    assert note.severity == "note"
    assert note.message.endswith("own.geojson holds 1 lines and 1 Point too, which are left out")


def test_a_ring_that_is_not_closed_is_told_and_closed(tmp_path: Path) -> None:
    (warning,) = drawn(tmp_path, {"type": "Polygon", "coordinates": [SQUARE[:-1]]}).faults

    assert (warning.severity, warning.remedy) == ("warning", "end each where it begins")


@pytest.mark.parametrize(
    ("layer", "told"),
    [
        (collection(POINT), "holds no polygons, but 1 Point"),
        (collection(), "holds no polygons"),
        ({"type": "Polygon", "coordinates": [[[3897000 + a, 6700000 + b] for a, b in SQUARE]]}, "is nowhere on earth"),
        ({"type": "Polygon", "coordinates": [[[35, 151], [36, 151], [36, 152], [35, 151]]]}, "latitude stands first"),
        (collection(POLYGON, crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}), "(crs) is"),
        ({"type": "Polygon", "coordinates": [[["35", "51"], [36, 51], [36, 52], [35, 51]]]}, "pair of finite numbers"),
        ('{"type": "Polygon", "coordinates": [[[NaN, 51], [36, 51], [36, 52]]]}', "pair of finite numbers"),
        ({"type": "Polygon", "coordinates": [[[35, 51], [36, 51]]]}, "a ring of 2 points encloses nothing"),
        ({"type": "Polygon", "coordinates": 3}, "are no list"),
        ({"type": "Topology", "objects": {}}, 'there is no type "Topology"'),
        ({"features": []}, 'an object has no "type"'),
        ("[" * 100_000, "it is nested too deeply"),
        ("date,area\n2025-03-01,4\n", "it is no GeoJSON"),
    ],
)
def test_what_is_no_region_is_refused_at_the_line_of_its_file(tmp_path: Path, layer: object, told: str) -> None:
    errors = drawn(tmp_path, layer).errors

    assert told in errors[0].message
    assert (errors[0].where, errors[0].line) == ("theatre.regions.Square.file", 2)


@pytest.mark.parametrize(("points", "severity"), [(4, "warning"), (40_000, "error")])
def test_an_outline_that_crosses_itself_is_told_and_mended_if_it_is_small(
    tmp_path: Path, points: int, severity: str
) -> None:
    bow = [[35, 51], [36, 52], [36, 51], [35, 52]] if points == 4 else [
        [35 + n % 90 / 90, 51 + n % 80 / 80] for n in range(points)
    ]  # fmt: skip

    faults = drawn(tmp_path, {"type": "Polygon", "coordinates": [[*bow, bow[0]]]}).faults

    told = [fault.severity for fault in faults if fault.message == "the outline crosses itself"]
    assert told == [severity]


def test_a_folder_or_a_pipe_is_no_map(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "pipe", "/dev/zero"):
        (error,) = examined_duel(tmp_path, OWN.replace("own.geojson", name)).errors
        assert "is a folder" in error.message or "is no regular file" in error.message


@pytest.mark.parametrize(
    ("projection", "told"),
    [
        ("EPSG:4326", "is in degrees"),
        ("EPSG:3857", "does not keep areas"),
        ("+proj=merc", "does not keep areas"),
        ("EPSG:32601", "does not keep areas"),
        ("EPSG:2263", "is in US survey foot"),
        ("+proj=laea +lat_0=51 +lon_0=35 +units=km", "is in kilometre"),
        ("+proj=laea +lat_0=-30 +lon_0=-60 +units=m", "made for another part of the world"),
        ("+proj=nonsense", "is no projection"),
        ("", "is no projection"),
    ],
)
def test_a_map_that_cannot_measure_the_theatre_is_refused(tmp_path: Path, projection: str, told: str) -> None:
    (error,) = examined_duel(tmp_path, f'theatre: {{projection: "{projection}"}}\n').errors

    assert (error.where, error.line) == ("theatre.projection", 2)
    assert told in error.message
    assert error.remedy == 'use "+proj=laea +lat_0=52 +lon_0=35 +units=m", which keeps areas'


@pytest.mark.parametrize("projection", ["EPSG:3035", "EPSG:32636", "+proj=aea +lat_1=45 +lat_2=55 +lon_0=30"])
def test_other_maps_of_this_part_of_the_world_are_taken(tmp_path: Path, projection: str) -> None:
    assert examined_duel(tmp_path, f'theatre: {{projection: "{projection}"}}\n').faults == []


@pytest.mark.parametrize(
    ("place", "severity", "told", "remedy"),
    [
        ("Ford: {lon: 35.3}", "error", 'it lies where "Hill" lies', "move one of the two, or leave it out"),
        ("West: {lon: 1}", "error", "km outside its region", "correct its coordinates, its region, or the outline"),
        ("West: {lat: -80}", "error", "km outside its region", "correct its coordinates, its region, or the outline"),
        ("West: {lat: 35.5, lon: 51.5}", "error", "km outside its region", "latitude and longitude are exchanged"),
        ("West: {lon: 34.99}", "warning", "0.7 km outside its region", "correct its coordinates"),
        ("Inn: {lat: 51.5, lon: 35.45, side: Red}", "error", 'lies in the region "Square"', 'write `region: "Square"`'),
    ],
)
def test_a_place_without_ground_of_its_own_is_told(
    tmp_path: Path, place: str, severity: str, told: str, remedy: str
) -> None:
    faults = examined_duel(tmp_path, f"theatre: {{places: {{{place}}}}}\n").faults

    found = [fault for fault in faults if told in fault.message]
    assert [fault.severity for fault in found] == [severity]
    assert found[0].remedy.startswith(remedy)


def test_where_a_cell_and_its_ground_only_touch_there_is_no_ground() -> None:
    square = Polygon([(0, 0), (1, 0), (1, 1), (0, 1)])

    kept = _areas_of(GeometryCollection([square, LineString([(0, 1), (0, 2)])]))

    assert kept.equals(square)
    assert _areas_of(square) is square

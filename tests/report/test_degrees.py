"""Shapes in degrees: what crosses the date line is cut there, and every ring winds as RFC 7946 asks."""

import json
from itertools import pairwise

import pytest
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from sim.report.degrees import Degrees, at_date_line
from sim.scenario.files.geographic_layer import read_layer, unwrapped
from sim.scenario.ground import enclosed, map_of
from sim.scenario.theatre import TheatreDeclared

PROJECTION = "+proj=laea +lat_0=65 +lon_0=180 +units=m"
BEYOND = [(179.0, 64.0), (181.0, 64.0), (181.0, 66.0), (179.0, 66.0), (179.0, 64.0)]
JUMPING = [(lon - 360.0 if lon > 180.0 else lon, lat) for lon, lat in BEYOND]
WEST = [(179.0, 64.0), (180.0, 64.0), (180.0, 66.0), (179.0, 66.0), (179.0, 64.0)]
EAST = [(-180.0, 64.0), (-179.0, 64.0), (-179.0, 66.0), (-180.0, 66.0), (-180.0, 64.0)]


def theatre() -> TheatreDeclared:
    """Return a theatre on both sides of the date line, of which nothing but the projection counts."""
    places = {"West": {"lat": 65.0, "lon": 179.5, "side": "A"}, "East": {"lat": 65.0, "lon": -179.5, "side": "B"}}
    roads = [{"from": "West", "to": "East", "km": 50.0}]
    return TheatreDeclared.model_validate({"name": "x", "projection": PROJECTION, "places": places, "roads": roads})


def parts_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    return list(getattr(geometry, "geoms", [geometry]))


def test_an_area_across_the_date_line_is_cut_into_two_that_wind_counterclockwise() -> None:
    project = map_of(PROJECTION)
    with_hole = enclosed([BEYOND, [(179.5, 64.5), (179.5, 65.5), (180.5, 65.5), (180.5, 64.5), (179.5, 64.5)]], project)

    feature = Degrees(theatre()).feature(with_hole, {"place": "x"})

    found = shape(json.loads(json.dumps(feature))["geometry"])
    assert found.geom_type == "MultiPolygon"
    assert found.is_valid
    assert sorted(part.bounds[::2] for part in parts_of(found)) == [(-180.0, -179.0), (179.0, 180.0)]
    assert all(part.exterior.is_ccw for part in parts_of(found))
    assert found.area == pytest.approx(4.0 - 1.0, abs=1e-3)


def test_a_line_across_the_date_line_is_cut_and_no_other_is_touched() -> None:
    crossing = at_date_line(shapely.LineString([(179.0, 0.0), (181.0, 2.0)]))
    here = shapely.LineString([(10.0, 0.0), (11.0, 1.0)])

    assert sorted(mapping(part)["coordinates"] for part in parts_of(crossing)) == [
        ((-180.0, 1.0), (-179.0, 2.0)),
        ((179.0, 0.0), (180.0, 1.0)),
    ]
    assert at_date_line(here) is here


def test_nothing_has_no_geometry() -> None:
    assert Degrees(theatre()).feature(shapely.MultiLineString(), {})["geometry"] is None


@pytest.mark.parametrize("rings", [[BEYOND], [JUMPING], [JUMPING[::-1]], [WEST, EAST]])
def test_an_outline_across_the_date_line_is_the_same_ground_in_every_form(
    rings: list[list[tuple[float, float]]],
) -> None:
    layer = read_layer(json.dumps({"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}))

    ground = enclosed([ring for polygon in layer.polygons for ring in polygon], map_of(PROJECTION))

    whole = enclosed([BEYOND], map_of(PROJECTION))
    assert ground.symmetric_difference(whole).area < 0.005 * whole.area


def test_what_goes_around_a_pole_stays_as_it_is() -> None:
    around = [(-120.0, 80.0), (0.0, 80.0), (120.0, 80.0), (-120.0, 80.0)]

    assert unwrapped(around) == around
    assert all(abs(after[0] - here[0]) <= 180.0 for here, after in pairwise(unwrapped(JUMPING)))

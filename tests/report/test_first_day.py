"""What a scenario puts on the map before anybody has played it."""

from xml.etree import ElementTree as ET

import pytest

from sim.campaign.setup.deployment import Deployment, deploy
from sim.report.figures.first_day_map import first_day_map
from sim.report.first_day import Standing, first_day
from sim.scenario.files.reading import read_scenario

TEACHING = "teaching/two-valleys"


def deployed(**changes: object) -> Deployment:
    return deploy(read_scenario(TEACHING, {path.replace("__", "."): value for path, value in changes.items()}))


def south(**changes: object) -> Standing:
    return first_day(deployed(**changes)).sides[0]


def test_the_region_is_divided_between_the_sides() -> None:
    found = first_day(deployed())

    assert found.region == "Basin"
    assert sum(side.km2 for side in found.sides) == pytest.approx(found.km2)
    assert [side.places for side in found.sides] == [3, 3]


def test_men_are_counted_along_the_front_and_those_who_come_later_apart() -> None:
    found = first_day(deployed())
    later = south(**{'order_of_battle__formations__"South 1st Brigade"__arrives': "2030-05-06"})

    assert [side.men for side in found.sides] == [5000.0, 7000.0]
    assert found.sides[0].men_a_km == pytest.approx(5000.0 / found.front_km)
    assert (later.men, later.later) == (2000.0, 3000.0)


def test_what_troops_use_is_set_against_depots_trucks_and_roads() -> None:
    side = south()

    assert side.demand == pytest.approx(5000.0 * 0.025)
    assert side.depots == 1500.0
    assert side.roads == pytest.approx(side.demand)
    assert south(sides__South__sustainment__trucks=120).trucks == pytest.approx(2.0 * side.trucks)


def test_trucks_drive_there_and_back_and_are_loaded_and_unloaded() -> None:
    laws = read_scenario(TEACHING).laws.supply
    side = south(**{'order_of_battle__formations__"South 1st Brigade"__arrives': "2030-05-06"})
    (route,) = side.routes

    trips = 60.0 * float(laws.truck_hours) / (2.0 * route.km / float(laws.truck_speed) + float(laws.turnaround))
    assert side.trucks == pytest.approx(trips * float(laws.payload))


def test_the_narrowest_road_bounds_what_arrives() -> None:
    assert south(laws__road_capacity__primary={"value": 50, "range": [50, 50]}).roads == pytest.approx(50.0)


def test_routes_lead_over_own_ground_by_the_shortest_way() -> None:
    routes = {route.place: route for route in south().routes}

    assert routes["Ford"].way == ("Southgate", "Bridge", "Ford")
    assert routes["Ford"].km == pytest.approx(routes["Bridge"].km + 15.1, abs=0.1)


def test_a_place_that_no_road_reaches_is_told() -> None:
    isle = {"lat": 46.6, "lon": 8.7, "side": "North", "region": "Basin"}

    assert first_day(deployed(theatre__places={"Isle": isle})).apart == (("Isle",),)


def test_the_map_is_one_picture_of_where_the_troops_and_their_depots_are() -> None:
    picture = ET.fromstring(first_day_map(deployed()))  # noqa: S314 - drawn here

    texts = [element.text for element in picture.iter() if element.tag.endswith("text")]
    assert {"Northport", "Pass", "Mill", "Ford", "Bridge", "Southgate"} <= set(texts)
    assert {"South", "North", "3,000", "2,000", "4,000"} <= set(texts)
    assert any(element.get("class") == "front" for element in picture.iter())

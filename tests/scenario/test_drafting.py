"""A first scenario of one's own, from tables and map layers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest

from sim.campaign.setup.cells import cells_of
from sim.scenario.drafting.draft import write_draft
from sim.scenario.drafting.sources import Sources
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

PLACES = """\
Name,Lat,Lon,side,terrain,population
Northport,46.80,8.5,North,urban,20000
Pass,46.65,8.5,North,,500
Mill,46.55,8.4,North,,
Ford,46.45,8.6,North,open,
Bridge,46.35,8.5,North,,3000
Southgate,46.20,8.5,South,urban,9000
"""
ROADS = """\
from,to,class,crossing
Northport,Pass,trunk,
Pass,Mill,,yes
Mill,Ford,track,no
Ford,Bridge,,
Bridge,Southgate,,
"""
POINT = {"type": "Point", "coordinates": [8, 46]}
MIDDLE = 46.5


def square(south: float, north: float) -> dict[str, object]:
    ring = [[8.2, south], [8.8, south], [8.8, north], [8.2, north], [8.2, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def turned(south: float, north: float) -> dict[str, object]:
    """Return a square whose points have their latitude first."""
    ring = [[south, 8.2], [south, 8.8], [north, 8.8], [north, 8.2], [south, 8.2]]
    return {"type": "Polygon", "coordinates": [ring]}


def layer(*features: tuple[Mapping[str, object], Mapping[str, object]]) -> str:
    told = [{"type": "Feature", "properties": says, "geometry": shape} for says, shape in features]
    return json.dumps({"type": "FeatureCollection", "features": told})


REGION = layer(({"name": "Basin"}, square(46.3, 46.7)))
CONTROL = layer(({"side": "South", "date": None}, square(46.1, MIDDLE)))


def drafted(folder: Path, period: str = "2025", **texts: str) -> tuple[Scenario, list[str]]:
    """Return the scenario that a draft of some tables and layers makes, and what was left out."""
    files = {}
    for name, text in texts.items():
        files[name] = folder / name
        files[name].write_text(text, encoding="utf-8")
    file, notes = write_draft(folder / "mine", period, Sources(**files))
    assert [str(fault) for fault in examine_scenario(file).faults if fault.severity != "note"] == []
    return read_scenario(file), notes.left_out


def test_without_files_it_is_the_teaching_case_under_its_own_name(tmp_path: Path) -> None:
    scenario, left_out = drafted(tmp_path)

    assert (scenario.title, left_out) == ("mine", [])
    assert len(scenario.order_of_battle.formations) == 4


def test_tables_and_layers_become_a_theatre_that_can_be_played(tmp_path: Path) -> None:
    scenario, _ = drafted(tmp_path, places=PLACES, roads=ROADS, region=REGION, control=CONTROL)

    places = scenario.theatre.places
    assert [name for name, place in places.items() if place.region == "Basin"] == ["Pass", "Mill", "Ford", "Bridge"]
    assert (places["Northport"].terrain, places["Pass"].terrain, places["Bridge"].population) == (
        "urban",
        "mixed",
        3000,
    )
    assert scenario.held == {"South": ["Ford", "Bridge"]}
    assert list(scenario.sides) == ["South", "North"]
    assert [side.doctrine.assaults for side in scenario.sides.values()] == [False, True]
    assert [side.sustainment.depots for side in scenario.sides.values()] == [["Southgate"], ["Northport"]]
    assert [road.road_class for road in scenario.theatre.roads] == ["primary", *["local"] * 4]
    assert [road.crossing for road in scenario.theatre.roads] == [None, "Pass - Mill", None, None, None]


def test_lines_become_roads_between_the_places_at_their_ends(tmp_path: Path) -> None:
    bent = {"type": "LineString", "coordinates": [[8.5, 46.8], [8.4, 46.7], [8.501, 46.65]]}
    rest = [[[8.5, 46.65], [8.4, 46.55]], [[8.4, 46.55], [8.6, 46.45]], [[8.6, 46.45], [8.5, 46.35]]]
    last = {"type": "LineString", "coordinates": [[8.5, 46.35], [8.5, 46.2]]}
    astray = {"type": "LineString", "coordinates": [[8.5, 46.35], [9.5, 46.35]]}
    roads = layer(
        ({"highway": "secondary"}, bent),
        ({}, {"type": "MultiLineString", "coordinates": rest}),
        ({}, last),
        ({}, astray),
    )

    scenario, left_out = drafted(tmp_path, places=PLACES, roads=roads, region=REGION, control=CONTROL)

    first, *others = scenario.theatre.roads
    assert (first.start, first.end, first.road_class) == ("Northport", "Pass", "secondary")
    assert first.km == pytest.approx(23.1, abs=0.5)
    assert [(road.start, road.end) for road in others][-1] == ("Bridge", "Southgate")
    assert len(others) == 4
    assert len(left_out) == 1
    assert "feature 4: the road does not lead from one place to another" in left_out[0]


def test_points_of_a_layer_are_places_and_their_neighbours_are_joined(tmp_path: Path) -> None:
    rows = [line.split(",") for line in PLACES.splitlines()[1:]]
    points = layer(
        *(
            ({"name": name, "side": side}, {"type": "Point", "coordinates": [float(lon), float(lat)]})
            for name, lat, lon, side, *_ in rows
        )
    )

    scenario, _ = drafted(tmp_path, places=points, region=REGION, control=CONTROL)

    ends = [{road.start, road.end} for road in scenario.theatre.roads]
    assert {"Northport", "Pass"} in ends
    assert {"Northport", "Southgate"} not in ends


def test_semicolons_and_sides_from_the_layer_of_control_will_do(tmp_path: Path) -> None:
    table = "\n".join(";".join(line.split(",")[:3]) for line in PLACES.splitlines())
    control = layer(({"side": "South"}, square(46.1, 46.4)), ({"side": "North"}, square(46.4, 46.9)))

    scenario, _ = drafted(tmp_path, places=table, region=REGION, control=control)

    assert scenario.theatre.places["Bridge"].side == "South"


def test_the_age_of_the_weapons_chooses_the_laws(tmp_path: Path) -> None:
    now, then = (tmp_path / period for period in ("2025", "1944"))
    for folder in (now, then):
        folder.mkdir()

    weiss = [float(drafted(folder, folder.name)[0].laws.attrition.weiss) for folder in (now, then)]

    assert weiss == [0.45, 0.54]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"places": PLACES}, "--places and --region go together"),
        ({"places": "name,lat\nA,46\n", "region": REGION}, "places:2: the place has no position"),
        ({"places": PLACES.replace("46.65", "46,65;"), "region": REGION}, "places:3: "),
        ({"places": PLACES.replace("Mill", "Pass"), "region": REGION}, 'places:4: a place "Pass" stands above'),
        ({"places": PLACES.replace(",South,", ",,"), "region": REGION}, 'places:7: "Southgate" has no side'),
        ({"places": PLACES.replace("South,", "North,"), "region": REGION}, "two sides are asked for, but there are 1"),
        (
            {"places": PLACES, "region": layer(({}, POINT))},
            "feature 1: there is no area in it, only points; export",
        ),
        (
            {"places": PLACES, "region": layer(({}, {"type": "LineString", "coordinates": [[8, 46], [9, 47]]}))},
            "feature 1: there is no area in it, only lines; export",
        ),
        (
            {"places": PLACES, "region": layer(({"name": "Basin"}, turned(46.3, 46.7)))},
            "no place lies in the region Basin; latitude and longitude are exchanged in one of the files",
        ),
        ({"places": PLACES, "region": layer(({}, square(10.0, 11.0)))}, "no place lies in the region region; draw it"),
        (
            {"places": PLACES, "region": REGION, "control": layer(({"side": "South"}, POINT))},
            "control, feature 1: there is no area in it, only points",
        ),
        ({"places": PLACES, "region": "{"}, "region is no GeoJSON"),
        ({"places": PLACES, "region": ""}, "nothing is in it"),
        ({"places": PLACES, "region": REGION, "roads": "a,b\n1,2\n"}, "roads:2: the road has no ends"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place_and_nothing_is_written(
    tmp_path: Path, texts: dict[str, str], told: str
) -> None:
    with pytest.raises(BadInput) as wrong:
        drafted(tmp_path, **texts)

    assert told in str(wrong.value)
    assert "; " in str(wrong.value)
    assert not (tmp_path / "mine").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years", encoding="utf-8")

    with pytest.raises(BadInput, match="there already"):
        write_draft(tmp_path / "mine", "2025")
    with pytest.raises(BadInput, match="no such age"):
        write_draft(tmp_path / "other", "1814")


def test_a_theatre_on_both_sides_of_the_date_line_is_one(tmp_path: Path) -> None:
    places = "name,lat,lon,side\nWest,65.0,179.9,North\nMid,65.02,-179.98,South\nEast,65.0,-179.9,South\n"
    ring = [[179.5, 64.8], [-179.5, 64.8], [-179.5, 65.2], [179.5, 65.2], [179.5, 64.8]]
    region = layer(({"name": "Strait"}, {"type": "Polygon", "coordinates": [ring]}))

    scenario, _ = drafted(tmp_path, places=places, region=region)

    assert [place.region for place in scenario.theatre.places.values()] == ["Strait"] * 3
    areas = cells_of(scenario.theatre).areas
    assert 1500 < sum(areas) < 2500
    assert all(road.km < 12 for road in scenario.theatre.roads)


def test_areas_of_different_names_are_regions_of_their_own_and_one_without_a_place_is_left_out(tmp_path: Path) -> None:
    region = layer(
        ({"name": "Upper"}, square(46.5, 46.7)),
        ({"name": "Lower"}, square(46.3, 46.5)),
        ({"name": "Sea"}, square(40, 41)),
    )

    scenario, left_out = drafted(tmp_path, places=PLACES, region=region)

    assert list(scenario.contested) == list(scenario.theatre.regions) == ["Upper", "Lower"]
    assert [place.region for place in scenario.theatre.places.values()] == [
        None,
        "Upper",
        "Upper",
        "Lower",
        "Lower",
        None,
    ]
    assert left_out == ["the region Sea: no place lies in it"]


@pytest.mark.parametrize("wrapped", ["bare", "feature", "collection", "multi"])
def test_a_region_is_read_in_every_form_of_geojson_and_holes_are_cut_out(tmp_path: Path, wrapped: str) -> None:
    whole = square(46.3, 46.7)
    hole = [[8.3, 46.5], [8.5, 46.5], [8.5, 46.6], [8.3, 46.6], [8.3, 46.5]]
    rings = [*cast("list[object]", whole["coordinates"]), hole]
    forms: dict[str, dict[str, object]] = {
        "bare": {"type": "Polygon", "coordinates": rings},
        "feature": {"type": "Feature", "properties": None, "geometry": {"type": "Polygon", "coordinates": rings}},
        "collection": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": rings}]},
        "multi": {"type": "MultiPolygon", "coordinates": [rings]},
    }

    scenario, _ = drafted(tmp_path, places=PLACES, region=json.dumps(forms[wrapped]), control=CONTROL)

    assert [name for name, place in scenario.theatre.places.items() if place.region] == ["Pass", "Ford", "Bridge"]
    assert len(scenario.theatre.regions["region"].outline) == 2


def test_a_ring_that_is_not_closed_is_closed_and_told(tmp_path: Path) -> None:
    open_ring = json.loads(REGION)
    open_ring["features"][0]["geometry"]["coordinates"][0].pop()
    for name, text in {"places": PLACES, "region": json.dumps(open_ring)}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    _, notes = write_draft(tmp_path / "mine", "2025", Sources(tmp_path / "places", region=tmp_path / "region"))

    assert notes.guessed == [f"the end of 1 ring of {tmp_path / 'region'}, feature 1, not closed there"]


@pytest.mark.parametrize("odd", ["46.65,nan", "1e400,8.5", "91,8.5", "46.65,-361"])
def test_a_place_that_is_nowhere_is_refused_at_its_line(tmp_path: Path, odd: str) -> None:
    with pytest.raises(BadInput, match=r"places:3: .* is (no number|nowhere on earth); write "):
        drafted(tmp_path, places=PLACES.replace("46.65,8.5", odd), region=REGION)


@pytest.mark.parametrize("odd", ["nan", "inf", "many"])
def test_a_population_that_is_no_number_is_refused_at_its_line(tmp_path: Path, odd: str) -> None:
    with pytest.raises(BadInput, match=rf'places:7: "{odd}" under population is no number; write'):
        drafted(tmp_path, places=PLACES.replace("9000", odd), region=REGION)


@pytest.mark.parametrize("name", ["1e5", "null", "2025-01-01", "[x]", "a: b", "it's", "12"])
def test_any_name_of_a_folder_is_a_title(tmp_path: Path, name: str) -> None:
    file, _ = write_draft(tmp_path / name, "2025")

    assert read_scenario(file).title == name


@pytest.mark.parametrize("link", ["loop", "nowhere"])
def test_a_link_that_leads_nowhere_is_there_already(tmp_path: Path, link: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere").symlink_to("gone")

    with pytest.raises(BadInput, match="it is there already; choose another name"):
        write_draft(tmp_path / link, "2025")


def test_a_name_that_commands_a_terminal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the name holds a control character"):
        write_draft(tmp_path / "\x1b[31mred", "2025")

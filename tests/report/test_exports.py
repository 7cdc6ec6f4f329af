"""What is exported is opened by other people's readers; a reader that is not installed is named, and skipped.

``pip install '.[readers,oracles]'`` installs all of them.
"""

import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest
from shapely.geometry import shape
from typer.testing import CliRunner

from sim.cli import application
from sim.report.days import Session
from sim.report.exports.formation_days import formation_days
from sim.report.exports.orbat_mapper import sidc
from sim.report.exports.troops_and_roads import held
from sim.report.map_days import map_days
from sim.results.whole_files import hash_of
from tests.docs.pages import ROOT, blocks

DAYS = 14


def reader(name: str) -> ModuleType:
    """Return an independent reader, or skip the test with a line that says how to get it."""
    extra = "oracles" if name == "negmas" else "readers"
    module: ModuleType = pytest.importorskip(
        name, reason=f"{name} is not installed: pip install '.[{extra}]'", exc_type=ImportError
    )
    return module


@pytest.fixture(scope="module")
def export(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("exported")
    done = CliRunner().invoke(application(), ["export", str(folder), "--out", str(target), "--run", "1"])
    assert done.exit_code == 0, done.output
    return target


@pytest.fixture(scope="module")
def orbat(export: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((export / "orbat-mapper.json").read_text(encoding="utf-8"))
    return found


def features(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["features"]
    return found


def test_formations_stand_where_the_map_shows_them(session: Session) -> None:
    days = formation_days(session, 1)
    places = session.deployment.cells.names

    for frame in map_days(session, 1)[1:]:
        today = days[(days["day"] == frame["day"] + 1) & (days["status"] == "present")]
        men = today.groupby(["place", "side"])["men"].sum()
        shown = {(places[place], side): total for place, side, total, *_ in frame["stacks"]}
        assert len(men) == len(shown)
        for (place, side), total in men.items():
            number = list(session.scenario.sides).index(side)
            assert total == pytest.approx(shown[place, number], abs=2.0)


def test_every_formation_of_either_side_is_a_unit_with_a_symbol(orbat: dict[str, Any], session: Session) -> None:
    units = [unit for side in orbat["sides"] for group in side["groups"] for unit in group["subUnits"]]

    assert {unit["name"] for unit in units} == set(session.scenario.order_of_battle.formations)
    assert all(re.fullmatch(r"100[36]1000(15|16|17|18)121[17]000000", unit["sidc"]) for unit in units)
    assert len({unit["id"] for unit in units}) == len(units)
    assert sidc(0, "line", 2500.0) == "10031000181211000000"


def test_a_unit_is_on_each_evening_near_the_place_of_its_formation(orbat: dict[str, Any], session: Session) -> None:
    days = {(row["formation"], row["day"]): row for row in formation_days(session, 1).to_dict("records")}
    dates = pd.date_range(session.scenario.start, periods=DAYS).strftime("%Y-%m-%d")
    for side in orbat["sides"]:
        for unit in side["groups"][0]["subUnits"]:
            location = unit.get("location")
            states = {state["t"][:10]: state["location"] for state in unit["state"]}
            for day, when in enumerate(dates, start=1):
                location = states.get(when, location)
                row = days[unit["name"], day]
                assert (location is not None) == (row["status"] == "present")
                if location is not None:
                    assert location == pytest.approx([row["lon"], row["lat"]], abs=0.1)


def test_the_scenario_has_what_the_viewer_s_type_demands(orbat: dict[str, Any]) -> None:
    assert orbat["type"] == "ORBAT-mapper"
    assert {"id", "version", "sides", "events", "layers", "mapLayers", "name", "startTime"} <= set(orbat)
    for side in orbat["sides"]:
        assert {"id", "name", "standardIdentity", "groups"} <= set(side)
        for unit in side["groups"][0]["subUnits"]:
            assert all({"id", "t", "location"} <= set(state) for state in unit["state"])
            assert [state["t"] for state in unit["state"]] == sorted(state["t"] for state in unit["state"])
    for line in orbat["layers"][0]["features"]:
        assert shape(line["geometry"]).is_valid
        assert line["meta"]["visibleFromT"] < line["meta"]["visibleUntilT"]


def test_layers_are_valid_shapes_with_a_row_a_day(export: Path) -> None:
    troops, roads = features(export / "troops.geojson"), features(export / "roads.geojson")

    assert all(shape(each["geometry"]).is_valid for each in (*troops, *roads))
    assert len({each["properties"]["date"] for each in troops}) == DAYS
    assert len(roads) % DAYS == 0
    assert {each["properties"]["state"] for each in roads} <= {"whole", "damaged", "cut"}
    assert any(each["properties"]["supplies_t"] > 0 for each in roads)


def test_probabilities_of_places_are_told_by_morning_and_others_keep_their_holder(session: Session) -> None:
    found = {
        each["properties"]["place"]: each["properties"]
        for each in held(session, {"Sudzha": [1.0, *[0.5] * DAYS]})["features"]
    }

    assert found["Sudzha"]["2025-03-01"] == 1.0
    assert found["Sudzha"]["2025-03-15"] == 0.5
    assert found["Sumy"]["2025-03-15"] == 1.0
    assert found["Kursk"]["2025-03-15"] == 0.0


def test_the_crate_names_every_file_with_its_hash(export: Path) -> None:
    graph = json.loads((export / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    told = {each["@id"]: each["sha256"] for each in graph if each["@type"] == "File"}
    there = {path.relative_to(export).as_posix(): hash_of(path) for path in export.rglob("*") if path.is_file()}
    del there["ro-crate-metadata.json"]

    assert told == there


def test_rocrate_opens_the_crate(export: Path) -> None:
    crate = reader("rocrate.rocrate").ROCrate(str(export))

    assert {each.id for each in crate.data_entities} >= {"days.csv", "campaign.kml", "negmas/2025-03-01/domain.yml"}
    assert crate.dereference("#run")["instrument"].id == "#westphalia"


def test_frictionless_finds_no_fault_in_the_tables(export: Path) -> None:
    report = reader("frictionless").validate(str(export / "datapackage.json"))

    assert report.valid, report.flatten(["type", "message"])
    assert report.stats["tasks"] == 3


def test_fastkml_reads_times_and_places(export: Path, session: Session) -> None:
    kml = reader("fastkml").KML.parse(str(export / "campaign.kml"))
    folders = list(next(iter(kml.features)).features)

    assert [folder.name for folder in folders] == [*session.scenario.sides, "Front line"]
    marks = [mark for folder in folders for mark in folder.features]
    assert all(mark.times.begin.dt < mark.times.end.dt for mark in marks)
    assert len(list(folders[-1].features)) == DAYS


def test_gdal_reads_every_layer(export: Path) -> None:
    pyogrio = reader("pyogrio")
    for name in ("fronts", "control", "troops", "roads"):
        assert pyogrio.read_info(str(export / f"{name}.geojson"))["features"] > 0
    layers = [name for name, _ in pyogrio.list_layers(str(export / "campaign.kml"))]
    assert layers[-1] == "Front line"


def test_the_script_of_the_page_opens_the_bargain(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader("negmas")
    (script,) = blocks(ROOT / "docs" / "formats.md", "python")
    (tmp_path / "export").symlink_to(export)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}

    exec(script, names)  # noqa: S102 - what the page says, and nothing else

    assert len(names["opened"].ufuns) == 2


def test_negmas_opens_the_bargain_and_finds_the_same_worth(export: Path, session: Session) -> None:
    negmas = reader("negmas")
    first, second = session.scenario.sides
    folder = export / "negmas" / "2025-03-01"
    opened = negmas.Scenario.from_yaml_files(folder / "domain.yml", [folder / f"{first}.yml", folder / f"{second}.yml"])

    (talks,) = [row for row in session.talks.to_dict("records") if (row["replication"], row["talks_day"]) == (1, 0)]
    theirs, ours = opened.ufuns
    issues = opened.outcome_space.issues
    nothing = tuple("second" if "Categorical" in type(issue).__name__ else 0.0 for issue in issues)
    everything = tuple("first" if "Categorical" in type(issue).__name__ else 1.0 for issue in issues)
    assert [float(theirs(nothing)), float(theirs(everything))] == pytest.approx([0.0, 1.0])
    assert [float(ours(nothing)), float(ours(everything))] == pytest.approx([1.0, 0.0])
    assert [theirs.reserved_value, ours.reserved_value] == pytest.approx([talks["perceived_0"], talks["perceived_1"]])

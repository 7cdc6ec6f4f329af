"""What a scenario leaves out, and is told about."""

from pathlib import Path

import pytest

from sim.scenario.files.completion import complete
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.fingerprint import fingerprint
from sim.scenario.laws import SupplyLaws
from sim.scenario.parameters import parameters
from sim.scenario.scenario import Scenario
from tests.scenario.teaching import FOLDER, TEACHING, written
from tests.scenarios.shipped import WHOLE


def assumed(file: Path) -> dict[str, tuple[object, str]]:
    return {each.where: (each.value, each.why) for each in examine_scenario(file).assumed}


@pytest.mark.parametrize("file", [file for file in WHOLE if file.parent != FOLDER], ids=lambda file: file.stem)
def test_a_scenario_that_ships_leaves_out_what_is_neutral_alone(file: Path) -> None:
    assert {where: told for where, told in assumed(file).items() if told != (0, "default")} == {}


def test_a_short_scenario_is_complete_and_sound(tmp_path: Path) -> None:
    examination = examine_scenario(written(tmp_path))

    assert [str(fault) for fault in examination.faults if fault.severity != "note"] == []
    assert examination.scenario is not None
    assert len(TEACHING.splitlines()) < 40
    assert len(parameters(examination.scenario)) > 150


def test_everything_that_was_assumed_is_told_with_its_reason(tmp_path: Path) -> None:
    told = assumed(written(tmp_path))

    assert told["sides.South.deep_fires.drones"] == (0, "default")
    assert told["sides.South.sustainment.trucks"] == (60, "no source is given")
    assert told["talks.costs.North.time"] == (0.001, "default")
    assert told["contested"] == ("Basin", "the only region")
    assert told["sides.North.short"] == ("N", "its name")
    assert told["talks.territory"] == ("Basin", "the issue that is named like the contested region")
    assert "sides.North.will" not in told
    assert "theatre.roads.4.km" not in told


def test_what_is_declared_is_nowhere_replaced(tmp_path: Path) -> None:
    scenario = read_scenario(written(tmp_path))

    assert float(scenario.sides["North"].doctrine.threshold) == 1.3
    assert scenario.sides["North"].doctrine.assaults
    assert scenario.theatre.roads[4].km == 25.0


def test_a_scenario_that_is_complete_stays_what_it_is(tmp_path: Path) -> None:
    scenario = read_scenario(written(tmp_path))

    again = Scenario.model_validate(complete(scenario.model_dump(mode="json", by_alias=True)))

    assert fingerprint(again) == fingerprint(scenario)


def test_results_that_were_kept_before_a_constant_was_known_take_its_default(tmp_path: Path) -> None:
    scenario = read_scenario(written(tmp_path))
    kept = scenario.model_dump(mode="json", by_alias=True)
    del kept["laws"]["attrition"]["weiss"], kept["sides"]["South"]["deep_fires"]["raids"], kept["talks"]["costs"]

    assert Scenario.model_validate(complete(kept)) == scenario


def test_a_road_is_as_long_as_the_straight_line_and_its_class_make_it(tmp_path: Path) -> None:
    roads = read_scenario(written(tmp_path)).theatre.roads

    degree = 6371.0 * 3.141592653589793 / 180.0
    assert roads[0].km == pytest.approx(0.15 * degree * 1.12, abs=0.06)
    assert roads[6].km == pytest.approx(0.15 * degree * 1.12, abs=0.06)


def test_the_whole_is_the_area_of_the_region(tmp_path: Path) -> None:
    whole = read_scenario(written(tmp_path)).talks.whole

    sphere = 6371.0**2 * 0.6 * 3.141592653589793 / 180.0 * (0.7277727 - 0.7229671)
    assert float(whole) == pytest.approx(sphere, rel=0.005)
    assert whole.unit == "km2"


@pytest.mark.parametrize(
    ("names", "shorts"),
    [
        (("South", "North"), ("S", "N")),
        (("Separatists", "Serbs"), ("SEP", "SER")),
        (("United Kingdom", "Argentina"), ("UK", "A")),
    ],
)
def test_abbreviations_tell_the_sides_apart(tmp_path: Path, names: tuple[str, str], shorts: tuple[str, str]) -> None:
    text = TEACHING.replace("South 1st", "1st S").replace("South 2nd", "2nd S").replace("Southgate", "Gate")
    text = text.replace("Northport", "Port").replace("North ", "N ")
    text = text.replace("South", names[0]).replace("North", names[1])

    sides = read_scenario(written(tmp_path, text)).sides

    assert tuple(sides[name].short for name in names) == shorts


def test_places_about_the_date_line_have_their_middle_there(tmp_path: Path) -> None:
    text = TEACHING.replace("regions: {Basin: {file: basin.geojson}}", "regions: {Basin: {file: west.geojson}}")
    for n, lon in enumerate(("8.5", "8.4", "8.6")):
        text = text.replace(f"lon: {lon}", f"lon: {(179.9, 179.8, -179.9)[n]}")

    told = assumed(written(tmp_path, text))

    projection, why = told["theatre.projection"]
    assert "+lon_0=179.9" in str(projection)
    assert why == "equal-area about the middle of the places"


def test_a_road_to_a_place_that_is_not_there_is_told_as_that(tmp_path: Path) -> None:
    errors = examine_scenario(
        written(tmp_path, TEACHING.replace("{from: Pass, to: Ford}", "{from: Pass, to: Fort}"))
    ).errors

    assert [error.message for error in errors] == ['there is no place "Fort"']


def test_what_nothing_follows_from_is_still_asked_for(tmp_path: Path) -> None:
    errors = examine_scenario(written(tmp_path, TEACHING.replace("days: 20\n", ""))).errors

    assert [(error.where, error.message) for error in errors] == [("days", "it is missing")]


def test_a_law_that_came_after_results_were_kept_is_switched_off(tmp_path: Path) -> None:
    scenario = read_scenario(written(tmp_path))
    kept = scenario.model_dump(mode="json", by_alias=True)
    fields = SupplyLaws.model_fields
    later = [name for name, field in fields.items() if not field.is_required()]
    for name in later:
        del kept["laws"]["supply"][name]

    supply = Scenario.model_validate(complete(kept)).laws.supply

    assert later
    assert all(getattr(supply, name) == fields[name].default for name in later)


def test_a_look_ahead_that_is_declared_alone_is_not_given_an_end(tmp_path: Path) -> None:
    alone = read_scenario(written(tmp_path, TEACHING + "talks: {horizon: 20}\n")).talks
    both = read_scenario(written(tmp_path)).talks

    assert alone.end is None
    assert both.end is not None


GROUPS = (
    "talks: {patience: VALUE}",
    "talks: {costs: VALUE}",
    "talks: {issues: VALUE}",
    "talks: {issues: {Basin: VALUE}}",
    "talks: {issues: {Basin: {weights: VALUE}}}",
    "mediators: VALUE",
    "mediators: {Monitor: {pressure: VALUE}}",
)


@pytest.mark.parametrize("value", ["-1", "true", "[]", "words"])
@pytest.mark.parametrize("text", GROUPS)
def test_what_stands_where_a_group_belongs_is_refused_and_not_taken_for_one_left_out(
    tmp_path: Path, text: str, value: str
) -> None:
    errors = examine_scenario(written(tmp_path, f"{TEACHING}{text.replace('VALUE', value)}\n")).errors

    assert [fault.line for fault in errors] == [len(TEACHING.splitlines()) + 1]

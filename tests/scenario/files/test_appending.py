"""How a variant adds to a list of its parent, and is told when it replaces one."""

from pathlib import Path

from sim.scenario.files.reading import read_scenario
from tests.scenario.files.editor import underlined
from tests.scenario.given import BASE, sound, told, written
from tests.scenario.teaching import TEACHING
from tests.scenario.teaching import written as taught

CHILD = "extends: base.yaml\nname: child\nroads: {add: [{from: C, to: D}]}\n"


def ends(file: str) -> list[str]:
    return [road.to for road in sound(file).roads]


def test_entries_go_behind_those_of_the_parent(tmp_path: Path) -> None:
    files = written(
        tmp_path, base=BASE, child=CHILD, grandchild="extends: child.yaml\nroads: {add: [{from: D, to: E}]}\n"
    )

    assert ends(files["child"]) == ["B", "C", "D"]
    assert ends(files["grandchild"]) == ["B", "C", "D", "E"]
    assert told(files["grandchild"]) == []


def test_what_is_added_to_nothing_is_the_list(tmp_path: Path) -> None:
    bare = BASE[: BASE.index("roads")]
    more = "extends: child.yaml\nroads: {add: [{from: D, to: E}]}\n"
    files = written(tmp_path, base=bare, child=CHILD, grandchild=more)

    assert ends(files["child"]) == ["D"]
    assert ends(files["grandchild"]) == ["D", "E"]


def test_an_override_may_add(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE)

    assert [road.to for road in sound(files["base"], ["roads={add: [{from: C, to: D}]}"]).roads] == ["B", "C", "D"]


def test_a_list_that_replaces_another_is_told(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="extends: base.yaml\nname: child\nroads: [{from: X, to: Y}]\n")

    (note,) = told(files["child"])

    assert note == (
        "child.yaml:3: roads: the list replaces the 2 entries of base.yaml:7; "
        "nothing, if that is meant; `{add: [...]}` appends"
    )


def test_a_list_that_goes_on_with_all_of_another_is_not_told(tmp_path: Path) -> None:
    whole = "roads: [{from: A, to: B}, {from: B, to: C}, {from: C, to: D}]"
    files = written(tmp_path, base=BASE, child=f"extends: base.yaml\n{whole}\n")

    assert told(files["child"]) == []


def test_places_held_and_events_are_added_to_the_teaching_case(tmp_path: Path) -> None:
    taught(tmp_path)
    file = tmp_path / "more.yaml"
    text = (
        "extends: two-valleys.yaml\ntheatre: {roads: {add: [{from: Northport, to: Ford}]}}\n"
        "held: {South: {add: [Mill]}}\nevents: {add: [{date: 2030-05-05, kind: mud, level: 0.3}]}\n"
    )
    file.write_text(text, encoding="utf-8")

    scenario = read_scenario(file)

    assert scenario.held["South"] == ["Ford", "Bridge", "Mill"]
    assert scenario.theatre.roads[-1].end == "Ford"
    assert len(scenario.events) == 1
    assert underlined(text) == []


def test_the_schema_knows_add_where_there_is_a_list() -> None:
    assert underlined(TEACHING + "against: {add: [other.yaml]}\n") == []
    assert underlined("against: {append: [other.yaml]}") != []
    assert underlined("theatre: {roads: {add: [{from: A, too: B}]}}") != []

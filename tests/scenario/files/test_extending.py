"""How scenario files take over and change what others declare."""

from pathlib import Path

import pytest

from sim.scenario.files.reading import examine_scenario
from tests.scenario.given import BASE, RATE, read, sound, told, written


def test_a_child_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="extends: base.yaml\nname: child\nroads: [{from: X, to: Y}]\n")

    base, child = sound(files["base"]), sound(files["child"])

    assert child.name == "child"
    assert [road.begin for road in child.roads] == ["X"]
    assert child.sides == base.sides


def test_a_bare_number_over_a_quantity_replaces_only_its_value(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="extends: base.yaml\nsides: {North: {rate: 25}}\n")

    rate = sound(files["child"]).sides["North"].rate

    assert rate.value == 25
    assert rate.source == "Clausewitz (1832)"
    assert float(rate) == 25.0


def test_a_bare_number_with_nothing_inherited_is_a_fault(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="extends: base.yaml\nsides:\n  North: {reserve: 3}\n")

    (fault,) = told(files["child"])

    assert fault.startswith(
        "child.yaml:3: sides.North.reserve: a bare number needs unit, range, source and confidence; write"
    )


def test_a_value_outside_the_inherited_range_is_a_fault_of_the_child(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="extends: base.yaml\nsides:\n  North:\n    rate: 99\n")

    (fault,) = told(files["child"])

    assert fault.startswith("child.yaml:4: sides.North.rate: the value 99 is outside its range [10, 30]; ")


def test_a_fault_is_told_in_the_file_where_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    written(tmp_path / "below", base=BASE.replace("unit: km/day", "unit: mile", 1))
    files = written(tmp_path, child="extends: below/base.yaml\nname: child\n")

    (fault,) = told(files["child"])

    assert fault.startswith('below/base.yaml:4: sides.North.rate: the unit is "mile", but "km/day" is asked for')


def test_null_removes_what_is_inherited(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="extends: base.yaml\nroads: null\nsides: {North: null}\n")

    child = sound(files["child"])

    assert list(child.sides) == ["South Land"]
    assert child.roads == []


def test_null_that_removes_nothing_is_a_warning_with_a_suggestion(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="extends: base.yaml\nsides:\n  Nort: null\n")

    examination = read(files["child"])

    assert examination.scenario is not None
    assert [(fault.severity, fault.line) for fault in examination.faults] == [("warning", 3)]
    assert examination.faults[0].remedy == 'did you mean "North"?'


def test_later_files_prevail_and_the_file_itself_over_all(tmp_path: Path) -> None:
    files = written(
        tmp_path,
        base=BASE,
        first="name: first\nweather: {mud: 1}\n",
        second="name: second\nroads: null\n",
        child="extends: [base.yaml, first.yaml, second.yaml]\nstart: 2025-04-01\n",
    )

    child = sound(files["child"])

    assert child.name == "second"
    assert child.weather.mud == 1
    assert child.roads == []
    assert child.start.month == 4


def test_what_was_removed_may_be_declared_anew(tmp_path: Path) -> None:
    files = written(
        tmp_path,
        base=BASE,
        middle="extends: base.yaml\nsides: {North: null}\n",
        child=f"extends: middle.yaml\nsides: {{North: {{rate: {RATE}}}}}\n",
    )

    assert sound(files["child"]).sides == sound(files["base"]).sides


def test_two_parents_may_extend_the_same_file(tmp_path: Path) -> None:
    files = written(
        tmp_path,
        base=BASE,
        left="extends: base.yaml\nname: left\n",
        right="extends: base.yaml\nstart: 2025-04-01\n",
        child="extends: [left.yaml, right.yaml]\n",
    )

    assert sound(files["child"]).start.month == 4


def test_a_circle_is_a_fault_at_the_line_that_closes_it(tmp_path: Path) -> None:
    files = written(tmp_path, one="extends: two.yaml\n", two="name: x\nextends: one.yaml\n")

    (fault,) = told(files["one"])

    assert fault.startswith("two.yaml:2: extends: one.yaml extends itself in a circle; ")


def test_a_missing_parent_is_one_fault_with_a_suggestion(tmp_path: Path) -> None:
    files = written(tmp_path, base=BASE, child="name: x\nextends:\n  - bsae.yaml\n")

    assert told(files["child"]) == ['child.yaml:3: extends: there is no file bsae.yaml; did you mean "base"?']


def test_extends_that_names_no_file_is_a_fault(tmp_path: Path) -> None:
    files = written(tmp_path, child=BASE + "extends: [3]\n")

    assert told(files["child"]) == ["child.yaml:10: extends: a file name is asked for; write `extends: other.yaml`"]


@pytest.mark.parametrize("content", [b"name: \xff\n", None])
def test_a_file_that_cannot_be_read_as_text_is_a_fault(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "odd.yaml"
    file.mkdir() if content is None else file.write_bytes(content)

    (fault,) = told(str(file))

    assert fault.startswith("odd.yaml: ")


def test_a_missing_file_is_one_fault(tmp_path: Path) -> None:
    assert told(str(tmp_path / "gone.yaml")) == ["gone.yaml: there is no file gone.yaml; check the path"]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "marked.yaml"
    file.write_text(BASE, encoding="utf-8-sig")

    assert sound(str(file)).name == "base"


@pytest.mark.parametrize("name", ["teaching/two-valleys", "../scenarios/teaching/two-valleys.yaml"])
def test_what_ships_is_suggested_as_it_is_extended(tmp_path: Path, name: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(f"extends: {name}\n", encoding="utf-8")

    assert 'did you mean "westphalia/teaching/two-valleys"?' in str(examine_scenario(file).errors[0])

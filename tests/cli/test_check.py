"""The commands that look at scenario files without playing them."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from sim.cli import application
from tests.scenario.duel import examined_duel


def called(*arguments: str) -> Result:
    return CliRunner().invoke(application(), list(arguments))


def test_a_sound_file_passes(tmp_path: Path) -> None:
    examined_duel(tmp_path)

    outcome = called("check", str(tmp_path / "changed.yaml"))

    assert outcome.exit_code == 0
    assert outcome.stdout.startswith("1 file checked: 0 errors, 0 warnings, 0 notes\n")
    assert all(line.startswith("assumed ") for line in outcome.stdout.splitlines()[1:])


def test_errors_are_told_with_place_and_remedy_and_exit_code_two(tmp_path: Path) -> None:
    examined_duel(tmp_path, "supporters: {Nobody: null}\nheld: {Blue: [Fort]}\n")

    outcome = called("check", str(tmp_path / "changed.yaml"))

    assert outcome.exit_code == 2
    assert f'error {tmp_path}/changed.yaml:3: held.Blue.0: there is no place "Fort"; did you' in outcome.stdout
    assert "1 file checked: 1 error, 1 warning, 0 notes\n" in outcome.stdout


def test_json_is_one_object_with_every_fault(tmp_path: Path) -> None:
    examined_duel(tmp_path, "held: {Blue: [Fort]}\n")
    sound, faulty = str(tmp_path / "duel.yaml"), str(tmp_path / "changed.yaml")

    outcome = called("check", sound, faulty, str(tmp_path / "gone.yaml"), "--json")

    told = json.loads(outcome.stdout)
    assert outcome.exit_code == 2
    assert told["files"] == [sound, faulty, str(tmp_path / "gone.yaml")]
    assert (told["errors"], told["warnings"], told["notes"]) == (2, 0, 0)
    assert told["faults"][0] == {
        "severity": "error",
        "file": faulty,
        "line": 2,
        "where": "held.Blue.0",
        "message": 'there is no place "Fort"',
        "remedy": 'did you mean "Ford"?',
    }


def test_the_schema_is_one_json_object_for_editors() -> None:
    outcome = called("schema")

    schema = json.loads(outcome.stdout)
    assert outcome.exit_code == 0
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"extends", "theatre", "sides", "laws"} <= schema["properties"].keys()

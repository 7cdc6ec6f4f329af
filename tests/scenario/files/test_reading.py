"""Scenario files, read as the program reads them."""

import os
from pathlib import Path

import pytest

from sim.scenario.files.reading import read_scenario
from sim.scenario.fingerprint import fingerprint
from sim.scenario.parameters import parameters
from sim.vocabulary import BadInput
from tests.scenario.duel import examined_duel


def test_a_scenario_is_read_with_its_overrides(tmp_path: Path) -> None:
    examined_duel(tmp_path)

    scenario = read_scenario(tmp_path / "changed.yaml", ["days=12", "sides.Red.will=0.7"])

    assert scenario.days == 12
    assert parameters(scenario)["sides.Red.will"].value == 0.7


def test_every_error_is_raised_at_once_with_file_and_line(tmp_path: Path) -> None:
    examined_duel(tmp_path, "dais: 3\nheld: {Blue: [Fort]}\n")

    with pytest.raises(BadInput) as raised:
        read_scenario(tmp_path / "changed.yaml")

    assert raised.value.messages == (
        f'{tmp_path}/changed.yaml:2: dais: the key is unknown; did you mean "days"?',
        f'{tmp_path}/changed.yaml:3: held.Blue.0: there is no place "Fort"; did you mean "Ford"?',
    )


def test_warnings_do_not_keep_a_scenario_from_being_read(tmp_path: Path) -> None:
    examined_duel(tmp_path, "supporters: {Nobody: null}\n")

    assert read_scenario(tmp_path / "changed.yaml").title == "A duel"


def test_a_missing_file_is_one_message() -> None:
    with pytest.raises(BadInput, match="there is no file gone") as raised:
        read_scenario("gone.yaml")

    assert len(raised.value.messages) == 1


def test_a_fingerprint_is_the_same_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near = examined_duel(tmp_path).scenario
    monkeypatch.chdir("/")

    far = read_scenario(os.path.relpath(tmp_path / "changed.yaml"))

    assert near is not None
    assert fingerprint(near) == fingerprint(far)

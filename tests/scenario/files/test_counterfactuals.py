"""The scenarios that one names to be contrasted with: there, sound, and about the same days of the same war."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application
from sim.scenario.files.counterfactuals import counterfactual_file, faults_of_counterfactuals
from sim.scenario.files.reading import examine_scenario
from sim.scenario.files.shipped import home
from tests.scenario.teaching import written

VARIANTS = {
    "other.yaml": "extends: two-valleys.yaml\nsides: {North: {sustainment: {trucks: 100}}}\n",
    "longer.yaml": "extends: two-valleys.yaml\ndays: 30\n",
    "later.yaml": "extends: two-valleys.yaml\nstart: 2030-06-01\n",
    "often.yaml": "extends: two-valleys.yaml\ntalks: {every: 2}\n",
    "broken.yaml": "extends: two-valleys.yaml\nheld: {South: [Nowhere]}\n",
}
WRONG = {
    "nothing": 'there is no scenario "nothing"',
    "two-valeys.yaml": 'there is no scenario "two-valeys.yaml"',
    "theory/equal-sides": "the sides are Blue, Red, and South, North here",
    "longer.yaml": "the days played are 30, and 20 here",
    "later.yaml": "the first day is 2030-06-01, and 2030-05-01 here",
    "often.yaml": "the days between talks are 2, and 7 here",
    "broken.yaml": 'the scenario "broken.yaml" has an error',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path)
    for name, text in VARIANTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def own(folder: Path, name: str) -> Path:
    file = folder / "own.yaml"
    file.write_text(f"extends: two-valleys.yaml\ntitle: Own\nagainst:\n  - other.yaml\n  - {name}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_contrasted_is_an_error_at_its_line(folder: Path, name: str) -> None:
    file = own(folder, name)

    (fault,) = faults_of_counterfactuals(file, examine_scenario(file))

    assert (fault.severity, fault.file, fault.line, fault.where) == ("error", str(file), 5, "against.1")
    assert WRONG[name] in fault.message
    assert fault.remedy


@pytest.mark.parametrize("command", ["check", "run"])
def test_commands_refuse_it_from_any_folder(folder: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")

    outcome = CliRunner().invoke(application(), [command, str(own(folder, "nothing"))])

    assert outcome.exit_code == 2
    assert f'{folder}/own.yaml:5: against.1: there is no scenario "nothing"; ' in outcome.output


@pytest.mark.parametrize("name", ["often.yaml", "longer.yaml"])
@pytest.mark.parametrize("command", ["run FILE --against", "rank FILE", "compare FILE --over declared"])
def test_a_contrast_over_other_dates_is_refused_before_anything_is_played(
    folder: Path, command: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)

    words = command.replace("FILE", "two-valleys.yaml").split()
    outcome = CliRunner().invoke(application(), [*words, name])

    assert outcome.exit_code == 2, outcome.output
    assert "contrast scenarios that have these in common" in outcome.output
    assert not (folder / "results").exists()


def test_a_file_beside_is_meant_before_what_ships(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    file = own(folder, "other.yaml")

    assert counterfactual_file(file, "other.yaml") == folder / "other.yaml"
    assert counterfactual_file(file, "theory/equal-sides") == home() / "theory/equal-sides.yaml"
    assert faults_of_counterfactuals(file, examine_scenario(file)) == []


def test_what_was_only_inherited_and_is_another_war_is_left_out_and_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(folder, "two-valleys.yaml")
    (folder / "short.yaml").write_text("extends: own.yaml\ndays: 2\n", encoding="utf-8")
    monkeypatch.chdir(folder)

    checked = CliRunner().invoke(application(), ["check", "short.yaml"])
    played = CliRunner().invoke(application(), ["run", "short.yaml", "--draws", "2", "--replications", "2", "--json"])

    assert checked.exit_code == 0, checked.output
    assert "it is left out; name others under `against`" in checked.stdout
    assert played.exit_code == 0, played.output
    assert "No contrast with other.yaml: it is not about the same days" in played.stderr

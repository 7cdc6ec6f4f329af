"""The scenarios that ship."""

from pathlib import Path

import pytest

from sim.experiment.planning import plan
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.files.shipped import BENEATH, file_meant, file_named_in, home
from sim.scenario.fingerprint import fingerprint
from sim.scenario.parameters import parameters
from tests.scenarios.shipped import WHOLE


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_shipped_scenario_is_without_errors_and_warnings(path: Path) -> None:
    examination = examine_scenario(path)

    assert [str(fault) for fault in examination.faults if fault.severity != "note"] == []


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_parameter_of_a_shipped_scenario_can_be_set_by_its_path(path: Path) -> None:
    scenario = read_scenario(path)
    found = parameters(scenario)

    lowest = read_scenario(path, {name: quantity.range[0] for name, quantity in found.items()})

    assert {name: each.value for name, each in parameters(lowest).items()} == {
        name: quantity.range[0] for name, quantity in found.items()
    }
    assert fingerprint(lowest) != fingerprint(scenario)


def test_what_ships_is_meant_by_its_name_with_and_without_ending() -> None:
    names = ("kursk/2025-03-article", "kursk/2025-03-article.yaml", "westphalia/kursk/2025-03-article")

    assert {file_meant(name) for name in names} == {home() / "kursk" / "2025-03-article.yaml"}
    assert fingerprint(read_scenario(names[0])) == fingerprint(read_scenario(home() / names[1]))


def test_a_file_that_exists_is_meant_before_one_that_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "laws.yaml").write_text("title: mine\n", encoding="utf-8")

    assert file_meant("laws.yaml") == Path("laws.yaml")
    assert file_meant("laws") == BENEATH / "laws.yaml"


def test_files_name_what_ships_after_the_name_of_the_package_alone(tmp_path: Path) -> None:
    assert file_named_in(tmp_path, "westphalia/laws") == BENEATH / "laws.yaml"
    assert file_named_in(tmp_path, "laws") == tmp_path / "laws"
    assert file_named_in(tmp_path / "deep", "../other.yaml") == tmp_path / "other.yaml"


def test_outlines_and_designs_find_what_ships_too(tmp_path: Path) -> None:
    region = "theatre: {regions: {Kursk: {file: westphalia/kursk/kursk-oblast.geojson}}}\n"
    (tmp_path / "mine.yaml").write_text(f"extends: westphalia/kursk/2025-03-article\n{region}", encoding="utf-8")
    design = "scenario: westphalia/kursk/2025-03-article\nkind: grid\nfactors: {days: {levels: [2, 3]}}\n"
    (tmp_path / "design.yaml").write_text(design, encoding="utf-8")

    article = read_scenario("kursk/2025-03-article")
    assert fingerprint(read_scenario(tmp_path / "mine.yaml")) == fingerprint(article)
    assert plan(tmp_path / "design.yaml").scenario == article


def test_a_misspelt_name_is_told_what_it_is_most_like(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: westphalia/kursk/2025-03-artcle\n", encoding="utf-8")

    for file, prefix in (("kursk/2025-03-artcle", ""), (tmp_path / "mine.yaml", "westphalia/")):
        (error,) = examine_scenario(file).errors
        assert error.remedy == f'did you mean "{prefix}kursk/2025-03-article"?'

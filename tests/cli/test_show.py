"""The command ``show``."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sim.cli import application


def shown(*arguments: str) -> Result:
    return CliRunner().invoke(application(), ["show", *arguments])


def test_a_scenario_fits_on_a_screen_and_a_map_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    answer = shown("kursk/2025-03-article")

    assert answer.exit_code == 0, answer.stderr
    assert len(answer.stdout.splitlines()) <= 24
    assert "Ukraine: 20,000 men" in answer.stdout
    assert (tmp_path / "results" / "2025-03-article-map.svg").read_text(encoding="utf-8").startswith("<svg")


def test_json_is_one_object_with_every_figure(tmp_path: Path) -> None:
    picture = tmp_path / "map.svg"

    told = json.loads(shown("teaching/two-valleys", "--map", str(picture), "--json").stdout)

    assert told["map"] == str(picture)
    assert [side["name"] for side in told["sides"]] == ["South", "North"]
    assert told["sides"][0]["routes"][0]["way"] == ["Southgate", "Bridge", "Ford"]
    assert picture.is_file()


def test_a_scenario_with_errors_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: westphalia/teaching/two-valleys\nheld: {South: [Fort]}\n")

    answer = shown(str(tmp_path / "mine.yaml"), "--map", str(tmp_path / "map.svg"))

    assert answer.exit_code == 2
    assert 'there is no place "Fort"' in answer.stderr
    assert not (tmp_path / "map.svg").exists()

"""The command ``forecast``: a file that says the same whoever makes it, and is not changed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application

WEEK = ["kursk/2024-09-salient", "--set", "days=6", "--draws", "4", "--workers", "1"]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def call(*arguments: str) -> tuple[int, str, str]:
    answer = CliRunner().invoke(application(), arguments)
    return answer.exit_code, answer.stdout, answer.stderr


def test_a_forecast_is_written_once_and_scored_by_hindcast(tmp_path: Path) -> None:
    code, printed, _ = call("forecast", *WEEK, "--out", "first.json")
    again = call("forecast", *WEEK, "--json", "--runs", "other")
    refused = call("forecast", *WEEK, "--out", "first.json")
    written = json.loads((tmp_path / "first.json").read_text())
    (tmp_path / "seen.csv").write_text("date,km2\n2024-09-01,900\n2024-09-06,900\n")
    scored = json.loads(call("hindcast", *WEEK, "seen.csv", "--over", "declared", "--json")[1])

    assert code == 0
    assert "A ring closes" in printed
    assert json.loads(again[1])["digest"] == written["digest"]
    assert len(written["area_km2"]) == len(written["dates"]) == 6
    middle = written["levels"].index(0.5)
    assert written["area_km2"][-1][middle] == pytest.approx(scored["daily"]["median"][-1], abs=0.1)
    assert all(0.0 <= share <= 1.0 for days in written["held"].values() for share in days)
    assert refused[0] == 2
    assert "a forecast is not changed once it is made" in refused[2]

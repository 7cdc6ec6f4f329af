"""The commands that ask: ``ask``, ``where`` and ``seek``, in this process."""

import json
from pathlib import Path

import pytest
from shapely.geometry import shape
from typer.testing import CliRunner

from sim.cli import application

FIELD = Path(__file__).parents[2] / "scenarios/theory/equal-sides.yaml"
WORLDS = ("--draws", "6", "--replications", "2", "--workers", "1")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(*arguments: str) -> str:
    """Return what a command prints on standard output."""
    answer = CliRunner().invoke(application(), arguments)
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_ask_counts_the_runs_in_which_it_happens() -> None:
    days = "--set", "days=12"
    asked = json.loads(told("ask", str(FIELD), "casualties_0 > 100", *WORLDS, *days, "--json"))
    not_so = json.loads(told("ask", str(FIELD), "casualties_0 <= 100", *WORLDS, *days, "--json"))

    assert set(asked) >= {"question", "probability", "luck", "parameters"}
    assert asked["runs"] == 12
    assert asked["probability"]["mean"] + not_so["probability"]["mean"] == pytest.approx(1.0)


def test_a_bad_question_ends_with_2_and_a_caret_before_anything_is_played(tmp_path: Path) -> None:
    answer = CliRunner().invoke(application(), ("ask", str(FIELD), "Neer falls"))

    assert answer.exit_code == 2
    assert 'did you mean "Near"' in answer.output
    assert "^^^^" in answer.output
    assert not list(tmp_path.iterdir())


def test_where_has_a_probability_for_every_place_that_falls_and_every_evening() -> None:
    found = json.loads(told("where", str(FIELD), *WORLDS, "--set", "days=12", "--json"))
    printed = told("where", str(FIELD), *WORLDS, "--set", "days=12")

    for days in found["places"].values():
        assert len(days) == 12
        assert all(0.0 <= day["probability"] <= 1.0 for day in days)
    assert all(name in printed for name in found["places"])


def test_where_draws_the_ground_of_every_place_with_its_probabilities() -> None:
    found = json.loads(told("where", str(FIELD), *WORLDS, "--set", "days=12", "--json"))
    drawn = json.loads(Path(found["map"]).read_text(encoding="utf-8"))

    properties = {each["properties"]["place"]: each["properties"] for each in drawn["features"]}
    held = {f"held {day['date']}": day["probability"] for day in found["places"].get("Near", [])}
    assert drawn["type"] == "FeatureCollection"
    assert set(properties) == {"West", "Near", "Far", "East"}
    assert all(shape(each["geometry"]).exterior.is_ccw for each in drawn["features"])
    assert {name: properties["Near"][name] for name in held} == pytest.approx(held, abs=1e-4)
    assert properties["West"]["holder"] == "Blue"


def test_seek_finds_a_value_and_its_interval() -> None:
    asked = "seek", str(FIELD), "--vary", "sides.Red.force.strength_scale", "--until", "casualties_0 > 300 >= .5"
    found = json.loads(told(*asked, "--replications", "6", "--workers", "1", "--set", "days=12", "--json"))

    assert set(found) >= {"vary", "value", "low", "high", "question"}
    tried = {each["value"]: each["probability"]["mean"] for each in found["tried"]}
    assert found["value"] is None or tried[found["value"]] >= 0.5

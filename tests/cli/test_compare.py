import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application
from tests.experiment.short_war import KURSK, SHORT

GUARANTEED = "2:talks.agreement.guarantee=1.0"
FILES = [str(KURSK / f"2025-03-{name}.yaml") for name in ("support-kept", "support-suspended", "article")]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let results lie in a folder that goes away."""
    monkeypatch.chdir(tmp_path)


def test_three_scenarios_are_told_as_two_differences() -> None:
    short = [option for value in SHORT for option in ("--set", value)]
    done = CliRunner().invoke(application(), ["compare", *FILES, "--replications", "2", *short])

    assert done.exit_code == 0
    assert "Differences from The Kursk salient with foreign support kept, 2 pairs of runs" in done.stdout
    assert done.stdout.count("Bargaining leverage") == 2


def test_only_two_scenarios_can_be_attributed() -> None:
    done = CliRunner().invoke(application(), ["compare", *FILES, "--attribute"])

    assert done.exit_code == 2
    assert "3 are named; name two" in done.stderr


def test_a_scenario_that_is_named_twice_must_differ() -> None:
    done = CliRunner().invoke(application(), ["compare", FILES[0], FILES[0]])

    assert done.exit_code == 2
    assert "named twice without a difference; name it once, or add --set 2:a.b=1" in done.stderr


def test_a_scenario_is_compared_with_itself_under_another_value() -> None:
    short = [option for value in SHORT for option in ("--set", value)]
    words = ["compare", FILES[0], FILES[0], *short, "--set", GUARANTEED, "--replications", "2", "--json"]
    found = json.loads(CliRunner().invoke(application(), words).stdout)

    assert list(found["difference"]) == [f"{FILES[0]} (2)"]

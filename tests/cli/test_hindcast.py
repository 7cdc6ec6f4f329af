"""The hindcast of the shipped pair, from the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application
from sim.validation.observed_area import observed_area

KURSK = Path(__file__).parents[2] / "scenarios" / "kursk"
PAIR = [str(KURSK / "2024-09-salient.yaml"), str(KURSK / "observed-area-2024.csv")]
BRIEF = ["--replications", "3", "--set", "days=10", "--json"]


def test_the_salient_of_2024_is_scored_against_the_observed_area() -> None:
    done = CliRunner().invoke(application(), ["hindcast", *PAIR, *BRIEF, "--column", "mean_km2"])
    told = json.loads(done.stdout)
    areas = observed_area(Path(PAIR[1]), "mean_km2")

    assert done.exit_code == 0
    assert (told["side"], told["column"]) == ("Ukraine", "mean_km2")
    assert (told["dates"][0], told["dates"][-1], told["days"]) == ("2024-09-01", "2024-09-10", 10)
    assert told["known_before"] == 11
    assert told["crps_persistence"] == pytest.approx(abs(areas["2024-09-01":"2024-09-10"] - areas["2024-08-31"]).mean())


def test_another_map_set_can_be_scored_and_knows_all_its_days_before() -> None:
    done = CliRunner().invoke(application(), ["hindcast", *PAIR, *BRIEF, "--column", "project_owl_km2"])

    assert json.loads(done.stdout)["known_before"] == 31

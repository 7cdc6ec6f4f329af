"""The dated forecasts that ship are of the scenarios that ship, and whole."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest

from sim.experiment.calibration.posterior import read_posterior
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import file_meant

FORECASTS = Path(__file__).parents[2] / "docs" / "forecasts"
POSTERIOR = FORECASTS / "posterior-2024-10-31.csv"
MADE = sorted(FORECASTS.glob("2026-*.json"))


def test_three_theatres_have_one() -> None:
    assert len(MADE) == 3


@pytest.mark.parametrize("file", MADE, ids=lambda file: file.stem)
def test_a_forecast_is_of_a_scenario_that_ships_and_of_the_posterior_beside_it(file: Path) -> None:
    found = json.loads(file.read_text(encoding="utf-8"))
    scenario = read_scenario(file_meant(found["scenario"]))

    assert found["over_sha256"] == hashlib.sha256(POSTERIOR.read_bytes()).hexdigest()
    assert found["dates"][0] == scenario.start.isoformat()
    assert found["dates"][-1] == (scenario.start + timedelta(days=scenario.days - 1)).isoformat()
    assert len(found["area_km2"]) == scenario.days
    assert all(row == sorted(row) for row in found["area_km2"])
    assert set(found["held"]) <= set(scenario.theatre.places)
    shared, weights = read_posterior(POSTERIOR, scenario)
    assert len(shared) > 50
    assert sum(weights) == pytest.approx(1.0)

import json
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from sim.cli import application
from sim.validation.hindcast import forecast_area, hindcast, map_difference, rolling
from sim.validation.reference_forecasts import decay, linear_trend, persistence
from sim.validation.score import MapDifference, score_of
from sim.vocabulary import BadInput
from tests.experiment.short_war import KURSK, SHORT, kept

DATES = pd.date_range("2025-03-01", periods=4)


def observed(first: str, *areas: float) -> "pd.Series[float]":
    return pd.Series(list(areas), index=pd.date_range(first, periods=len(areas)))


def forecast(*members: float) -> pd.DataFrame:
    """Return a forecast whose members stay as they are."""
    return pd.DataFrame({n: [member] * len(DATES) for n, member in enumerate(members)}, index=DATES)


def test_scores_are_those_of_a_hand_calculation() -> None:
    areas = observed("2025-02-26", 440.0, 430.0, 420.0, 410.0, 400.0, 390.0, 380.0)

    found = hindcast(forecast(400.0, 404.0), areas, trend_days=14)

    assert found.days == 4
    assert found.crps == pytest.approx(np.mean([8.0 - 2.0, 2.0 - 2.0, 12.0 - 2.0, 22.0 - 2.0]))
    assert found.references["persistence"].crps == pytest.approx(np.mean([10.0, 20.0, 30.0, 40.0]))
    assert found.references["linear"].crps == pytest.approx(0.0, abs=1e-9)
    assert found.references["persistence"].skill == pytest.approx(1.0 - 9.0 / 25.0)
    assert found.coverage["80"] == 0.0
    assert found.mean_error_km2 == pytest.approx(402.0 - 395.0)
    assert score_of(json.loads(json.dumps(found.as_json()))) == found


def test_an_exact_forecast_has_full_coverage_and_no_error() -> None:
    areas = observed("2025-02-27", 1.0, 2.0, 5.0, 5.0, 5.0, 5.0)

    found = hindcast(forecast(5.0, 5.0), areas, trend_days=14)

    assert (found.crps, found.coverage["80"], found.mean_error_km2) == (0.0, 1.0, 0.0)
    assert found.references["persistence"].skill == 1.0


def test_without_observations_before_the_start_the_first_one_is_known_and_not_scored() -> None:
    found = hindcast(forecast(1.0, 3.0), observed("2025-03-01", 7.0, 8.0, 9.0, 9.0), trend_days=14)

    assert found.days == 3
    assert found.references["persistence"].crps == pytest.approx((1.0 + 2.0 + 2.0) / 3.0)
    assert found.references["linear"].crps == found.references["persistence"].crps


def test_there_is_no_skill_against_rounding() -> None:
    found = hindcast(forecast(700.0, 800.0), observed("2025-02-20", *[800.0] * 13), trend_days=14)

    assert found.references["linear"].crps < 1e-9
    assert (found.references["persistence"].skill, found.references["linear"].skill) == (None, None)


def test_reference_forecasts_know_nothing_of_the_days_they_forecast() -> None:
    before = observed("2025-02-01", *np.linspace(500.0, 420.0, 28))
    later = [
        hindcast(forecast(1.0, 2.0), pd.concat([before, observed("2025-03-01", *[x] * 4)]), 14) for x in (1.0, 900.0)
    ]

    assert later[0].daily["linear"] == later[1].daily["linear"]
    assert later[0].daily["persistence"] == later[1].daily["persistence"] == [420.0] * 4


def test_a_linear_trend_goes_by_its_last_days_and_stops_at_nothing() -> None:
    before = observed("2025-02-20", 900.0, 900.0, 900.0, 900.0, 900.0, 900.0, 900.0, 20.0, 10.0)

    assert linear_trend(before, DATES, 2).tolist() == pytest.approx([0.0, 0.0, 0.0, 0.0], abs=1e-9)
    assert persistence(before, DATES).tolist() == [10.0] * 4


def test_days_that_nobody_observed_cannot_be_scored() -> None:
    with pytest.raises(BadInput, match="nothing was observed from 2025-03-01 to 2025-03-04"):
        hindcast(forecast(1.0, 2.0), observed("2024-01-01", 5.0, 5.0), trend_days=14)


def test_a_forecast_has_the_area_of_every_evening() -> None:
    area = forecast_area(kept(), seed=1, replications=2)

    assert area.shape == (6, 2)
    assert str(area.index[0].date()) == "2025-03-01"
    assert area.to_numpy().min() > 0.0


def test_the_command_scores_a_scenario_against_a_table(tmp_path: Path) -> None:
    file = tmp_path / "seen.csv"
    file.write_text("date,area_km2\n2025-02-27,425\n2025-02-28,420\n2025-03-01,415\n2025-03-02,410\n")
    options = [option for value in SHORT for option in ("--set", value)]
    scenario = str(KURSK / "2025-03-support-kept.yaml")
    asked = ["hindcast", scenario, str(file), "--json", "--replications", "3", *options]

    told = json.loads(CliRunner().invoke(application(), asked).stdout)

    names = "days crps crps_persistence crps_linear skill_persistence skill_linear coverage80 mean_error_km2"
    assert set(told) >= set(names.split())
    assert told["days"] == 2
    assert told["crps_persistence"] == pytest.approx(7.5)
    assert told["crps_linear"] == pytest.approx(0.0, abs=1e-9)


def test_a_decay_is_found_again_and_goes_on() -> None:
    rates = 500.0 * np.exp(-0.02 * np.arange(-20, 4))
    areas = observed("2025-02-09", *rates)

    found = hindcast(forecast(400.0, 404.0), areas, trend_days=14)

    assert found.references["decay"].crps == pytest.approx(0.0, abs=1e-3)
    assert found.references["decay2"].crps == pytest.approx(0.0, abs=1e-3)
    assert (found.decay_fitted, found.decay_window) == ("before the start", ["2025-02-15", "2025-02-28"])


def test_a_decay_with_one_parameter_begins_from_the_last_area_and_one_with_two_does_not() -> None:
    before = observed("2025-02-25", 100.0, 100.0, 100.0, 60.0)

    one = decay(before, DATES, before)
    two = decay(before, DATES, before, level_too=True)

    assert one.iloc[0] ** 2 / one.iloc[1] == pytest.approx(60.0)
    assert two.iloc[0] ** 2 / two.iloc[1] > 65.0


def test_a_growing_area_decays_at_no_rate_and_one_observation_persists() -> None:
    growing = observed("2025-02-25", 10.0, 20.0, 30.0, 40.0)

    assert decay(growing, DATES, growing).tolist() == pytest.approx([40.0] * 4)
    assert decay(growing, DATES, growing, level_too=True).tolist() == pytest.approx([25.0] * 4)
    assert decay(growing, DATES, growing.iloc[-1:]).tolist() == [40.0] * 4


def test_decays_may_be_fitted_on_a_window_that_is_said() -> None:
    areas = observed("2025-02-25", 100.0, 100.0, 100.0, 100.0, 90.0, 81.0, 72.9, 65.61)

    before = hindcast(forecast(90.0, 91.0), areas, trend_days=14)
    on_window = hindcast(forecast(90.0, 91.0), areas, 14, (DATES[0], DATES[2]))

    assert before.references["decay"].crps == pytest.approx(before.references["persistence"].crps)
    assert on_window.references["decay"].crps == pytest.approx(0.0, abs=1e-3)
    assert (on_window.decay_fitted, on_window.decay_window) == ("window", ["2025-03-01", "2025-03-03"])


def test_coverages_are_nested_and_ranks_stand_by_day() -> None:
    areas = observed("2025-02-28", 50.0, 50.0, 22.0, 12.0, 300.0)

    found = hindcast(forecast(*map(float, range(101))), areas, trend_days=14)

    assert [found.coverage[share] for share in ("50", "80", "90")] == [0.25, 0.75, 0.75]
    assert found.pit == pytest.approx([50.5 / 101, 22.5 / 101, 12.5 / 101, 1.0])


def test_from_an_origin_runs_and_references_begin_from_what_was_seen() -> None:
    dates = pd.date_range("2025-03-01", periods=6)
    members = pd.DataFrame({n: np.linspace(100.0, 50.0, 6) + 10.0 * n for n in range(2)}, index=dates)
    areas = observed("2025-03-01", 80.0, 70.0, 60.0, 50.0, 40.0, 30.0)

    found = rolling(members, areas, 14, [date(2025, 3, 4)], 2)["2025-03-04"]

    assert found.days == 2
    assert found.crps == pytest.approx(0.0)
    assert found.references["persistence"].crps == pytest.approx(15.0)
    with pytest.raises(BadInput, match="--origins 2025-03-01: no area was observed both before"):
        rolling(members, areas, 14, [date(2025, 3, 1)], 2)


def test_two_map_sets_differ_by_the_floor_of_noise() -> None:
    one, other = observed("2025-03-01", 10.0, 20.0, 30.0), observed("2025-03-02", 21.0, 33.0)

    assert map_difference(one, other, ["2025-03-01", "2025-03-02", "2025-03-03"]) == MapDifference(2, 2.0)

"""Scores by place: who holds what, against a flat forecast and against nearness to the centre."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from sim.scenario.files.reading import read_scenario
from sim.validation.place_scores import (
    HeldForecast,
    area_under_curve,
    forecast_places,
    observed_holders,
    place_scores,
)
from sim.vocabulary import BadInput
from tests.scenarios.shipped import FOLDER

SCENARIO = read_scenario(FOLDER / "theory" / "equal-sides.yaml", ["days=2"])
FIRST = SCENARIO.start


def test_scores_are_those_of_a_hand_calculation() -> None:
    probability = np.array([[1.0, 1.0, 0.0, 0.0], [0.9, 0.6, 0.7, 0.1], [0.0, 0.0, 0.0, 0.0]])
    forecast = HeldForecast(["West", "Near", "Far", "East"], probability, np.array([-3.0, -2.0, -1.0, -4.0]))
    seen = {FIRST: {"West": True, "Near": True, "Far": False, "East": False}}

    (scores,) = place_scores(SCENARIO, forecast, seen).values()

    assert scores.brier == pytest.approx((0.01 + 0.16 + 0.49 + 0.01) / 4)
    assert scores.brier_flat == 0.25
    assert scores.auc == 0.75
    assert scores.auc_nearness == 0.5


def test_a_curve_needs_places_that_are_held_and_places_that_are_not() -> None:
    assert area_under_curve(np.array([0.2, 0.2]), np.array([1.0, 0.0])) == 0.5
    assert area_under_curve(np.array([0.2, 0.4]), np.array([1.0, 1.0])) is None


def test_a_forecast_begins_with_who_holds_what() -> None:
    forecast = forecast_places(SCENARIO, seed=1, replications=2)

    assert forecast.probability.shape == (3, 4)
    first = dict(zip(forecast.names, forecast.probability[0].tolist(), strict=True))
    assert first == {"West": 1.0, "Near": 1.0, "Far": 0.0, "East": 0.0}
    assert forecast.names[int(forecast.nearness.argmax())] in {"West", "Near"}


def test_holders_are_read_by_side_or_by_its_short_name(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("date,place,holder\n2000-01-02,West,Blue\n2000-01-02,East,R\n")

    assert observed_holders(file, SCENARIO) == {date(2000, 1, 2): {"West": True, "East": False}}


def test_each_cell_that_names_nothing_is_told(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text(
        "place,date,holder\nWst,2000-01-02,Blue\nWest,2000-01-02,Bleu\nEast,2000-01-02,Red\nEast,2000-01-02,Red\n"
    )

    with pytest.raises(BadInput) as raised:
        observed_holders(file, SCENARIO)

    assert [message.removeprefix(f"{file}:") for message in raised.value.messages] == [
        '2: there is no place "Wst"; did you mean "West"?',
        '3: "Bleu" is no side; write Blue, Red',
        '5: "East" on 2000-01-02 stands above already; keep one of the two',
    ]


def test_dates_outside_the_campaign_cannot_be_scored() -> None:
    forecast = HeldForecast(["West"], np.zeros((3, 1)), np.zeros(1))

    with pytest.raises(BadInput, match="no date lies within the campaign"):
        place_scores(SCENARIO, forecast, {date(1999, 1, 1): {"West": True}})

from pathlib import Path
from typing import Any

import pytest

from sim.campaign.setup.deployment import deploy
from sim.experiment.worlds.answers import answers
from sim.experiment.worlds.contrast import contrast
from sim.experiment.worlds.playing import first_morning
from sim.experiment.worlds.runs import runs_of_tables
from sim.report.days import Session
from sim.report.figures.answer_figures import variance_bars
from sim.report.page import page
from sim.results.store import read_table


@pytest.fixture(scope="module")
def found(session: Session, folder: Path) -> dict[str, Any]:
    """Return the answers of the short war, its own runs taken for worlds."""
    scenario = session.scenario
    tables = {name: read_table(folder, name) for name in ("outcomes", "talks", "days")}
    runs = runs_of_tables(tables, scenario, first_morning(deploy(scenario)))
    first, second = scenario.sides
    told = answers(runs, (first, second), scenario.start).as_json()
    itself = contrast(runs, runs, (first, second), scenario.start).as_json()
    return {**told, "declared": told, "draws": 1, "replications": 4, "contrast": {"itself": itself}}


def test_the_runs_of_a_results_folder_are_those_that_its_tables_hold(session: Session, found: dict[str, Any]) -> None:
    last = session.outcomes["leverage_0"].mean()

    assert found["leverage_path"][-1]["Ukraine"]["mean"] == pytest.approx(last)
    assert found["losses_over_worlds"]["Russia"]["casualties"]["mean"] == pytest.approx(
        session.measure("casualties_1")[:, -1].mean()
    )
    assert found["standing"][0]["probability"]["mean"] == 1.0


def test_the_report_opens_with_the_answers_and_can_show_all_worlds(session: Session, found: dict[str, Any]) -> None:
    held = {"first_side": {"Sudzha": [1.0] * 15}}

    written = page(session, {"answers": found, "where": held})
    without = page(session, {})

    assert written.index("The answers") < written.index("What it comes to")
    assert "No comparison, timing curve, hindcast or sweep lies beside these results." in written
    assert "<b>itself, less this scenario:</b> leverage of Ukraine at the talks" in written
    assert 'data-worlds="all"' in written
    assert "The answers" not in without
    assert 'data-worlds="all"' not in without


def test_sources_whose_share_is_unknown_are_left_out_of_the_bars() -> None:
    drawn = variance_bars(
        {"campaign": {"mean": 0.6, "low": 0.5, "high": 0.7}, "table": None, "luck": None, "rule": None}
    )

    assert "The campaign" in drawn
    assert "60 %" in drawn
    assert "Luck" not in drawn

"""A posterior is taken over by what is the same unknown elsewhere, and by nothing else."""

from pathlib import Path

import numpy as np
import pytest

from sim.experiment.calibration.posterior import read_posterior, write_posterior
from sim.experiment.worlds.session import Over
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import BadInput
from tests.scenarios.shipped import FOLDER

SCENARIO = read_scenario(FOLDER / "theory" / "equal-sides.yaml")
WEISS, TRUCKS = "laws.attrition.weiss", "laws.supply.truck_speed"
POINTS = [{WEISS: 0.4, TRUCKS: 20.0}, {WEISS: 0.5, TRUCKS: 30.0}, {WEISS: 0.6, TRUCKS: 40.0}]


def written(folder: Path) -> Path:
    table = folder / "posterior.csv"
    write_posterior(table, SCENARIO, POINTS, np.array([0.25, 0.0, 0.75]), {"seed": 1})
    return table


def test_draws_that_count_are_read_again(tmp_path: Path) -> None:
    assert read_posterior(written(tmp_path), SCENARIO) == ({WEISS: [0.4, 0.6], TRUCKS: [20.0, 40.0]}, [0.25, 0.75])


def test_what_is_declared_otherwise_is_not_taken_over(tmp_path: Path) -> None:
    other = read_scenario(FOLDER / "theory" / "equal-sides.yaml", [f"{WEISS}=0.55"])

    assert read_posterior(written(tmp_path), other)[0] == {TRUCKS: [20.0, 40.0]}


def test_worlds_over_a_posterior_vary_all_else_over_its_ranges(tmp_path: Path) -> None:
    points = Over(str(written(tmp_path)), draws=8, replications=2).points(SCENARIO)

    assert [point[WEISS] for point in points] == [0.4] * 4 + [0.6] * 12
    assert len({point["laws.attrition.attacker_rate"] for point in points}) == 8


def test_a_file_beside_it_that_says_nothing_is_told(tmp_path: Path) -> None:
    table = written(tmp_path)
    table.with_suffix(".json").write_text("{}")

    with pytest.raises(BadInput, match="does not say what a posterior was learnt from"):
        read_posterior(table, SCENARIO)

"""The command ``calibrate``, on a week of the salient."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application
from sim.experiment.calibration.grounds import play_grounds
from sim.experiment.sweeps.execution import pool_of
from sim.scenario.files.reading import read_scenario
from tests.scenarios.shipped import FOLDER

WEEK = ["kursk/2024-09-salient", "--set", "days=8"]
BRIEF = ["--draws", "20", "--workers", "1"]


def call(*arguments: str) -> tuple[int, str, str]:
    answer = CliRunner().invoke(application(), ["calibrate", *arguments])
    return answer.exit_code, answer.stdout, answer.stderr


def observed(folder: Path, areas: list[float]) -> str:
    rows = "".join(f"2024-09-0{day},{area!r}\n" for day, area in enumerate(areas, start=1))
    (folder / "observed.csv").write_text("date,km2\n" + rows)
    return str(folder / "observed.csv")


def test_the_draw_that_was_observed_weighs_most_and_the_days_kept_out_are_scored(tmp_path: Path) -> None:
    scenario = read_scenario(FOLDER / "kursk" / "2024-09-salient.yaml", ["days=8"])
    with pool_of(1) as pool:
        played = play_grounds("a", scenario, tmp_path / "truth", pool, draws=20, replications=1, seed=1)
    table = observed(tmp_path, played.areas[13, 0, 1:].tolist())

    asked = (*WEEK, table, *BRIEF, "--until", "2024-09-06", "--out", str(tmp_path / "out"))
    code, printed, _ = call(*asked, "--json")
    told = json.loads(printed)
    begun = [line for line in call(*asked)[1].splitlines() if line.startswith("Posterior from the last area  ")][-1]
    rows = [line.split(",") for line in (tmp_path / "out" / "posterior.csv").read_text().splitlines()]

    assert code == 0
    assert (told["window"], told["days"], told["kept"]) == (["2024-09-01", "2024-09-06"], 6, 10)
    assert told["closest_km2"] == pytest.approx(0.0, abs=1e-9)
    name = max(played.points[13], key=played.points[13].__getitem__)
    heaviest = max(rows[1:], key=lambda row: float(row[rows[0].index("weight")]))
    assert float(heaviest[rows[0].index(name)]) == pytest.approx(played.points[13][name])
    assert told["scores"]["posterior_after"]["days"] == 2
    assert told["scores"]["prior_after"]["crps_decay"] >= 0.0
    assert told["scores"]["begun_after"]["days"] == told["synthetic"]["days"] == 2
    assert told["synthetic"]["wars"] == 10
    assert f"{told['synthetic']['begun']['coverage80']:.0%}" in begun
    assert "<svg" in (tmp_path / "out" / "calibration.svg").read_text()


def test_the_same_command_goes_on_and_says_the_same(tmp_path: Path) -> None:
    table = observed(tmp_path, [1000.0, 990.0, 980.0])

    first = call(*WEEK, table, *BRIEF, "--out", str(tmp_path / "out"))
    again = call(*WEEK, table, *BRIEF, "--out", str(tmp_path / "out"))

    assert first[0] == again[0] == 0
    assert first[1] == again[1]
    assert "apart" in first[1]
    assert "Where the truth is known: each of the" in first[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--until", "soon"], '--until "soon": write a date like 2024-10-31'),
        (["--from", "2024-09-04"], "nothing was observed from 2024-09-04 to 2024-09-08 on a day that is played"),
        (["--column", "acres"], 'there is no column "acres"'),
    ],
)
def test_bad_input_is_told_in_one_line_before_anything_is_played(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    code, _, message = call(*WEEK, observed(tmp_path, [1000.0, 990.0]), *BRIEF, *arguments)

    assert code == 2
    assert told in message
    assert len(message.strip().splitlines()) == 1

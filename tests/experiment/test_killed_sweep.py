"""Sweeps of the article's campaign, by the compiled rules and with talks, whose process is killed outright."""

import multiprocessing
import random
import time
from pathlib import Path

import pandas as pd
import pytest

from sim.experiment.planning import Plan
from sim.experiment.sweeps.execution import pool_of
from sim.experiment.sweeps.session import play_points
from sim.experiment.sweeps.study import Playable
from sim.results.sweep_table import read_columns
from tests.experiment.short_design import hypercube, values_of
from tests.experiment.unhurried import Unhurried

REPLICATIONS = 10
POINTS = 40


def session(planned: Plan, playable: Playable, folder: Path) -> dict[str, object]:
    with pool_of(2) as pool:
        return play_points(playable, values_of(planned), REPLICATIONS, folder, pool)


def killed_at_work(planned: Plan, folder: Path, moment: float) -> int:
    """Start a session, kill it so many seconds after it has added to what is on disk, and return the runs kept."""
    forkserver = multiprocessing.get_context("forkserver")
    forkserver.set_forkserver_preload([__name__])
    before = len(parts(folder))
    process = forkserver.Process(target=session, args=(planned, Unhurried(planned.study, 0.06), folder))
    process.start()
    while len(parts(folder)) == before and process.is_alive():
        time.sleep(0.01)
    time.sleep(moment)
    process.kill()
    process.join()

    assert process.exitcode == -9
    return len(read_columns(folder, []))


def parts(folder: Path) -> list[Path]:
    return list(folder.glob("parts/*.parquet"))


@pytest.mark.slow
def test_a_campaigns_sweep_killed_five_times_at_random_equals_an_undisturbed_one_row_for_row(tmp_path: Path) -> None:
    planned = hypercube(tmp_path, REPLICATIONS, POINTS)
    chance = random.Random(1)  # noqa: S311 - no secret
    undisturbed = session(planned, planned.study, tmp_path / "undisturbed")
    folder = tmp_path / "killed"
    kept = [killed_at_work(planned, folder, chance.uniform(0, 0.5)) for _ in range(5)]

    told = session(planned, planned.study, folder)
    expected, found = (pd.read_parquet(each / "outcomes.parquet") for each in (tmp_path / "undisturbed", folder))

    assert 0 < kept[0] < kept[1] < kept[2] < kept[3] < kept[4] < POINTS * REPLICATIONS
    assert (told["resumed"], told["completed"], told["failed"]) == (kept[-1], POINTS * REPLICATIONS, 0)
    assert told["digest"] == undisturbed["digest"]
    assert found.equals(expected)
    assert expected["leverage_0"].nunique() > POINTS
    assert not parts(folder)

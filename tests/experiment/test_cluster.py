"""A real Dask scheduler and two workers on the loopback."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from sim.experiment.sweeps.execution import Pool, pool_of
from sim.experiment.sweeps.session import play_points
from sim.results.sweep_table import read_columns
from sim.vocabulary import BadInput
from tests.experiment.short_design import hypercube, values_of
from tests.experiment.unhurried import Unhurried

ROOT = Path(__file__).parents[2]
REPLICATIONS = 40
EARLY = 20
"""Runs after which a worker is lost."""
LONG = 300
"""Seconds that the programs of a cluster may take to start where others keep the machine busy."""


@contextmanager
def started(module: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a Dask program that is ended in the end."""
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Yield the address of a scheduler, and its two workers."""
    told = folder / "scheduler.json"
    local = ("--host", "127.0.0.1")
    with ExitStack() as stack:
        stack.enter_context(
            started("dask_scheduler", *local, "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        )
        alone = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
        workers = [
            stack.enter_context(started("dask_worker", *local, *alone, "--scheduler-file", str(told))) for _ in range(2)
        ]
        while not told.is_file():
            time.sleep(0.05)
        yield json.loads(told.read_text())["address"], workers


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_in_a_campaigns_sweep_loses_nothing_and_gives_the_same_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.experiment.sweeps.execution.PATIENCE", LONG)
    planned = hypercube(tmp_path)
    points = values_of(planned)
    with pool_of(2) as pool:
        expected = play_points(planned.study, points, REPLICATIONS, tmp_path / "threads", pool)
    with cluster(tmp_path) as (address, workers), pool_of(scheduler=address) as pool:
        wait_for(pool, 2)
        folder = tmp_path / "cluster"
        finished: list[int] = []

        def losing_one(items: Iterable[int], total: int, what: str) -> Iterator[int]:  # noqa: ARG001
            for n, item in enumerate(items):
                if n == EARLY:
                    workers[0].kill()
                    workers[0].wait()
                    finished.append(len(read_columns(folder, [])))
                yield item

        told = play_points(Unhurried(planned.study, 0.02), points, REPLICATIONS, folder, pool, losing_one)
        wait_for(pool, 1)

    assert 0 < finished[0] < len(points) * REPLICATIONS, "rows are kept some at a time: one at least, and not all"
    assert (told["completed"], told["failed"]) == (len(points) * REPLICATIONS, 0)
    assert told["digest"] == expected["digest"]


def wait_for(pool: Pool, workers: int) -> None:
    """Wait until a pool has so many workers, however long a busy machine takes to start or to miss one."""
    ends = time.monotonic() + LONG
    while pool.size() != workers and time.monotonic() < ends:
        time.sleep(0.05)
    assert pool.size() == workers


def test_a_scheduler_that_does_not_answer_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.experiment.sweeps.execution.PATIENCE", 1)

    with pytest.raises(BadInput, match="no Dask scheduler answers there"), pool_of(scheduler="tcp://127.0.0.1:9"):
        pass

import json
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from sim.experiment.sensitivity.analysis import analyse_sweep
from sim.experiment.sweeps.batch import HERE
from sim.experiment.sweeps.execution import MANY, Pool, are_processes_sooner, pool_of
from sim.experiment.sweeps.session import play_design, play_points
from sim.results.occupancy import alone_in
from sim.results.sweep_table import read_columns
from sim.vocabulary import BadInput
from tests.experiment.ishigami import Ishigami, points
from tests.experiment.short_design import hypercube

POINTS = points("latin_hypercube", 300)
REPLICATIONS = 10


def session(folder: Path, pause: float = 0.0, workers: int = 2) -> dict[str, Any]:
    with pool_of(workers) as pool:
        return play_points(Ishigami(1.0, pause), POINTS, REPLICATIONS, folder, pool)


def table(folder: Path) -> pd.DataFrame:
    return pd.read_parquet(folder / "outcomes.parquet")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, pd.DataFrame]:
    folder = tmp_path_factory.mktemp("undisturbed")
    return session(folder)["digest"], table(folder)


def test_a_campaigns_digest_is_the_same_by_one_thread_two_threads_and_processes(tmp_path: Path) -> None:
    planned = hypercube(tmp_path)
    digests = []
    for name, workers, processes in (("one", 1, False), ("two", 2, False), ("processes", 2, True)):
        with pool_of(workers, processes=processes) as pool:
            told = play_design(planned, tmp_path / name, pool)
        digests.append(told["digest"])
        assert (told["points"], told["completed"], told["failed"]) == (6, 24, 0)

    assert len(set(digests)) == 1
    assert table(tmp_path / "one").equals(table(tmp_path / "processes"))


def test_long_sweeps_of_several_workers_are_for_processes() -> None:
    assert are_processes_sooner(MANY, 2)
    assert not are_processes_sooner(MANY - 1, 2)
    assert not are_processes_sooner(100 * MANY, 1)


def test_a_plan_knows_the_most_runs_that_it_may_come_to(tmp_path: Path) -> None:
    assert hypercube(tmp_path).limit == 24


def test_closing_a_sweep_keeps_what_is_finished(tmp_path: Path, undisturbed: tuple[str, pd.DataFrame]) -> None:
    def stopped(items: Any, total: int, what: str) -> Any:  # noqa: ANN401, ARG001
        with closing(items):
            for n, item in enumerate(items):
                if n == 500:
                    raise KeyboardInterrupt
                yield item

    with pytest.raises(KeyboardInterrupt), pool_of(2) as pool:
        play_points(Ishigami(1.0, 0.002), POINTS, REPLICATIONS, tmp_path, pool, stopped)
    held = len(read_columns(tmp_path, []))

    assert 500 <= held < len(POINTS) * REPLICATIONS
    assert session(tmp_path)["resumed"] == held
    assert table(tmp_path).equals(undisturbed[1])


def test_a_run_that_fails_is_a_line_and_the_others_go_on(tmp_path: Path) -> None:
    bad = sum(point["x1"] > 3.0 for point in POINTS)  # type: ignore[operator]
    with pool_of(2) as pool:
        told = play_points(Ishigami(fails_above=3.0), POINTS, 2, tmp_path, pool)
        lines = [json.loads(line) for line in (tmp_path / "failures.jsonl").read_text().splitlines()]
        again = play_points(Ishigami(), POINTS, 2, tmp_path, pool)

    assert told["failed"] == len(lines) == 2 * bad > 0
    assert told["completed"] == 2 * (len(POINTS) - bad)
    assert "is too much" in lines[0]["error"]
    assert lines[0]["values"] == POINTS[lines[0]["point"]]
    assert (again["resumed"], again["completed"], again["failed"]) == (told["completed"], 2 * len(POINTS), 0)


def test_a_finished_sweep_is_not_run_again(tmp_path: Path) -> None:
    first, second = session(tmp_path), session(tmp_path)

    assert second["resumed"] == first["completed"]
    assert second["runs_per_second"] == 0
    assert second["digest"] == first["digest"]


def test_a_changed_design_is_refused_in_the_same_folder(tmp_path: Path) -> None:
    with pool_of(1) as pool:
        play_design(hypercube(tmp_path, replications=1, samples=2), tmp_path / "out", pool)
        with pytest.raises(BadInput, match="another design"):
            play_design(hypercube(tmp_path, replications=2, samples=2), tmp_path / "out", pool)


def test_a_table_that_was_altered_is_neither_gone_on_with_nor_analysed(tmp_path: Path) -> None:
    planned, out = hypercube(tmp_path, replications=1, samples=2), tmp_path / "out"
    with pool_of(1) as pool:
        play_design(planned, out, pool)
        file = out / "outcomes.parquet"
        pd.read_parquet(file).assign(area_0=99999.0).to_parquet(file, index=False)
        with pytest.raises(BadInput, match=r"outcomes\.parquet: it is not as the sweep has written it"):
            play_design(planned, out, pool)
        with pytest.raises(BadInput, match="it is not as the sweep has written it"):
            analyse_sweep(out)
        file.unlink()
        told = play_design(planned, out, pool)

    assert (told["resumed"], told["completed"]) == (0, 2)


def test_two_sweeps_do_not_work_in_one_folder(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(BadInput, match="another command is at work"):
        session(tmp_path)


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    with pool_of(1) as pool, pytest.raises(BadInput, match="it holds no sweep"):
        play_design(hypercube(tmp_path, samples=2), tmp_path, pool)


def test_a_worker_of_another_edition_is_refused_and_its_runs_are_not_kept(tmp_path: Path) -> None:
    class Elsewhere(ThreadPoolExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            return super().submit(lambda: replace(fn(*args, **kwargs), identity=HERE | {"numpy": "0.1"}))

    with Elsewhere(1) as pool, pytest.raises(RuntimeError, match=r"numpy .* here, 0\.1 there"):
        play_points(Ishigami(1.0), POINTS, REPLICATIONS, tmp_path, Pool(pool, lambda: 1))

    assert read_columns(tmp_path, []).empty


@pytest.mark.parametrize("error", [CancelledError(), OSError("Timed out trying to connect")])
def test_a_scheduler_that_is_lost_is_told_as_that_and_its_runs_have_not_failed(
    tmp_path: Path, error: Exception, undisturbed: tuple[str, pd.DataFrame]
) -> None:
    class Losing(ThreadPoolExecutor):
        batches = 0

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            self.batches += 1
            if self.batches > 3:
                future: Future[Any] = Future()
                future.set_exception(error)
                return future
            return super().submit(fn, *args, **kwargs)

    with Losing(1) as pool, pytest.raises(RuntimeError, match="the scheduler is gone; finished runs are kept"):
        play_points(Ishigami(1.0), POINTS, REPLICATIONS, tmp_path, Pool(pool, lambda: 1))
    kept = len(read_columns(tmp_path, []))

    assert 0 < kept < len(POINTS) * REPLICATIONS
    assert (tmp_path / "failures.jsonl").read_text() == ""
    assert session(tmp_path)["digest"] == undisturbed[0]

"""A sweep: every point of a design played as often as it asks for, by whoever is there, and kept as it comes."""

from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

from sim.experiment.agenda import Agenda
from sim.experiment.sweeps.batch import HERE, Played, Task, play_batch
from sim.experiment.sweeps.execution import LOST, Pool
from sim.experiment.sweeps.study import Playable
from sim.results.edition import differences, listed
from sim.results.failed_runs import FailedRun, FailedRuns
from sim.results.parts import Parts
from sim.results.rows import Row
from sim.scenario.files.faults import suggestion
from sim.scenario.permission import CodeError, is_code_allowed
from sim.vocabulary import BadInput

SECONDS = 1.0
"""What a batch should take: long against the cost of handing it over, short against a person's patience."""
AHEAD = 2
"""Batches waiting or being played, for each worker."""


@dataclass
class Sweep:
    """A sweep in progress."""

    playable: Playable
    agenda: Agenda
    watched: str | None
    """Outcome that the agenda's stopping looks at."""
    folder: Path
    asked: Mapping[str, str] = field(default_factory=dict)
    """Outcomes that somebody asks for, and the place where."""
    completed: int = 0
    """Runs finished since this session began."""
    failed: int = 0

    def play(self, pool: Pool) -> Generator[int, None, None]:
        """Play all that is on the agenda, yielding the number of runs over as each batch comes in.

        Whatever stops it, what the pool has begun is awaited and all that is finished is kept.

        Raises:
            BadInput: a run has no such outcome as is asked for.
            RuntimeError: a worker process died, the scheduler is gone, or a worker plays by another edition.

        """
        parts, failures = Parts(self.folder), FailedRuns(self.folder)
        running: dict[Future[Played], list[Task]] = {}
        size = 1
        try:
            while True:
                while len(running) < AHEAD * pool.size() and (tasks := self.agenda.take(size)):
                    running[_submitted(pool, self.playable, tasks)] = tasks
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    played = _result(future, running.pop(future))
                    yield self._keep(played, parts, failures)
                    runs = len(played.rows) + len(played.failures)
                    size = min(4 * size, max(1, round(SECONDS * runs / max(played.seconds, 1e-6))))
        finally:
            try:
                left = [future for future in running if not future.cancel()]
                for future in wait(left, timeout=AHEAD * 10 * SECONDS).done:
                    if not future.cancelled() and future.exception() is None:
                        self._keep(future.result(), parts, failures)
            finally:
                parts.flush()

    def _keep(self, played: Played, parts: Parts, failures: FailedRuns) -> int:
        changed = differences(HERE, played.identity)
        if changed:
            found = f"a worker plays by another edition ({listed(changed, 'here', 'there')})"
            raise RuntimeError(f"{found}; install the same release and packages on every machine")
        for failed in played.failures:
            failures.keep(failed)
            self.agenda.settle(failed.point, failed.replication)
        if played.rows:
            self._know(played.rows[0])
        for row in played.rows:
            value = row.get(self.watched) if self.watched else None
            self.agenda.settle(row["point"], row["replication"], float("nan") if value is None else float(value))
        parts.keep(played.rows)
        self.completed += len(played.rows)
        self.failed += len(played.failures)
        return len(played.rows) + len(played.failures)

    def _know(self, row: Row) -> None:
        """Look once whether a run has every outcome that is asked for."""
        asked, self.asked = self.asked, {}
        for name, place in asked.items():
            if name not in row:
                advice = suggestion(name, row, f"known are {', '.join(row)}")
                raise BadInput(f'{place}: a run has no outcome "{name}"; {advice}')


GONE = "the scheduler is gone; finished runs are kept, and the same command goes on once it is back"


def _submitted(pool: Pool, playable: Playable, tasks: list[Task]) -> Future[Played]:
    try:
        return pool.executor.submit(play_batch, playable, tasks, code=is_code_allowed())
    except LOST as lost:
        raise RuntimeError(GONE) from lost


def _result(future: Future[Played], tasks: Sequence[Task]) -> Played:
    """Return what came of a batch; when the batch as a whole was lost, each of its runs has failed."""
    try:
        return future.result()
    except CodeError:
        raise
    except BrokenExecutor as lost:
        raise RuntimeError("a worker process died; finished runs are kept, and the same command goes on") from lost
    except LOST as lost:
        raise RuntimeError(GONE) from lost
    except Exception as error:  # noqa: BLE001 - such as a batch that killed every worker it was given to
        found = f"{type(error).__name__}: {error}"
        lost_runs = [FailedRun(each.point, r, each.values, found, "") for each in tasks for r in each.replications]
        return Played([], lost_runs, SECONDS, HERE)

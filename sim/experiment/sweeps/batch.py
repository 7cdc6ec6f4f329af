"""A batch: runs that one worker plays in one go, about a second's worth, answered by a row a run."""

import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sim.experiment.designs.factors import Value
from sim.experiment.sweeps.study import Playable, Values
from sim.results.edition import identity
from sim.results.failed_runs import FailedRun
from sim.results.rows import Row
from sim.scenario.permission import CodeError, allow_code

HERE = identity()
"""Edition of the results that are made here, and the versions it stands on."""


READY = 1024
"""Points that a process keeps ready to play: a design of so many is deployed once a point, not once a run."""
READY_WORLDS = 128
"""The same of points that differ in everything, and take a hundred times the room."""


@dataclass(frozen=True)
class Task:
    """Some replications of one point."""

    point: int
    values: Values
    replications: tuple[int, ...]


@dataclass(frozen=True)
class Played:
    """What came of a batch."""

    rows: list[Row]
    failures: list[FailedRun]
    seconds: float
    """Time that the runs took where they were played."""
    identity: dict[str, str] = field(default_factory=lambda: HERE)
    """Edition and versions by which they were played."""


def play_batch(playable: Playable, tasks: Sequence[Task], *, code: bool = False) -> Played:
    """Play runs, wherever this is called: in a thread, in another process, or on another machine.

    ``code`` says whether doctrines that are code may run there.

    Raises:
        CodeError: such a doctrine has a fault, which every run would have.

    """
    if code:
        allow_code()
    began = time.perf_counter()
    rows: list[Row] = []
    failures: list[FailedRun] = []
    ready = _ready if playable.alike else _ready_world
    for task in tasks:
        play: Callable[[int], Row] | None = None
        for replication in task.replications:
            try:
                play = play or ready(playable, tuple(task.values.items()))
                rows.append({"point": task.point, **task.values, **play(replication)})
            except CodeError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it was, the other runs go on
                found = f"{type(error).__name__}: {error}"
                failures.append(FailedRun(task.point, replication, task.values, found, traceback.format_exc()))
    return Played(rows, failures, time.perf_counter() - began, HERE)


def _at(playable: Playable, values: tuple[tuple[str, Value], ...]) -> Callable[[int], Row]:
    return playable.at(dict(values))


_ready, _ready_world = lru_cache(READY)(_at), lru_cache(READY_WORLDS)(_at)

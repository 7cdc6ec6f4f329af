"""Execution: who plays the batches - threads, processes or the workers of a Dask cluster. The only door to Dask."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Any

from sim.results.edition import differences, identity, listed
from sim.vocabulary import BadInput

PATIENCE = 30
"""Seconds to wait for a cluster's scheduler and its first worker."""
MANY = 5_000
"""Runs from which two processes are over sooner than two threads, by reckoning: each takes some seconds to begin."""


LOST = (CancelledError, OSError)
"""How work ends that nobody plays any more: the scheduler is gone. A run that fails is a row of its batch instead."""


@dataclass(frozen=True)
class Pool:
    """Those who play."""

    executor: Executor
    size: Callable[[], int]
    """How many batches they play at a time, just now."""


@contextmanager
def pool_of(workers: int = 0, *, processes: bool = False, scheduler: str | None = None) -> Iterator[Pool]:
    """Yield a pool of so many threads (0: one a core) or processes, or all workers of a Dask cluster.

    Raises:
        BadInput: no scheduler, or none of its workers, can be reached.

    """
    if scheduler is not None:
        with _cluster(scheduler) as pool_of_cluster:
            yield pool_of_cluster
        return
    number = workers or os.cpu_count() or 1
    pool: Executor
    if processes:
        pool = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_serve_the_parent)
    else:
        pool = ThreadPoolExecutor(number)
    with pool:
        yield Pool(pool, lambda: number)


def are_processes_sooner(runs: int, workers: int) -> bool:
    """Return whether so many runs are over sooner when workers (0: one a core) are processes.

    Compiled days hold no interpreter lock, but what is made of them in Python does, a fifth of a run with talks on its
    last day: threads wait for each other there.
    """
    return runs >= MANY and (workers or os.cpu_count() or 1) > 1


@contextmanager
def _cluster(scheduler: str) -> Iterator[Pool]:
    from distributed import Client  # noqa: PLC0415 - half a second that only sweeps on a cluster need

    try:
        client: Any = Client(scheduler, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as refused:
        raise BadInput(f"--scheduler {scheduler}: no Dask scheduler answers there ({refused}); start one") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise BadInput(
                f"--scheduler {scheduler}: it has had no workers for {PATIENCE} s; start some with `dask worker`"
            ) from None
        _require_same_edition(client, scheduler)
        yield Pool(client.get_executor(), lambda: max(1, sum(client.nthreads().values())))


def _require_same_edition(client: Any, scheduler: str) -> None:  # noqa: ANN401 - Dask's own type
    """Do nothing if all workers there play by the edition that runs here; later ones are looked at as they play.

    Raises:
        BadInput: a worker has another edition, or none.

    """
    remedy = "install the same release and packages on every machine"
    try:
        found: dict[str, dict[str, str]] = client.run(identity)
    except Exception as wrong:  # noqa: BLE001 - whatever a worker without the program raises
        fault = f"--scheduler {scheduler}: its workers cannot play ({type(wrong).__name__}: {wrong})"
        raise BadInput(f"{fault}; {remedy}") from None
    for worker, theirs in found.items():
        if changed := differences(identity(), theirs):
            fault = f"--scheduler {scheduler}: {worker} plays by another edition ({listed(changed, 'here', 'there')})"
            raise BadInput(f"{fault}; {remedy}")


def _serve_the_parent() -> None:
    """Leave interrupts to the process that began this one, and end with it: one that was killed cannot say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

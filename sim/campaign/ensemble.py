"""An ensemble: many replications of one scenario, on as many threads as wanted."""

import traceback
from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from sim.campaign.engine import play
from sim.campaign.negotiation.branches import first_morning
from sim.campaign.outcome import Outcome, run
from sim.campaign.own_doctrine import Doctrines, faults_explained
from sim.campaign.setup.deployment import Deployment
from sim.campaign.warming import warm_talks
from sim.scenario.permission import CodeError


@dataclass(frozen=True)
class Failure:
    """A run that failed, as data: it never ends an ensemble."""

    replication: int
    error: str
    trace: str


def ensemble(
    deployment: Deployment,
    seed: int,
    replications: Iterable[int],
    *,
    workers: int = 1,
    talking: bool = True,
    last_only: bool = False,
    doctrines: Doctrines | None = None,
) -> Generator[Outcome | Failure, None, None]:
    """Yield the outcome of each replication, in the order given, whatever the number of workers.

    Compiled rules hold no interpreter lock, so workers are threads. Closing the iterator abandons what has not begun.
    """
    doctrines = doctrines or deployment.doctrines
    warm_up(deployment, doctrines)
    if talking:
        warm_talks()
        if not last_only and not deployment.scenario.talks.exact:
            with faults_explained(partial(deployment.world, seed, 0), deployment.laws, doctrines):
                first_morning(deployment, seed, doctrines)
    attempt = partial(_attempt, deployment, seed, doctrines, talking=talking, last_only=last_only)
    if workers == 1:
        yield from map(attempt, replications)
        return
    pool = ThreadPoolExecutor(workers)
    try:
        yield from pool.map(attempt, replications)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def warm_up(deployment: Deployment, doctrines: Doctrines | None = None) -> None:
    """Compile the rules, or load them from the cache, before threads need them at once."""
    play(deployment.world(0, 0), deployment.laws, 0, 0, doctrines or deployment.doctrines)


def _attempt(
    deployment: Deployment, seed: int, doctrines: Doctrines, replication: int, *, talking: bool, last_only: bool
) -> Outcome | Failure:
    try:
        return run(deployment, seed, replication, talking=talking, last_only=last_only, doctrines=doctrines)
    except CodeError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it was, the other runs go on
        return Failure(replication, f"{type(error).__name__}: {error}", traceback.format_exc())

"""Endings: what comes of a scenario on its last day, replication by replication."""

import os
from collections.abc import Callable

import pandas as pd

from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import deploy
from sim.results.rows import outcome_rows
from sim.results.session import Watch, unwatched
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario

Play = Callable[[Scenario, str], pd.DataFrame]
"""Plays a scenario under luck that all scenarios share: (scenario, what it is) to a row a run."""


def endings(
    scenario: Scenario, *, seed: int, replications: int, workers: int = 0, what: str = "", watch: Watch = unwatched
) -> pd.DataFrame:
    """Return a row a run, indexed by replication: every measure on the last day, and the last talks.

    Replication n has the same luck in every scenario under one seed (common random numbers). Runs that failed are
    left out. Talks before the last are held only where they could end the war.

    Raises:
        RuntimeError: every run failed, or all but one.

    """
    runs = ensemble(deploy(scenario), seed, range(replications), workers=workers or os.cpu_count() or 1, last_only=True)
    results = list(watch(runs, replications, what))
    outcomes = [result for result in results if isinstance(result, Outcome)]
    if len(outcomes) < min(2, replications):
        errors = {result.error for result in results if isinstance(result, Failure)}
        failed = f"{replications - len(outcomes)} of {replications} runs failed"
        raise RuntimeError(f"{what or scenario.title}: {failed}: {'; '.join(sorted(errors))}")
    return pd.DataFrame(outcome_rows(outcomes, list(scenario.talks.issues))).set_index("replication")


def under_one_luck(seed: int, replications: int, workers: int = 0, watch: Watch = unwatched) -> Play:
    """Return how to play scenarios under one seed; the same scenario is played once, however often it is asked for."""
    known: dict[str, pd.DataFrame] = {}

    def play(scenario: Scenario, what: str) -> pd.DataFrame:
        mark = fingerprint(scenario)
        if mark not in known:
            known[mark] = endings(
                scenario, seed=seed, replications=replications, workers=workers, what=what, watch=watch
            )
        return known[mark]

    return play

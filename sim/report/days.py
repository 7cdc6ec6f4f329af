"""Days: the campaigns of a results folder day by day, as they were kept, or played again without the talks."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome, freeze
from sim.campaign.setup.deployment import Deployment, deploy
from sim.results.manifest import Manifest, scenario_in
from sim.results.session import Watch, unwatched
from sim.results.store import read_days, read_manifest, read_table
from sim.scenario.files.faults import listed
from sim.scenario.scenario import Scenario
from sim.vocabulary import LEDGER, SERIES, BadInput

MOST = 500
"""Runs played again at the most: enough for every percentile shown."""


@dataclass(frozen=True)
class Session:
    """A results folder with its campaigns day by day."""

    folder: Path
    manifest: Manifest
    scenario: Scenario
    deployment: Deployment
    outcomes: pd.DataFrame
    """A row a run, indexed by replication."""
    talks: pd.DataFrame
    """A row a run and talks."""
    replications: list[int]
    """The runs whose days are known: all, or the first of many."""
    series: NDArray[np.float64]
    """Measures, shape (runs, days, len(SERIES))."""
    ledger: NDArray[np.float64]
    """What moved them, shape (runs, days, len(LEDGER))."""

    def measure(self, name: str) -> NDArray[np.float64]:
        """Return a column of the series by run and day."""
        return self.series[:, :, SERIES.index(name)]

    def reason(self, name: str) -> NDArray[np.float64]:
        """Return a column of the ledger by run and day."""
        return self.ledger[:, :, LEDGER.index(name)]

    def last_day(self, replication: int) -> int:
        """Return how many days of a run were fought: up to an agreement, or all."""
        agreed = self.outcomes.loc[replication].get("agreed_day")
        return self.scenario.days if agreed is None or pd.isna(agreed) else int(agreed)


def session_in(folder: Path, *, workers: int = 0, watch: Watch = unwatched) -> Session:
    """Return what a results folder holds; campaigns whose days were not kept are played again from the manifest.

    Raises:
        BadInput: the folder holds no results, they are incomplete, or the rules have changed since.

    """
    manifest = read_manifest(folder)
    scenario = scenario_in(manifest, folder)
    deployment = deploy(scenario)
    outcomes = read_table(folder, "outcomes").set_index("replication")
    chosen = [int(replication) for replication in outcomes.index[:MOST]]
    talks = read_table(folder, "talks")
    kept = read_days(folder, chosen)
    if kept:
        session = Session(folder, manifest, scenario, deployment, outcomes, talks, chosen, *kept)
        _require_same_ending(session)
        return session
    runs = ensemble(deployment, manifest.seed, chosen, workers=workers or os.cpu_count() or 1, talking=False)
    played = [run for run in watch(runs, len(chosen), f"{manifest.name}: days") if isinstance(run, Outcome)]
    session = Session(
        folder,
        manifest,
        scenario,
        deployment,
        outcomes,
        talks,
        [run.replication for run in played],
        np.array([run.series for run in played]),
        np.array([run.ledger for run in played]),
    )
    for n, replication in enumerate(session.replications):
        last = session.last_day(replication)
        if last < scenario.days:
            freeze(session.series[n], last)
            session.ledger[n, last:] = 0.0
    _require_same_ending(session)
    return session


def _require_same_ending(session: Session) -> None:
    missing = [column for column in SERIES if column not in session.outcomes]
    if missing:
        message = f"{session.folder}: its outcomes lack {listed(missing)}, which this release measures"
        raise BadInput(f"{message}; run the scenario again, or read the folder with the release that wrote it")
    kept = session.outcomes.loc[session.replications, list(SERIES)].to_numpy(float)
    if not np.array_equal(kept, session.series[:, -1]):
        message = f"{session.folder}: its runs end otherwise than its outcomes say, so the rules have changed since"
        raise BadInput(f"{message}; run the scenario again")

"""The outcome of a run: one replication of a scenario from its first day to the talks at its end."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.campaign.deployment import Deployment
from sim.campaign.engine import STANDARD, Doctrines, play
from sim.campaign.plausibility import check_outcome
from sim.campaign.prospects import Lookout
from sim.campaign.table import Talks, talk
from sim.vocabulary import FLOW, MEASURES, SERIES
from sim.world.chance import AGREEMENT, key_of, uniform

FLOWS = [column for measure in MEASURES if measure.kind == FLOW for column in measure.columns]
"""Columns that are nothing once the guns are silent; all others stay as they were."""


@dataclass(frozen=True)
class Outcome:
    """What a finished run leaves."""

    replication: int
    series: NDArray[np.float64]
    """Measures by day, shape (days, len(SERIES)); after an agreement the ground stays as it was (uti possidetis)."""
    ledger: NDArray[np.float64]
    """What moved them, shape (days, len(LEDGER))."""
    talks: tuple[Talks, ...]
    """The talks on each date; the last at the agreement, or on the morning after the campaign."""
    agreed: int | None = None
    """Day on which an agreement ended the war, if one did."""

    def final(self, measure: str, side: int) -> float:
        """Return a measure on the last day."""
        return float(self.series[-1, SERIES.index(f"{measure}_{side}")])

    @property
    def encircled(self) -> tuple[bool, bool]:
        """Return for each side whether any of its formations was ever cut off."""
        first, second = (bool(self.series[:, SERIES.index(f"encircled_{side}")].any()) for side in range(2))
        return first, second


def run(
    deployment: Deployment,
    seed: int,
    replication: int,
    *,
    talking: bool = True,
    last_only: bool = False,
    doctrines: Doctrines = STANDARD,
) -> Outcome:
    """Play one replication; without ``talking``, the campaign alone, and with ``last_only`` no talks but the last.

    Only talks on their dates can end a war early, so neither of the two ends in an agreement.

    Raises:
        ImpossibleOutcomeError: the run left what no war can leave.

    """
    days = deployment.scenario.days
    lookout = Lookout(deployment, (seed, replication), doctrines)
    world = deployment.world(seed, replication)
    talks: list[Talks] = []
    day = 0
    for until in talk_days(deployment) if talking and not last_only else [days]:
        world = play(world, deployment.laws, day, until, doctrines)
        day = until
        if talking:
            talks.append(talk(lookout, world, day, talks[-1] if talks else None))
            if day < days and is_agreed(talks[-1], seed, replication):
                break
    series, ledger = np.array(world.series[:days]), np.array(world.ledger[:days])
    if day < days:
        freeze(series, day)
    check_outcome(deployment, series, ledger, tuple(talks))
    return Outcome(replication, series, ledger, tuple(talks), day if day < days else None)


def talk_days(deployment: Deployment) -> list[int]:
    """Return the days on whose morning the sides talk: at intervals from the first day, and after the last."""
    scenario = deployment.scenario
    return [*range(0, scenario.days, scenario.talks.every), scenario.days]


def is_agreed(talks: Talks, seed: int, replication: int) -> bool:
    """Return whether talks end the war under one replication's luck."""
    return uniform(key_of(seed, replication), talks.day, AGREEMENT, 0) < talks.chance


def freeze(series: NDArray[np.float64], day: int) -> None:
    """Let everything stay as it was on the morning of ``day``: from then on the guns are silent."""
    if day > 0:
        series[day:] = series[day - 1]
    for column in FLOWS:
        series[day:, SERIES.index(column)] = 0.0

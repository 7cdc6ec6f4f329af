"""The outcome of a run: one replication of a scenario from its first day to the talks at its end."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.campaign.deployment import Deployment
from sim.campaign.engine import STANDARD, Doctrines, play
from sim.campaign.table import Talks, talk
from sim.vocabulary import SERIES


@dataclass(frozen=True)
class Outcome:
    """What a finished run leaves."""

    replication: int
    series: NDArray[np.float64]
    """Measures by day, shape (days, len(SERIES))."""
    ledger: NDArray[np.float64]
    """What moved them, shape (days, len(LEDGER))."""
    talks: tuple[Talks, ...]
    """The talks on each date, the last on the morning after the campaign."""

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
    """Play one replication; without ``talking``, the campaign alone, and with ``last_only`` no talks but the last."""
    days = deployment.scenario.days
    world = deployment.world(seed, replication)
    talks: list[Talks] = []
    day = 0
    for until in talk_days(deployment):
        world = play(world, deployment.laws, day, until, doctrines)
        day = until
        if talking and (until == days or not last_only):
            talks.append(talk(deployment, world, day, (seed, replication), doctrines))
    return Outcome(replication, np.array(world.series[:days]), np.array(world.ledger[:days]), tuple(talks))


def talk_days(deployment: Deployment) -> list[int]:
    """Return the days on whose morning the sides talk: at intervals from the first day, and after the last."""
    scenario = deployment.scenario
    return [*range(0, scenario.days, scenario.talks.every), scenario.days]

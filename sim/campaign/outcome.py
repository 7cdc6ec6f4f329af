"""The outcome of a run: one replication of a scenario from its first day to the talks at its end."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import Witness, play_watched
from sim.campaign.negotiation.branches import played_with_branches
from sim.campaign.negotiation.prospects import RolloutPlayer
from sim.campaign.negotiation.table import Talks, talk, talks_on
from sim.campaign.own_doctrine import Doctrines, faults_explained
from sim.campaign.plausibility import check_outcome
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import FLOW, MEASURES, SERIES, TOTAL
from sim.world.chance import AGREEMENT, key_of, uniform

FLOWS = [column for measure in MEASURES if measure.kind == FLOW for column in measure.columns]
"""Columns that are nothing once the guns are silent; all others stay as they were."""
TOTALS = [column for measure in MEASURES if measure.kind == TOTAL for column in measure.columns]
"""Columns that are nothing before the first day."""


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
    alone: bool = False,
    doctrines: Doctrines | None = None,
    witness: Witness | None = None,
) -> Outcome:
    """Play one replication; without ``talking``, the campaign alone, and with ``last_only`` no talks but the last.

    Only talks on their dates can end a war early, so neither of the two ends in an agreement. Talks rest on the run's
    own days and a few branches (``sim.campaign.negotiation.branches``), or, where the scenario wants it exact, on
    rollouts from their own day alone. Replications share what the first morning is worth, unless a run is ``alone``:
    then it rests on its own days there too, and asks on every date what the counter adds. A ``witness`` is shown the
    state of every morning after a day of the campaign, agreement or not.

    Raises:
        ImpossibleOutcomeError: the run left what no war can leave.
        CodeError: a doctrine of the user's own failed.

    """
    days = deployment.scenario.days
    dates = [] if not talking else [days] if last_only else talk_days(deployment)
    doctrines = doctrines or deployment.doctrines
    with faults_explained(partial(deployment.world, seed, replication), deployment.laws, doctrines):
        series, ledger, talks = _played(deployment, (seed, replication), dates, doctrines, witness, alone=alone)
    agreed = next((each.day for each in talks if each.day < days and is_agreed(each, seed, replication)), None)
    if agreed is not None:
        talks = [each for each in talks if each.day <= agreed]
        freeze(series, agreed)
        ledger[agreed:] = 0.0
    check_outcome(deployment, series, ledger, tuple(talks))
    return Outcome(replication, series, ledger, tuple(talks), agreed)


def _played(
    deployment: Deployment,
    luck: tuple[int, int],
    dates: list[int],
    doctrines: Doctrines,
    witness: Witness | None,
    *,
    alone: bool,
) -> tuple[NDArray[np.float64], NDArray[np.float64], list[Talks]]:
    """Return series and ledger of a run, and the talks on its dates, if there are any."""
    days = deployment.scenario.days
    if not dates:
        world = play_watched(deployment.world(*luck), deployment.laws, 0, days, doctrines, witness)
        return np.array(world.series[:days]), np.array(world.ledger[:days]), []
    if deployment.scenario.talks.exact:
        return _talking_from_each_day(deployment, luck, dates, doctrines, witness)
    played = played_with_branches(deployment, luck, dates, doctrines, witness, alone=alone)
    talks: list[Talks] = []
    for date in dates:
        before = talks[-1] if talks else None
        talks.append(talks_on(deployment, played.mornings[date], played.ahead[date], played.without.get(date), before))
    return played.series, played.ledger, talks


def _talking_from_each_day(
    deployment: Deployment, luck: tuple[int, int], dates: list[int], doctrines: Doctrines, witness: Witness | None
) -> tuple[NDArray[np.float64], NDArray[np.float64], list[Talks]]:
    player = RolloutPlayer(deployment, luck, doctrines)
    world = deployment.world(*luck)
    talks: list[Talks] = []
    day = 0
    for date in dates:
        world = play_watched(world, deployment.laws, day, date, doctrines, witness)
        day = date
        talks.append(talk(player, world, day, talks[-1] if talks else None))
    days = deployment.scenario.days
    return np.array(world.series[:days]), np.array(world.ledger[:days]), talks


def talk_days(deployment: Deployment) -> list[int]:
    """Return the days on whose morning the sides talk: at intervals from the first day, and after the last."""
    scenario = deployment.scenario
    return [*range(0, scenario.days, scenario.talks.every), scenario.days]


def is_agreed(talks: Talks, seed: int, replication: int) -> bool:
    """Return whether talks end the war under one replication's luck."""
    return uniform(key_of(seed, replication), talks.day, AGREEMENT, 0) < talks.chance


def freeze(series: NDArray[np.float64], day: int) -> None:
    """Let everything stay as it was on the morning of ``day``: from then on the guns are silent.

    Before the first day nothing has been measured: levels are then those at its end, and nothing has been lost.
    """
    series[day:] = series[max(day - 1, 0)]
    if day == 0:
        for column in TOTALS:
            series[:, SERIES.index(column)] = 0.0
    for column in FLOWS:
        series[day:, SERIES.index(column)] = 0.0

"""Branches: what fighting on is worth on every date of a run, at the price of a few rollouts.

A run's own days are a rollout of each earlier date, up to the next event that nobody foresees; there, and behind the
last day, a few fresh rollouts without the event go on from it, and two from some of the dates between. So a date's
futures are its run's own days followed by each of these branches, and are as likely as rollouts played from that date
alone. Nothing is shared between runs but the first morning, which is the same in all of them.

A run that talks on its last day alone, or is one of few in a world of its own, goes on by its own luck alone: for means
over runs, a further run tells more than a further future of the same one.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import Witness, play_watched
from sim.campaign.negotiation.prospects import Prospects, RolloutPlayer, weighed
from sim.campaign.negotiation.rest import play_ahead
from sim.campaign.negotiation.table import Morning, Without, handed_back_from, morning_of
from sim.campaign.own_doctrine import Doctrines
from sim.campaign.setup.deployment import Deployment
from sim.world.tables import Tables

POOL = 1000
"""Number of the first rollout from the first morning: other luck than that of any branch."""
FORK = 2000
"""Number of the rollouts that go on from a date, less its day: other luck than any other date's."""
LATE = 0.75
"""Where among the dates that one stop serves the one lies that futures branch off from, as a share: see ``forking``."""
APART = 2
"""Futures behind the last day of which no two share luck: the run's own and one more."""


@dataclass
class Run:
    """A run played to the end of what its last talks look ahead to, with all that the talks on its dates need."""

    series: NDArray[np.float64]
    ledger: NDArray[np.float64]
    mornings: dict[int, Morning] = field(default_factory=dict)
    ahead: dict[int, Prospects] = field(default_factory=dict)
    without: dict[int, Without] = field(default_factory=dict)


def next_event(deployment: Deployment, day: int) -> int:
    """Return the first day from ``day`` on with an event that nobody foresees, or the end of the campaign."""
    days = deployment.scenario.days
    events = deployment.tables["events"]["day"].tolist()
    return min((event for event in events if day <= event < days), default=days)


def played_with_branches(
    deployment: Deployment,
    luck: tuple[int, int],
    dates: list[int],
    doctrines: Doctrines,
    witness: Witness | None = None,
    *,
    alone: bool,
) -> Run:
    """Play a run, and the branches from which its dates see what comes.

    ``luck`` is seed and replication. A run that is ``alone`` shares not even the first morning, and asks on every date
    what the counter adds. A ``witness`` is shown the state of every morning after a day of the campaign.
    """
    scenario = deployment.scenario
    days, reach = scenario.days, scenario.talks.look_ahead
    branches = scenario.talks.branches if len(dates) > 1 and not alone else 1
    player = RolloutPlayer(deployment, luck, doctrines)
    later = [date for date in dates if date > 0 or alone]
    served = {date: next_event(deployment, date) for date in later}
    forks = [] if alone else forking(served, scenario.talks.forks)
    world = deployment.world(*luck)
    area = deployment.area[0]
    mornings: dict[int, Morning] = {}
    without: dict[int, Without] = {}
    futures: dict[int, list[NDArray[np.float64]]] = {}
    asks = alone or luck[1] % scenario.talks.counter_runs == 0
    day = 0
    for stop in sorted({*dates, *served.values(), days}):
        world = play_watched(world, deployment.laws, day, stop, doctrines, witness)
        day = stop
        if stop in dates:
            mornings[stop] = morning_of(deployment, world, stop)
            if (stop > 0 or alone) and (asks or stop == dates[-1]):
                rollouts = branches if stop == dates[-1] else 1
                without[stop] = handed_back_from(player, world, mornings[stop], rollouts)
        until = max((date for date in later if served[date] == stop), default=-1) + reach
        if until >= reach:
            fresh = branches - 1 if stop == days else branches
            futures[stop] = in_pairs(player, world, stop, until, 1, fresh)
        elif stop in forks:
            futures[stop] = in_pairs(player, world, stop, stop + reach, FORK + stop, 2)
    if days in futures:
        world.conditions["foreseen"] = days - 1
        world = play_ahead(world, deployment.laws, days, days + reach, doctrines)
        futures[days].append(world.series)
    ahead = {
        date: weighed(
            deployment,
            courses_from(date, date + reach, served[date], futures),
            date,
            area,
            mornings[date].outside,
            apart=date == days and branches <= APART,
        )
        for date in later
    }
    if 0 in mornings and not alone:
        ahead[0], without[0] = first_morning(deployment, luck[0], doctrines, mornings[0])
    series, ledger = (np.array(table[:days]) for table in (world.series, world.ledger))
    return Run(series, ledger, mornings, ahead, without)


def in_pairs(
    player: RolloutPlayer, world: Tables, day: int, until: int, first: int, number: int
) -> list[NDArray[np.float64]]:
    """Return so many rollouts from a day, in mirrored pairs; each pair has a number, the ``first`` and those behind it.

    The second of a pair has the luck of the first with the sign of its battle noise, most of what rollouts differ by,
    turned: where one is lucky the other is not, and their mean is nearer to what is to be expected (antithetic
    variates: Hammersley and Morton 1956).
    """
    return [player.ahead(world, day, until, first + k // 2, mirrored=k % 2 == 1) for k in range(number)]


def forking(served: dict[int, int], each: int) -> list[int]:
    """Return the dates between from which futures branch off, one for so many dates in a row that the same day serves.

    ``served`` is that day by date. Such a date lies in the third quarter of those it stands for: most of them look to
    what branches off there, and most of what they look ahead to is still to come.
    """
    found: list[int] = []
    for stop in sorted(set(served.values())):
        dates = [date for date in sorted(served) if served[date] == stop and date < stop]
        pairs = round(len(dates) / each)
        found += [dates[int((n + LATE) * len(dates) / pairs)] for n in range(pairs)]
    return found


def courses_from(
    date: int, until: int, served: int, futures: dict[int, list[NDArray[np.float64]]]
) -> list[NDArray[np.float64]]:
    """Return the courses that a date looks along: those that branch off by the day that serves it, ``served``.

    What branches off when its look-ahead is over, on day ``until``, is the run's own course, and counts once.
    """
    found = [course for stop in sorted(futures) if date <= stop <= served and stop < until for course in futures[stop]]
    return found if served < until else [*found, futures[served][0]]


def first_morning(
    deployment: Deployment, seed: int, doctrines: Doctrines, morning: Morning | None = None
) -> tuple[Prospects, Without]:
    """Return what fighting on from the first day is worth, with foreign ground held and handed back.

    It is the same for every replication of a seed, so it is found once and remembered.
    """
    known: dict[Any, tuple[Prospects, Without]] = deployment.memory
    key = seed, doctrines
    if key not in known:
        world = deployment.world(seed, 0)
        player = RolloutPlayer(deployment, (seed, 0), doctrines)
        morning = morning or morning_of(deployment, world, 0)
        rollouts = deployment.scenario.talks.rollouts
        ahead = player.prospects(world, 0, rollouts, morning.outside, POOL)
        known[key] = ahead, handed_back_from(player, world, morning, rollouts, POOL)
    return known[key]

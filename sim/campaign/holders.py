"""Holders: which side holds each place, morning by morning, in one replication."""

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.own_doctrine import Doctrines
from sim.campaign.setup.deployment import Deployment


def holders_by_day(
    deployment: Deployment, seed: int, replication: int, until: int | None = None, doctrines: Doctrines | None = None
) -> NDArray[np.int8]:
    """Return the holder of each place before the first day and after each, shape (days + 1, places).

    From the day ``until`` on, the morning of an agreement, everything stays as it is.
    """
    doctrines = doctrines or deployment.doctrines
    days = deployment.scenario.days
    last = days if until is None else until
    world = deployment.world(seed, replication)
    holders = np.empty((days + 1, len(deployment.scenario.theatre.places)), dtype=np.int8)
    holders[0] = world.places["holder"]
    for day in range(last):
        world = play(world, deployment.laws, day, day + 1, doctrines)
        holders[day + 1] = world.places["holder"]
    holders[last:] = holders[last]
    return holders

"""Holders: which side holds each place, morning by morning, in one replication."""

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import play_watched
from sim.campaign.own_doctrine import Doctrines
from sim.campaign.setup.deployment import Deployment
from sim.world.tables import Tables


class HoldersByDay:
    """A witness of a run that notes the holder of each place."""

    def __init__(self, deployment: Deployment) -> None:
        places = deployment.tables["places"]
        self._holders = np.empty((deployment.scenario.days + 1, len(places)), dtype=np.int8)
        self._holders[0] = places["holder"]

    def note(self, t: Tables, day: int) -> None:
        """Note who holds what on the morning of a day."""
        self._holders[day] = t.places["holder"]

    def until(self, day: int | None) -> NDArray[np.int8]:
        """Return the holder of each place before the first day and after each, shape (days + 1, places).

        From ``day`` on, the morning of an agreement, everything stays as it is.
        """
        holders = self._holders.copy()
        if day is not None:
            holders[day:] = holders[day]
        return holders


def holders_by_day(
    deployment: Deployment, seed: int, replication: int, until: int | None = None, doctrines: Doctrines | None = None
) -> NDArray[np.int8]:
    """Return the holder of each place before the first day and after each; the campaign is played anew.

    From the day ``until`` on, the morning of an agreement, everything stays as it is.
    """
    doctrines = doctrines or deployment.doctrines
    holders = HoldersByDay(deployment)
    last = deployment.scenario.days if until is None else until
    play_watched(deployment.world(seed, replication), deployment.laws, 0, last, doctrines, holders.note)
    return holders.until(last)

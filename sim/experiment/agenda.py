"""The agenda of a sweep: the runs still to be played, and when a point has had enough.

Every point is played once before any is played twice, so that a sweep that is stopped leaves an even sample.
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiment.designs.design import StoppingDeclared
from sim.experiment.sweeps.batch import Task
from sim.experiment.sweeps.stopping import half_width
from sim.experiment.sweeps.study import Values


class Agenda:
    """What a sweep has to do, given what it has done.

    Without a rule for stopping each point has ``replications`` runs. With one it has as many blocks of them as its
    interval asks for: whether there is a next block depends on the outcomes of a point's whole blocks alone, so it is
    the same whatever order they come in.
    """

    def __init__(
        self,
        points: Sequence[Values],
        replications: int,
        stopping: StoppingDeclared | None,
        held: pd.DataFrame | None = None,
    ) -> None:
        """Go on from the runs that are ``held``: ``point``, ``replication`` and what stopping looks at of each."""
        self._points = points
        self._block = replications
        self._stopping = stopping
        self._most = max(replications, stopping.most) if stopping else replications
        self._planned = np.full(len(points), replications)
        self._given = np.zeros((len(points), self._most), dtype=bool)
        self._over = np.zeros_like(self._given)
        self._values = np.full((len(points), self._most if stopping else 0), np.nan)
        if held is not None:
            runs = held["point"].to_numpy(dtype=int), held["replication"].to_numpy(dtype=int)
            self._given[runs] = self._over[runs] = True
            if stopping:
                self._values[runs] = held[stopping.outcome].to_numpy(dtype=float)
        for point in range(len(points)):
            while self._wants_more(point):
                pass
        self._waiting = [(self._next(point), point) for point in range(len(points)) if self._open(point).size]
        heapify(self._waiting)

    @property
    def limit(self) -> int:
        """Return how many runs the sweep may come to at most; without a rule for stopping, all that it has."""
        return self._given.size

    def take(self, runs: int) -> list[Task]:
        """Return the next tasks, so many runs together or as many as there are: replication by replication."""
        taken: list[Task] = []
        while len(taken) < runs and self._waiting:
            replication, point = heappop(self._waiting)
            self._given[point, replication] = True
            if self._open(point).size:
                heappush(self._waiting, (self._next(point), point))
            taken.append(Task(point, self._points[point], (replication,)))
        return taken

    def settle(self, point: int, replication: int, value: float = float("nan")) -> None:
        """Take note that a run is over; its point may ask for more."""
        self._over[point, replication] = True
        if self._stopping:
            self._values[point, replication] = value
        if self._wants_more(point):
            heappush(self._waiting, (self._next(point), point))

    def _next(self, point: int) -> int:
        return int(self._open(point)[0])

    def _open(self, point: int) -> NDArray[np.intp]:
        return np.flatnonzero(~self._given[point, : self._planned[point]])

    def _wants_more(self, point: int) -> bool:
        """Return whether a point's planned runs are over and do not suffice, and plan the next block."""
        planned = int(self._planned[point])
        if self._stopping is None or planned >= self._most or not self._over[point, :planned].all():
            return False
        known = self._values[point, :planned].tolist()
        if half_width(known, self._stopping.confidence) <= self._stopping.half_width:
            return False
        self._planned[point] = min(planned + self._block, self._most)
        return True

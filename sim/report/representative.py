"""The representative run: the one that is least unlike all the others, shown where only one can be."""

import numpy as np
from numpy.typing import NDArray

from sim.report.days import Session


def representative(session: Session) -> int:
    """Return the replication whose area by day and leverage by talks are nearest to the medians of all runs.

    Distances are in standard deviations, each day and each talks counting alike within its own kind.
    """
    leverage = session.talks.pivot_table(index="replication", columns="talks_day", values="leverage_0")
    held = session.measure("area_0")
    apart = _distance(held) + _distance(leverage.loc[session.replications].to_numpy(float))
    return session.replications[int(np.argmin(apart))]


def _distance(paths: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each path's mean squared distance from the median path, in variances; what is missing does not count."""
    middle, spread = np.nanmedian(paths, axis=0), np.nanstd(paths, axis=0)
    varied = spread > 0.0
    if not varied.any():
        return np.zeros(len(paths))
    return np.asarray(np.nanmean(((paths[:, varied] - middle[varied]) / spread[varied]) ** 2, axis=1))

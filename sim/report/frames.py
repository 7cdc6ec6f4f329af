"""Frames: the runs of a session as pandas tables."""

from datetime import timedelta

import numpy as np
import pandas as pd

from sim.report.days import Session
from sim.vocabulary import LEDGER, SERIES


def days_of(session: Session) -> pd.DataFrame:
    """Return a row a run and day: the date, every measure of its evening, and the ledger of what moved them.

    The suffixes 0 and 1 are the first and the second side.
    """
    runs, days, _ = session.series.shape
    start = session.scenario.start
    index = {
        "replication": np.repeat(session.replications, days),
        "day": np.tile(np.arange(1, days + 1), runs),
        "date": [str(start + timedelta(days=day)) for day in range(days)] * runs,
    }
    measures = pd.DataFrame(session.series.reshape(runs * days, -1), columns=list(SERIES))
    reasons = pd.DataFrame(session.ledger.reshape(runs * days, -1), columns=[f"ledger_{name}" for name in LEDGER])
    return pd.concat([pd.DataFrame(index), measures, reasons], axis=1)

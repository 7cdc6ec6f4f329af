"""CDB90: what the battles of the table themselves show, computed anew where the table is at hand."""

from pathlib import Path

import numpy as np
import pandas as pd

from sim.results.interval import Interval, mean_interval, share_interval
from sim.validation.regression import logit_slope, median_interval, rank_correlation, slope

POSTURES = {"hasty": "HD", "fortified": "FD"}
"""The table's codes of a defender's posture."""


def observed(table: Path, level: float) -> dict[str, Interval]:
    """Return the same measures on the battles of a CDB90 table, by the number of the stylised fact.

    Its columns: year, att_strength, def_strength, att_cas, def_cas, days, adv_km, wina (1 when won), def_posture.
    """
    battles = pd.read_csv(table, comment="#")
    battles["ratio"] = np.log(battles["att_strength"] / battles["def_strength"])
    battles["pace"] = battles["adv_km"] / battles["days"]
    battles["won"] = battles["wina"] > 0
    bloody = battles[(battles["att_cas"] > 0) & (battles["def_cas"] > 0)].dropna(subset="ratio")
    exchange = np.log(bloody["att_cas"] / bloody["def_cas"])
    ours = battles[battles["year"].between(1939, 1973)].dropna(subset=["att_cas", "def_cas", "days", "ratio"])
    decided = battles.dropna(subset=["wina", "ratio"])
    moved = battles.dropna(subset=["pace", "wina", "ratio"])
    won = moved[moved["won"]]
    pace = {name: mean_interval(won.loc[won["def_posture"] == code, "pace"], level) for name, code in POSTURES.items()}
    slow, fast = pace["fortified"], pace["hasty"]
    return {
        "F1": slope(bloody["ratio"], exchange - bloody["ratio"], level),
        "F2a": logit_slope(decided["ratio"], decided["won"], level),
        "F2b": _share_won(decided[decided["ratio"] < 0], level),
        "F2c": _share_won(decided[decided["ratio"].between(np.log(2), np.log(3), inclusive="left")], level),
        "F3a": median_interval(100 * ours["att_cas"] / ours["att_strength"] / ours["days"], level),
        "F3b": median_interval(100 * ours["def_cas"] / ours["def_strength"] / ours["days"], level),
        "F4": slope(bloody["ratio"], exchange, level),
        "F5a": median_interval(won["pace"], level),
        "F5b": median_interval(moved.loc[~moved["won"], "pace"], level),
        "F5c": Interval(slow.mean / fast.mean, slow.low / fast.high, slow.high / fast.low),
        "F6": rank_correlation(won["ratio"], won["pace"], level),
    }


def _share_won(battles: pd.DataFrame, level: float) -> Interval:
    return share_interval(int(battles["won"].sum()), len(battles), level)

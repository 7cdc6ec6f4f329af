"""The summary of an ensemble: every outcome with its interval, as the command line prints it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.results.rows import Row
from sim.talks.position import FACTORS
from sim.talks.rules import RULES
from sim.vocabulary import POCKETS

WHY = ("worth", "cost_of_casualties", "cost_of_captured", "cost_of_time")
"""What the worth of fighting on is made of: what a side then has, less what it pays."""

INTERVAL = (5.0, 95.0)
"""Percentiles over replications between which 90 % of them lie."""


def summary(rows: Sequence[Row], sides: Sequence[str], issues: Sequence[str]) -> dict[str, Any]:
    """Return the outcomes of an ensemble, each a mean with low and high, by side where there is one."""
    return {
        "leverage": _by_side(rows, sides, "leverage"),
        "leverage_by_rule": {rule: spread([row[f"leverage_0 by {rule}"] for row in rows]) for rule in RULES},
        "zone_of_agreement": {"probability": float(np.mean([row["zone"] for row in rows]))},
        "disagreement": _by_side(rows, sides, "disagreement"),
        "settlement": {issue: spread([row[f"share of {issue}"] for row in rows]) for issue in issues},
        "area_km2": _by_side(rows, sides, "area"),
        "encircled": {
            side: {"probability": float(np.mean([row[f"ever_encircled_{s}"] for row in rows]))}
            for s, side in enumerate(sides)
        },
        "pockets": {
            side: {kind: spread([row[f"men_days_{kind}_{s}"] for row in rows]) for kind in POCKETS}
            for s, side in enumerate(sides)
        },
        "losses": {
            side: {measure: spread([row[f"{measure}_{s}"] for row in rows]) for measure in ("casualties", "captured")}
            for s, side in enumerate(sides)
        },
        "displaced": spread([row["displaced"] for row in rows]),
        "chip_value": _by_side(rows, sides, "chip_value"),
        "promises": {
            "needed": spread([row["guarantee_needed"] for row in rows]),
            "hold": spread([row["promises_hold"] for row in rows]),
        },
        "agreement": {"probability": float(np.mean([row["agreed_day"] is not None for row in rows]))},
        "perceived": _by_side(rows, sides, "perceived"),
        "perceived_surplus": spread([row["perceived_surplus"] for row in rows]),
        "why": {
            side: {part: spread([row[f"{part}_{s}"] for row in rows]) for part in WHY} for s, side in enumerate(sides)
        },
        "since_last_talks": {part: spread([row[f"change_by_{part}"] for row in rows]) for part in FACTORS},
    }


def spread(values: Sequence[float | None]) -> dict[str, float | None]:
    """Return the mean of values and the bounds of the middle 90 %; what is missing in some runs is left out.

    A single value has no bounds.
    """
    known: NDArray[np.float64] = np.array([value for value in values if value is not None], dtype=float)
    if not known.size:
        return {"mean": None, "low": None, "high": None}
    if known.size == 1:
        return {"mean": float(known[0]), "low": None, "high": None}
    low, high = np.percentile(known, INTERVAL)
    return {"mean": float(known.mean()), "low": float(low), "high": float(high)}


def _by_side(rows: Sequence[Row], sides: Sequence[str], measure: str) -> dict[str, Any]:
    return {side: spread([row[f"{measure}_{s}"] for row in rows]) for s, side in enumerate(sides)}

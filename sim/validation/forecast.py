"""A forecast: what worlds of a scenario lead to by date and place, as quantiles, in a file that can be scored later."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.experiment.questions.places import of_first_side, places_held
from sim.experiment.worlds.runs import Runs
from sim.scenario.scenario import Scenario

LEVELS = (0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975)
"""Quantiles that a forecast names."""
RINGED = 0.1
"""Share of a side's men in the ranks that must be cut off, in sealed pockets, for a ring to be closed."""
GONE = 0.1
"""Share of the ground held at first below which it is given up or lost."""
DIGITS = 3
COUNTED = ("captured", "casualties", "strength", "sealed", "porous")
MEANING = {
    "area_km2": "contested ground that the first side holds on the evening of each date",
    "held": "probability that the first side holds a place on the evening of each date; places that never change hands "
    "in any run are left out",
    "counts": "men of each side on the evening of each date; captured and casualties since the first day",
    "ring_closed": f"first evening on which a tenth ({RINGED}) of the first side's men are in sealed pockets",
    "given_up": f"first evening on which the first side holds less than a tenth ({GONE}) of what it held at first",
    "got_out": "men of the first side who broke out of sealed pockets, to the last day",
}


def forecast(runs: Runs, broke_out: NDArray[np.float64], scenario: Scenario) -> dict[str, Any]:
    """Return a forecast from ground that was played without talks; ``broke_out`` has the first side's men by run."""
    sides = list(scenario.sides)
    dates = [scenario.start + timedelta(days=day) for day in range(runs.days)]
    area = runs.mornings["area_0"]
    sealed, ranks = runs.mornings["sealed_0"][:, 1:], runs.mornings["strength_0"][:, 1:]
    return {
        "levels": list(LEVELS),
        "dates": [day.isoformat() for day in dates],
        "area_km2": by_date(area[:, 1:]),
        "held": {
            name: [round(share, DIGITS) for share in shares[1:]]
            for name, shares in of_first_side(places_held(runs, scenario), sides[0]).items()
        },
        "counts": {
            side: {name: by_date(runs.mornings[f"{name}_{number}"][:, 1:]) for name in COUNTED}
            for number, side in enumerate(sides)
        },
        "ring_closed": first_evening(sealed >= RINGED * np.maximum(ranks, 1.0), dates),
        "given_up": first_evening(area[:, 1:] < GONE * area[:, [0]], dates),
        "got_out": quantiles(broke_out),
        "meaning": MEANING,
    }


def quantiles(values: NDArray[np.float64]) -> list[float]:
    """Return the quantiles of some numbers."""
    return [round(float(value), 1) for value in np.quantile(values, LEVELS)]


def by_date(paths: NDArray[np.float64]) -> list[list[float]]:
    """Return the quantiles of each date, from a row a run."""
    return [[round(value, 1) for value in row] for row in np.quantile(paths, LEVELS, axis=0).T.tolist()]


def first_evening(happens: NDArray[np.bool_], dates: list[date]) -> Mapping[str, Any]:
    """Return how probable it is that something ever happens, and by which date with which probability.

    A quantile is a date, or None where the runs in which it happens do not reach so far.
    """
    ever = happens.any(axis=1)
    day = np.where(ever, happens.argmax(axis=1), len(dates))
    reached = np.sort(day)[np.ceil(np.array(LEVELS) * len(day)).astype(int) - 1].tolist()
    by = np.maximum.accumulate(happens, axis=1).mean(axis=0)
    return {
        "probability": round(float(ever.mean()), DIGITS),
        "date": [dates[each].isoformat() if each < len(dates) else None for each in reached],
        "by_date": [round(float(share), DIGITS) for share in by],
    }

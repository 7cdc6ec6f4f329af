"""Places: how probable it is that each place is held as at first, by date, and when it first falls."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from sim.experiment.worlds.bands import Band, band
from sim.experiment.worlds.runs import Runs
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class PlaceHeld:
    """What becomes of a place over all runs."""

    name: str
    holder: str
    """The side that holds it on the first morning."""
    probability: tuple[float, ...]
    """Share of runs in which that side holds it, before the first day and after each."""
    falls: float
    """Share of runs in which another side ever holds it."""
    first_fall: Band
    """Days after which it first falls, where it does."""


def places_held(runs: Runs, scenario: Scenario) -> list[PlaceHeld]:
    """Return every place that changes hands in some run, the likeliest to fall first."""
    sides = list(scenario.sides)
    held = []
    for number, name in enumerate(scenario.theatre.places):
        as_at_first = runs.holders[:, :, number] == runs.holders[:, [0], number]
        fell = ~as_at_first.all(axis=1)
        if fell.any():
            days = np.argmin(as_at_first[fell], axis=1)
            shares = tuple(float(share) for share in as_at_first.mean(axis=0))
            held.append(PlaceHeld(name, sides[runs.holders[0, 0, number]], shares, float(fell.mean()), band(days)))
    return sorted(held, key=lambda place: (-place.falls, place.first_fall.median or 0.0))


def as_json(places: list[PlaceHeld], start: date) -> dict[str, Any]:
    """Return places as ``where --json`` prints them: after the evening of each date, by name."""
    return {
        place.name: [
            {"date": (start + timedelta(days=day - 1)).isoformat(), "probability": share}
            for day, share in enumerate(place.probability)
            if day > 0
        ]
        for place in places
    }


def falls(places: list[PlaceHeld], start: date) -> dict[str, dict[str, Any]]:
    """Return for each place its first holder, how often it falls, and the dates of its first fall."""
    return {
        place.name: {
            "holder": place.holder,
            "probability": place.falls,
            **{
                name: None if value is None else (start + timedelta(days=round(value) - 1)).isoformat()
                for name, value in (("low", place.first_fall.low), ("median", place.first_fall.median),
                                    ("high", place.first_fall.high))
            },
        }
        for place in places
    }  # fmt: skip


def of_first_side(places: list[PlaceHeld], first: str) -> dict[str, list[float]]:
    """Return by place how probable it is on each morning that the first side holds it."""
    return {
        place.name: [share if place.holder == first else 1.0 - share for share in place.probability] for place in places
    }

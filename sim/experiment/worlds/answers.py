"""Answers: what all worlds of a scenario come to, by date and at the talks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.experiment.worlds.bands import Band, Probability, band, probability
from sim.experiment.worlds.runs import Paths, Runs
from sim.experiment.worlds.variance import Share, found, shares_of_variance

HALF = 0.5
"""Share of the ground held on the first morning above which it still stands."""
LOSSES = ("casualties", "captured")


@dataclass(frozen=True)
class Answers:
    """The answers of a scenario over worlds; lists follow the dates of talks."""

    sides: tuple[str, str]
    dates: tuple[date, ...]
    standing: tuple[Probability, ...]
    """That at least half of the first side's ground is still held."""
    lost: date | None
    """First date on which the median run holds less than half of it."""
    counter: tuple[Band, ...]
    """What holding the ground adds to the first side's leverage."""
    leverage_path: tuple[Band, ...]
    leverage_at_talks: Band
    """Of the first side, weighted by the chance that an agreement comes on a date; where none can, over all dates."""
    zone: tuple[Probability, ...]
    settlement_by: tuple[float, ...]
    variance: dict[str, Share | None]
    """Of leverage at the talks."""
    rules: dict[str, Band]
    """Leverage at the talks under every bargaining rule."""
    terms: dict[str, Band]
    """The first side's share of each issue in the settlement at the talks, over the runs that have one."""
    losses: dict[str, dict[str, Band]]
    displaced: Band

    def as_json(self) -> dict[str, Any]:
        """Return the answers as ``run --json`` prints them."""
        first, second = self.sides
        days = [when.isoformat() for when in self.dates]
        return {
            "standing": [{"date": d, "probability": p.as_json()} for d, p in zip(days, self.standing, strict=True)],
            "standing_lost": None if self.lost is None else self.lost.isoformat(),
            "counter": [{"date": d, **each.as_json()} for d, each in zip(days, self.counter, strict=True)],
            "leverage_path": [
                {"date": d, first: each.as_json(), second: each.mirrored().as_json()}
                for d, each in zip(days, self.leverage_path, strict=True)
            ],
            "leverage_at_talks": {
                first: self.leverage_at_talks.as_json(),
                second: self.leverage_at_talks.mirrored().as_json(),
            },
            "zone_by": [{"date": d, "probability": p.as_json()} for d, p in zip(days, self.zone, strict=True)],
            "settlement_by": [
                {"date": d, "probability": share} for d, share in zip(days, self.settlement_by, strict=True)
            ],
            "variance": {"leverage_at_talks": found(self.variance)},
            "rules": {name: each.as_json() for name, each in self.rules.items()},
            "terms": {issue: each.as_json() for issue, each in self.terms.items()},
            "losses_over_worlds": {
                side: {name: each.as_json() for name, each in parts.items()} for side, parts in self.losses.items()
            },
            "displaced_over_worlds": self.displaced.as_json(),
        }


def answers(runs: Runs, sides: tuple[str, str], start: date) -> Answers:
    """Return the answers that runs of worlds give."""
    days = list(runs.talk_days)
    held = runs.mornings["area_0"]
    stands = held[:, days] >= HALF * held[:, [0]]
    weights = talk_weights(runs)
    world = runs.draw
    fallen = [day for day in range(runs.days + 1) if np.median(held[:, day] - HALF * held[:, 0]) < 0.0]
    under = {name: at_talks(path, weights) for name, path in runs.by_rule().items()}
    return Answers(
        sides=sides,
        dates=tuple(start + timedelta(days=day) for day in days),
        standing=tuple(probability(stands[:, n], world) for n in range(len(days))),
        lost=start + timedelta(days=fallen[0]) if fallen else None,
        counter=tuple(band(runs.talks["counter"][:, n]) for n in range(len(days))),
        leverage_path=tuple(band(runs.talks["leverage_0"][:, n]) for n in range(len(days))),
        leverage_at_talks=band(at_talks(runs.talks["leverage_0"], weights)),
        zone=tuple(probability(runs.talks["zone"][:, n] > 0.0, world) for n in range(len(days))),
        settlement_by=tuple(float((runs.agreed <= day).mean()) for day in days),
        variance=shares_of_variance(runs.nested(np.array(list(under.values())).T)),
        rules={name: band(values) for name, values in under.items()},
        terms={issue: band(settled(path, weights)) for issue, path in runs.shares().items()},
        losses={
            side: {name: band(runs.mornings[f"{name}_{s}"][:, -1]) for name in LOSSES} for s, side in enumerate(sides)
        },
        displaced=band(runs.mornings["displaced"][:, -1]),
    )


def talk_weights(runs: Runs) -> NDArray[np.float64]:
    """Return how much each date of talks counts: the mean chance of an agreement then, or all alike if none can."""
    chances = runs.talks["chance"].mean(axis=0)
    return np.asarray(chances / chances.sum() if chances.sum() > 0.0 else np.full(len(chances), 1.0 / len(chances)))


def at_talks(path: Paths, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a value a run from its path by date of talks."""
    return np.asarray((path * weights).sum(axis=1))


def settled(path: Paths, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a value a run from its path, over the dates on which something is settled; not a number where none is."""
    counts = np.where(np.isnan(path), 0.0, weights)
    whole = counts.sum(axis=1)
    total = np.nansum(path * weights, axis=1)
    return np.where(whole > 0.0, total / np.where(whole > 0.0, whole, 1.0), np.nan)

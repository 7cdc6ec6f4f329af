"""Factors: what turning one of them off does to a campaign, against the direction that the literature documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.campaign.deployment import deploy
from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.scenario.reading import read_scenario
from sim.validation.interval import Interval, mean_interval
from sim.vocabulary import SERIES

Values = Mapping[str, object]
"""Values of a scenario by dotted path."""


@dataclass(frozen=True)
class Factor:
    """Something that can be present in a scenario or absent."""

    name: str
    direction: int
    """Sign of what its presence does to the ground that the first side holds, as documented."""
    source: str
    """Who documents that."""
    off: Values
    """What its absence changes in the scenario."""
    on: Values = field(default_factory=dict)
    """What its presence changes."""


@dataclass(frozen=True)
class Effect:
    """What a factor's presence adds to each measure, over paired replications under common random numbers."""

    factor: Factor
    area: Interval
    """Ground held by the first side, mean over the campaign, km2."""
    by_day: dict[int, Interval]
    """The same on single days."""
    at_end: dict[str, Interval]
    """Other measures on the last day, by their names in the series."""

    def verdict(self, least: float) -> str:
        """Return whether the ground held moves as documented; a mean below ``least`` km2 is no effect that counts."""
        moved = counted(self.area, least)
        if moved == 0:
            return "no effect shown"
        against = [f"day {day}" for day, interval in self.by_day.items() if counted(interval, least) == -moved]
        reversal = f", reversed on {', '.join(against)}" if against else ""
        return ("as documented" if moved == self.factor.direction else "the other way") + reversal


def counted(interval: Interval, least: float) -> int:
    """Return the sign of an effect whose interval leaves out zero and whose mean is large enough to count, else 0."""
    return interval.side() if abs(interval.mean) >= least else 0


def effect(file: Path, factor: Factor, days: Iterable[int], replications: int, seed: int, level: float) -> Effect:
    """Return the effect of a factor on a scenario's campaign, on some days and at its end; no talks are held."""
    on, off = (played(file, values, replications, seed) for values in (factor.on, factor.off))
    last = on.shape[1] - 1
    more = on - off
    ground = more[:, :, SERIES.index("area_0")]
    measures = ("casualties_0", "casualties_1", "captured_0")
    return Effect(
        factor,
        mean_interval(ground.mean(axis=1), level),
        {day: mean_interval(ground[:, day], level) for day in (*days, last)},
        {name: mean_interval(more[:, last, SERIES.index(name)], level) for name in measures},
    )


def played(file: Path, values: Values, replications: int, seed: int) -> NDArray[np.float64]:
    """Return the daily series of every replication, shape (replications, days, measures).

    Raises:
        RuntimeError: a replication failed.

    """
    deployment = deploy(read_scenario(file, values))
    outcomes = list(ensemble(deployment, seed, range(replications), talking=False))
    series = [outcome.series for outcome in outcomes if isinstance(outcome, Outcome)]
    if len(series) < len(outcomes):
        raise RuntimeError(f"{len(outcomes) - len(series)} of {len(outcomes)} replications failed under {values}")
    return np.stack(series)

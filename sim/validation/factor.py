"""Factors: what turning one of them off does to a campaign, against the direction that the literature documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import deploy
from sim.results.interval import Interval, mean_interval
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import LEDGER, SERIES

Values = Mapping[str, object]
"""Values of a scenario by dotted path."""


@dataclass(frozen=True)
class Mechanism:
    """What a factor acts on first: the sum of some entries of the ledger, or of measures on the last day."""

    words: str
    columns: tuple[str, ...]
    """Columns of the ledger, summed over the campaign, or of the series, on its last day."""
    direction: int
    """Sign of what the factor's presence does to it, as documented."""

    def of(self, outcome: Outcome) -> float:
        """Return how much of it a campaign saw."""
        entries = [outcome.ledger[:, LEDGER.index(name)].sum() for name in self.columns if name in LEDGER]
        measures = [outcome.series[-1, SERIES.index(name)] for name in self.columns if name in SERIES]
        return float(sum(entries) + sum(measures))


@dataclass(frozen=True)
class Factor:
    """Something that can be present in a scenario or absent."""

    name: str
    direction: int
    """Sign of what its presence does to the ground that the first side holds, as documented."""
    mechanism: Mechanism
    """What it acts on first, and the sign of that."""
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
    first: Interval
    """What the factor acts on first."""

    def first_verdict(self) -> str:
        """Return whether what the factor acts on first moves as documented."""
        moved = self.first.side()
        if moved == 0:
            return "not shown"
        return "yes" if moved == self.factor.mechanism.direction else "the other way"

    def verdict(self, least: float) -> str:
        """Return whether the ground held moves as documented; a mean below ``least`` km2 is called slight."""
        moved = self.area.side()
        if moved == 0:
            return "no effect shown"
        slight = ", slightly" if abs(self.area.mean) < least else ""
        against = [f"day {day}" for day, interval in self.by_day.items() if counted(interval, least) == -moved]
        reversal = f", reversed on {', '.join(against)}" if against else ""
        return ("as documented" if moved == self.factor.direction else "the other way") + slight + reversal


def counted(interval: Interval, least: float) -> int:
    """Return the sign of an effect whose interval leaves out zero and whose mean is large enough to count, else 0."""
    return interval.side() if abs(interval.mean) >= least else 0


def effect(
    file: Path,
    factor: Factor,
    days: Iterable[int],
    replications: int,
    seed: int,
    level: float,
    *,
    talking: bool = False,
) -> Effect:
    """Return the effect of a factor on a campaign, on some days and at its end, with talks then if wanted."""
    with_it, without = (played(file, values, replications, seed, talking=talking) for values in (factor.on, factor.off))
    more = np.stack([one.series - other.series for one, other in zip(with_it, without, strict=True)])
    last = more.shape[1] - 1
    ground = more[:, :, SERIES.index("area_0")]
    at_end = {name: more[:, last, SERIES.index(name)] for name in ("casualties_0", "casualties_1", "captured_0")}
    if talking:
        at_end["leverage_0"] = leverage(with_it) - leverage(without)
    return Effect(
        factor,
        mean_interval(ground.mean(axis=1), level),
        {day: mean_interval(ground[:, day], level) for day in (*days, last)},
        {name: mean_interval(sample, level) for name, sample in at_end.items()},
        mean_interval(acted_on(factor, with_it) - acted_on(factor, without), level),
    )


def acted_on(factor: Factor, outcomes: Iterable[Outcome]) -> NDArray[np.float64]:
    """Return what a factor acts on first, in each outcome."""
    return np.array([factor.mechanism.of(outcome) for outcome in outcomes])


def leverage(outcomes: Iterable[Outcome]) -> NDArray[np.float64]:
    """Return the first side's leverage at the last talks of each outcome."""
    return np.array([outcome.talks[-1].terms.leverage for outcome in outcomes])


def played(file: Path, values: Values, replications: int, seed: int, *, talking: bool) -> list[Outcome]:
    """Return the outcome of every replication.

    Raises:
        RuntimeError: a replication failed.

    """
    deployment = deploy(read_scenario(file, values))
    tried = list(ensemble(deployment, seed, range(replications), talking=talking, last_only=True))
    outcomes = [outcome for outcome in tried if isinstance(outcome, Outcome)]
    if len(outcomes) < len(tried):
        raise RuntimeError(f"{len(tried) - len(outcomes)} of {len(tried)} replications failed under {values}")
    return outcomes

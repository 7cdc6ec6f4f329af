"""The spread: the same campaign under other luck, many times, behind the one that is seen."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.browser.drawings.plot import Point
from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import SERIES

MORE: Final = 30
"""Runs that are played behind the one seen: replications 1 to 30 of its seed, as ``westphalia run`` plays them."""
LOW, HIGH = 5.0, 95.0
"""Percentiles between which a band lies."""
SHOWN_EVERY: Final = 5
"""Runs after which what is there is shown."""
Band = tuple[list[Point], list[Point]]


class Spread(NamedTuple):
    """Outcomes of one campaign under other luck, and how many of them have talks."""

    outcomes: tuple[Outcome, ...]
    talked: int = 0

    @property
    def is_whole(self) -> bool:
        """Return whether every run has its talks."""
        return self.talked == len(self.outcomes)

    def values(self, columns: Sequence[int]) -> NDArray[np.float64]:
        """Return sums of columns of the series, shape (runs, days)."""
        return np.array([outcome.series[:, list(columns)].sum(axis=1) for outcome in self.outcomes])

    def leverage(self) -> dict[int, list[float]]:
        """Return leverage at the talks of each day, of the runs that have talked."""
        found: dict[int, list[float]] = {}
        for outcome in self.outcomes[: self.talked]:
            for talks in outcome.talks:
                found.setdefault(talks.day, []).append(talks.leverage)
        return found


def play_more(
    deployment: Deployment, seed: int, is_wanted: Callable[[], bool], show: Callable[[Spread], None], more: int = MORE
) -> None:
    """Play the campaign ``more`` times, first without talks, then with them, and ``show`` what is there in between.

    It ends early when it ``is_wanted`` no more. A run that fails is left out.
    """
    played: list[Outcome] = []
    for outcome in ensemble(deployment, seed, range(1, more + 1), talking=False):
        if not is_wanted():
            return
        if isinstance(outcome, Outcome):
            played.append(outcome)
    show(Spread(tuple(played)))
    places = {outcome.replication: n for n, outcome in enumerate(played)}
    for talked, outcome in enumerate(ensemble(deployment, seed, list(places)), start=1):
        if not is_wanted():
            return
        if isinstance(outcome, Outcome):
            played[places[outcome.replication]] = outcome
        if talked % SHOWN_EVERY == 0 or talked == len(played):
            show(Spread(tuple(played), talked))


def band_of(values: NDArray[np.float64]) -> Band:
    """Return the band of values of shape (runs, days): the morning after each day, and the percentiles."""
    low, high = np.percentile(values, [LOW, HIGH], axis=0)
    return [(n + 1.0, float(y)) for n, y in enumerate(low)], [(n + 1.0, float(y)) for n, y in enumerate(high)]


def band_by_day(values: dict[int, list[float]]) -> Band:
    """Return the band of values that are there on some days only."""
    days = sorted(values)
    low, high = ([(float(day), float(np.percentile(values[day], p))) for day in days] for p in (LOW, HIGH))
    return low, high


def columns_of(names: Sequence[str], suffix: str) -> list[int]:
    """Return the columns of the series of some measures; the suffix tells the side."""
    return [SERIES.index(f"{name}{suffix}") for name in names]


def standing(value: float, others: Sequence[float]) -> str:
    """Return where a value stands among those of the other runs, in words."""
    rank = 1 + sum(other < value for other in others)
    return f"{_ordinal(rank)} lowest of {len(others) + 1}"


def _ordinal(number: int) -> str:
    teens = range(11, 14)
    ending = "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

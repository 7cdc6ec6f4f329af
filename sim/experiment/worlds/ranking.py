"""Ranking: scenarios by the first side's leverage at the talks, under every bargaining rule, over the same worlds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.experiment.worlds.answers import at_talks, talk_weights
from sim.experiment.worlds.bands import Band, band
from sim.experiment.worlds.contrast import Contrast, contrast
from sim.experiment.worlds.runs import Runs


@dataclass(frozen=True)
class Ranked:
    """A scenario among others."""

    name: str
    leverage: dict[str, Band]
    """At the talks, by bargaining rule."""
    rank: dict[str, int]
    """By mean leverage under each rule, 1 for the greatest."""
    contrast: Contrast | None
    """With the scenario named first, less that one; None for itself."""

    def as_json(self) -> dict[str, Any]:
        """Return the scenario as ``rank --json`` prints it."""
        return {
            "leverage": {rule: each.as_json() for rule, each in self.leverage.items()},
            "rank": self.rank,
            "contrast": None if self.contrast is None else self.contrast.as_json(),
        }


def ranking(
    names: Sequence[str], played: Callable[[str], Runs], sides: tuple[str, str], start: date
) -> tuple[list[Ranked], float | None]:
    """Return scenarios in order of leverage under the first rule, and how far the rules agree.

    The agreement is the least correlation of ranks between two rules (Spearman 1904); None where nothing differs.
    """
    runs = {name: played(name) for name in names}
    first = names[0]
    means = {
        name: {rule: at_talks(path, talk_weights(each)) for rule, path in each.by_rule().items()}
        for name, each in runs.items()
    }
    rules = list(means[first])
    order = {rule: _by_mean({name: means[name][rule] for name in names}) for rule in rules}
    ranks = {name: {rule: order[rule].index(name) + 1 for rule in rules} for name in means}
    found = [
        Ranked(
            name,
            {rule: band(values) for rule, values in means[name].items()},
            ranks[name],
            None if name == first else contrast(runs[first], runs[name], sides, start),
        )
        for name in order[rules[0]]
    ]
    table = np.array([[ranks[name][rule] for name in means] for rule in rules], dtype=float)
    return found, float(np.corrcoef(table).min()) if len(means) > 1 else None


def _by_mean(values: dict[str, NDArray[np.float64]]) -> list[str]:
    """Return names by the mean of their values, the greatest first."""
    return sorted(values, key=lambda name: -float(np.nanmean(values[name])))

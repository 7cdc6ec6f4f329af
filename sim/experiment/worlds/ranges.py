"""Ranges: the worlds that a scenario itself declares, as joint draws of all its quantities."""

import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.experiment.sweeps.study import Values
from sim.scenario.parameters import parameters
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario

TABLE: Final = "talks."
"""Quantities below this path are of the table; all others are of the campaign."""
NUMERICAL: Final = {"talks.precision"}
"""Quantities that say how well something is computed, and nothing of the world."""


def is_of_the_table(path: str) -> bool:
    """Return whether a quantity is of the table: what is at stake, what war costs, how patient the sides are."""
    return path.startswith(TABLE)


def ranged(scenario: Scenario) -> dict[str, Quantity]:
    """Return the quantities of a scenario that may have more than one value, by path."""
    return {
        path: each
        for path, each in parameters(scenario).items()
        if each.range[0] < each.range[1] and path not in NUMERICAL
    }


def drawn(scenario: Scenario, draws: int, tables: int, seed: int) -> list[Values]:
    """Return points of a nested design: ``draws`` draws of the campaign, each with ``tables`` draws of the table.

    The points of a draw follow one another. All quantities are drawn at once, each over the whole of its range by a
    Latin hypercube (McKay, Beckman and Conover 1979): triangular around its value where confidence is high or medium,
    uniform where it is low. Quantities that move together share one draw. A quantity has the same share in every
    scenario under one seed, by its path, so that scenarios can be compared world by world.
    """
    quantities = ranged(scenario)
    leader = {path: group[0] for group in scenario.together for path in group}
    shares = _shares(sorted({leader.get(path, path) for path in quantities}), draws, tables, seed)
    return [
        {path: at_share(each, shares[leader.get(path, path)][n]) for path, each in quantities.items()}
        for n in range(draws * tables)
    ]


def at_share(quantity: Quantity, share: float) -> float:
    """Return the value below which a share of a quantity's distribution over its range lies."""
    low, high = quantity.range
    if quantity.confidence == "low":
        return low + share * (high - low)
    mode, width = float(quantity), high - low
    if share * width < mode - low:
        return low + math.sqrt(share * width * (mode - low))
    return high - math.sqrt((1.0 - share) * width * (high - mode))


def resampled(overlay: Mapping[str, Sequence[float]], weights: Sequence[float] | None, draws: int) -> list[Values]:
    """Return so many points of a weighted sample, by systematic resampling (Kitagawa 1996)."""
    count = len(next(iter(overlay.values())))
    mass = np.cumsum(np.full(count, 1.0) if weights is None else np.asarray(weights, dtype=float))
    chosen = np.searchsorted(mass, (np.arange(draws) + 0.5) / draws * mass[-1])
    return [{path: float(values[n]) for path, values in overlay.items()} for n in chosen.tolist()]


def _shares(paths: Iterable[str], draws: int, tables: int, seed: int) -> dict[str, NDArray[np.float64]]:
    """Return for each path a share for every point; those of the campaign are the same within a draw.

    Each path has numbers of its own, so that what else a scenario declares does not change them.
    """
    shares: dict[str, NDArray[np.float64]] = {}
    for path in paths:
        varies_within = is_of_the_table(path)
        count = draws * tables if varies_within else draws
        rng = np.random.default_rng([seed, zlib.crc32(path.encode())])
        column = (rng.permutation(count) + rng.random(count)) / count
        shares[path] = column if varies_within else np.repeat(column, tables)
    return shares

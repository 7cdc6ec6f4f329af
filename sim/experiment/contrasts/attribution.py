"""Attribution: how much of a change each of its parts brought about, by the Shapley value (Shapley 1953)."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sim.talks.shapley import shapley

Values = NDArray[np.float64]
"""The outcome of one combination of factors, a value a replication."""
Cells = Mapping[frozenset[str], Values]
"""The outcome of every combination: the factors that have changed, and what came of it."""


def combinations_of(factors: Sequence[str]) -> list[frozenset[str]]:
    """Return every combination of changed factors, from none to all: 2^k of them."""
    return [frozenset(chosen) for size in range(len(factors) + 1) for chosen in combinations(factors, size)]


def parts_of(cells: Cells, factors: Sequence[str]) -> dict[str, Values]:
    """Return each factor's part of the change from no factor to all of them, in every replication.

    A part is the Shapley value. Within each replication the parts sum to the whole change, a factor without effect has
    none, and factors that do the same share alike.
    """
    return shapley(cells.__getitem__, factors)


def one_at_a_time(cells: Cells, factors: Iterable[str]) -> dict[str, Values]:
    """Return the change that each factor brings about when it alone is changed."""
    return {factor: cells[frozenset((factor,))] - cells[frozenset()] for factor in factors}


def interaction(cells: Cells, factors: Sequence[str]) -> Values:
    """Return what changing factors one at a time misses: the whole change less the sum of single changes."""
    alone = np.asarray(sum(one_at_a_time(cells, factors).values(), np.zeros_like(cells[frozenset()])))
    return cells[frozenset(factors)] - cells[frozenset()] - alone

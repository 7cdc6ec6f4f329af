"""Sampling: the points of a design. SciPy and, for Sobol's and Morris's, SALib draw them from the design's seed."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.experiment.designs.factors import Factor, Levelled, Value

MORRIS_LEVELS = 4
"""Grid levels of a Morris design, p in Morris (1991)."""

Points = list[tuple[Value, ...]]
"""Points of a design in its order; each a value for every factor."""


def points_of(kind: str, factors: Sequence[Factor], samples: int | None, seed: int) -> Points:
    """Return the points of a design.

    ``grid`` and ``factorial`` cross all levels, the last factor quickest. ``latin_hypercube`` has ``samples`` points
    (McKay, Beckman and Conover 1979); ``sobol`` has ``samples`` blocks A, AB_1 .. AB_k, B of Saltelli (2010);
    ``morris`` has ``samples`` trajectories of k + 1 points (Morris 1991).
    """
    if kind in {"grid", "factorial"}:
        return list(product(*_crossed(factors)))
    shares = _shares(kind, len(factors), samples or 1, seed)
    return [tuple(factor.at(share) for factor, share in zip(factors, row, strict=True)) for row in shares.tolist()]


def _crossed(factors: Sequence[Factor]) -> Iterator[list[Value]]:
    for factor in factors:
        if isinstance(factor, Levelled):
            yield list(factor.levels)


def _shares(kind: str, k: int, samples: int, seed: int) -> NDArray[np.float64]:
    unit: dict[str, Any] = {"num_vars": k, "names": [f"x{i}" for i in range(k)], "bounds": [[0.0, 1.0]] * k}
    match kind:
        case "latin_hypercube":
            from scipy.stats import qmc  # noqa: PLC0415 - half a second that no other kind needs

            drawn = qmc.LatinHypercube(k, rng=np.random.default_rng(seed)).random(samples)
        case "sobol":
            from SALib.sample import sobol  # noqa: PLC0415 - of an extra

            drawn = sobol.sample(unit, samples, calc_second_order=False, scramble=True, seed=seed)
        case "morris":
            from SALib.sample import morris  # noqa: PLC0415 - of an extra

            drawn = morris.sample(unit, samples, num_levels=MORRIS_LEVELS, seed=seed)
        case _:
            raise ValueError(f"there is no kind of design {kind}")
    return np.asarray(drawn, dtype=float)

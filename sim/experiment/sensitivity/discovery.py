"""Scenario discovery: boxes of factors in which an outcome of interest is concentrated (PRIM).

The patient rule induction method of Friedman and Fisher (1999), as Bryant and Lempert (2010) use it for scenarios.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

PEEL = 0.05
"""Share of a box that one peel removes at most, or one paste adds."""
LEAST = 0.02
"""Share of all points that a box must hold."""
LEVEL = 0.05
"""Quasi-p above which a limit is dropped."""
REST = 0.05
"""Share of all cases below which no further box is sought."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Limit:
    """What a box asks of one factor."""

    factor: str
    low: float
    high: float
    p_value: float
    """Chance of the box's density if this limit meant nothing (quasi-p of Bryant and Lempert)."""


@dataclass(frozen=True)
class Box:
    """A part of the factors' space."""

    limits: list[Limit]
    coverage: float
    """Share of all cases that lie in it."""
    density: float
    """Share of its points that are cases."""
    mass: float
    """Share of all points that lie in it."""


def boxes(x: Floats, cases: Flags, names: Sequence[str], most: int = 3) -> list[Box]:
    """Return boxes in the order found, each in what the ones before left over.

    ``x`` has a row a run and a column a factor; ``cases`` says which runs are of interest. A box is kept while it is
    denser in cases than all runs together.
    """
    found: list[Box] = []
    left = np.ones(len(x), dtype=bool)
    while len(found) < most and cases[left].sum() > REST * max(1, int(cases.sum())):
        bounds = _best(x[left], cases[left], LEAST * len(x))
        inside = _inside(x, bounds) & left
        if cases[inside].mean() <= cases.mean() or inside.sum() == left.sum():
            break
        found.append(_told(x, cases, names, bounds, left))
        left &= ~inside
    return found


def _best(x: Floats, cases: Flags, least: float) -> Floats:
    """Return the bounds, shape (2, factors), of the best box on the way inwards, pasted outwards again.

    Best is the greatest harmonic mean of coverage and density.
    """
    return _pasted(x, cases, max(_peeled(x, cases, least), key=lambda bounds: _worth(x, cases, bounds)))


def _worth(x: Floats, cases: Flags, bounds: Floats) -> float:
    inside = _inside(x, bounds)
    held = cases[inside].sum()
    return float(2 * held / (inside.sum() + cases.sum()))


def _peeled(x: Floats, cases: Flags, least: float) -> Iterator[Floats]:
    """Yield ever smaller boxes: each peel raises the density most, or lowers it least, for what it removes."""
    bounds = np.array([np.full(x.shape[1], -np.inf), np.full(x.shape[1], np.inf)])
    while True:
        yield bounds
        inside = _inside(x, bounds)
        here, density = x[inside], cases[inside].mean()
        best, gain = None, -np.inf
        for peeled in _peels(here, bounds):
            kept = _inside(here, peeled)
            if max(1.0, least) <= kept.sum() < len(here):
                gained = (cases[inside][kept].mean() - density) / (len(here) - kept.sum())
                best, gain = (peeled, gained) if gained > gain else (best, gain)
        if best is None:
            return
        bounds = best


def _peels(here: Floats, bounds: Floats) -> Iterator[Floats]:
    for factor, column in enumerate(here.T):
        values = np.unique(column)
        for end, share in ((0, PEEL), (1, 1 - PEEL)):
            edge = np.quantile(column, share)
            beyond = values[values > edge] if end == 0 else values[values < edge]
            if beyond.size:
                peeled = bounds.copy()
                nearest = beyond[0] if end == 0 else beyond[-1]
                last = values[values < nearest][-1] if end == 0 else values[values > nearest][0]
                peeled[end, factor] = (nearest + last) / 2
                yield peeled


def _pasted(x: Floats, cases: Flags, bounds: Floats) -> Floats:
    """Return the box without limits that do it no good, its sides moved outwards while that makes it better."""
    for factor in range(x.shape[1]):
        free = bounds.copy()
        free[:, factor] = -np.inf, np.inf
        idle = _worth(x, cases, free) >= _worth(x, cases, bounds) or _p_value(x, cases, bounds, factor) > LEVEL
        bounds = free if idle else bounds
    better = True
    while better:
        better = False
        for end, factor in np.argwhere(np.isfinite(bounds)):
            wider = bounds.copy()
            wider[end, factor] = _further(x, bounds, int(end), int(factor))
            if _worth(x, cases, wider) > _worth(x, cases, bounds):
                bounds, better = wider, True
    return bounds


def _further(x: Floats, bounds: Floats, end: int, factor: int) -> float:
    """Return where a side lies when moved outwards by a quarter of a peel; infinitely far beyond the last point."""
    free = bounds.copy()
    free[end, factor] = -np.inf if end == 0 else np.inf
    column = x[_inside(x, free), factor]
    step = max(1, round(PEEL / 4 * _inside(x, bounds).sum()))
    if end == 0:
        outside = np.sort(column[column < bounds[0, factor]])[::-1]
    else:
        outside = np.sort(column[column > bounds[1, factor]])
    return float(outside[step - 1]) if outside.size > step else float(free[end, factor])


def _p_value(x: Floats, cases: Flags, bounds: Floats, factor: int) -> float:
    """Return the chance of so many cases in a box if its limits on a factor meant nothing."""
    free = bounds.copy()
    free[:, factor] = -np.inf, np.inf
    inside, density = _inside(x, bounds), float(cases[_inside(x, free)].mean())
    return float(binomtest(int(cases[inside].sum()), int(inside.sum()), density, alternative="greater").pvalue)


def _inside(x: Floats, bounds: Floats) -> Flags:
    return np.asarray(((x >= bounds[0]) & (x <= bounds[1])).all(axis=1))


def _told(x: Floats, cases: Flags, names: Sequence[str], bounds: Floats, left: Flags) -> Box:
    inside = _inside(x, bounds) & left
    held = int(cases[inside].sum())
    limits = []
    for factor in np.flatnonzero(np.isfinite(bounds).any(axis=0)).tolist():
        p_value = _p_value(x[left], cases[left], bounds, factor)
        low, high = np.clip(bounds[:, factor], x[:, factor].min(), x[:, factor].max())
        limits.append(Limit(names[factor], float(low), float(high), p_value))
    return Box(limits, held / int(cases.sum()), held / int(inside.sum()), int(inside.sum()) / len(x))

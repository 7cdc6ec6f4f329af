"""Scenario discovery: boxes of factors in which an outcome of interest is concentrated (PRIM).

The patient rule induction method of Friedman and Fisher (1999), as Bryant and Lempert (2010) use it for scenarios. It
finds a box in noise too, for it looks at many. So which factors a box may limit is found on one half of the points and
tested on the other: limits fall away until each that is left passes, corrected for all that were tried there (Holm
1979). Where none passes there is no box. Where the limits lie is then found on all points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest, fisher_exact, mannwhitneyu

PEEL = 0.05
"""Share of a box that one peel removes at most, or one paste adds."""
LEAST = 0.02
"""Share of all points that a box must hold."""
LEVEL = 0.05
"""Chance that a box is told where the factors mean nothing."""
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
    """Chance of so much denser a box, on the half of the points that tests it, if this limit meant nothing."""


@dataclass(frozen=True)
class Peel:
    """A box on the way inwards."""

    limits: dict[str, tuple[float, float]]
    """Lowest and highest value of each factor that it limits."""
    coverage: float
    density: float
    mass: float


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
    trajectory: list[Peel] = field(default_factory=list)
    """Boxes from all points inwards, to choose from; coverage and density are those among the points left to it."""
    chosen: int | None = None
    """Number of the one that somebody chose, from 0; None for the best, its sides moved outwards again."""


@dataclass(frozen=True)
class Sample:
    """Runs, their factors, and which of them are cases."""

    x: Floats
    """A row a run, a column a factor."""
    cases: Flags
    point: NDArray[np.int64]
    """Point of the design that each run is of; runs of one point have the same factors."""

    def chosen(self, rows: Flags) -> "Sample":
        """Return some of the runs."""
        return Sample(self.x[rows], self.cases[rows], self.point[rows])

    def halves(self, seed: int) -> tuple["Sample", "Sample"]:
        """Return two halves of the points with all their runs, drawn at random."""
        points = np.unique(self.point)
        first = np.random.default_rng(seed).permutation(points)[: len(points) // 2]
        within = np.isin(self.point, first)
        return self.chosen(within), self.chosen(~within)


def boxes(
    x: Floats,
    cases: Flags,
    names: Sequence[str],
    most: int = 3,
    *,
    point: Sequence[int] | NDArray[np.int64] | None = None,
    step: int | None = None,
    seed: int = 0,
) -> list[Box]:
    """Return boxes in the order found, each in what the ones before left over; none where no factor passes the test.

    ``x`` has a row a run and a column a factor; ``cases`` says which runs are of interest, and ``point`` of which point
    of the design each is (by default of one of its own). ``step`` chooses a box of the first trajectory in place of the
    best.
    """
    numbers = np.arange(len(x)) if point is None else np.asarray(point)
    whole = Sample(x, cases, numbers)
    found: list[Box] = []
    left = np.ones(len(x), dtype=bool)
    while len(found) < most and cases[left].sum() > REST * max(1, int(cases.sum())):
        rest = whole.chosen(left)
        passed = _passing(rest, seed)
        if not passed:
            break
        told = _box(whole, left, passed, names, None if found else step)
        if told is None:
            break
        box, inside = told
        found.append(box)
        left &= ~inside
    return found


def _passing(sample: Sample, seed: int) -> dict[int, float]:
    """Return the factors whose limits on one half of the points pass on the other, each with its p-value there."""
    search, check = sample.halves(seed)
    if not 0 < int(search.cases.sum()) < len(search.cases):
        return {}
    bounds = _best(search.x, search.cases, LEAST * len(search.x))
    tried = int(np.isfinite(bounds).any(axis=0).sum())
    while True:
        limited = np.flatnonzero(np.isfinite(bounds).any(axis=0)).tolist()
        found = {factor: _p_value(check, bounds, factor) for factor in limited}
        if passes(list(found.values()), tried):
            return found
        bounds[:, max(found, key=lambda factor: found[factor])] = -np.inf, np.inf


def passes(p_values: Sequence[float], tried: int) -> bool:
    """Return whether all of some p-values are small, given that ``tried`` have been tested in all (Holm 1979)."""
    return all(p <= LEVEL / (tried - rank) for rank, p in enumerate(sorted(p_values)))


def _p_value(sample: Sample, bounds: Floats, factor: int) -> float:
    """Return the chance that points in a box hold so many more cases than those that one limit keeps out.

    Points are compared and not runs, for runs of a point share its factors: by their share of cases (Mann and Whitney
    1947), or where each is a case or not, by counting (Fisher 1935).
    """
    free = bounds.copy()
    free[:, factor] = -np.inf, np.inf
    _, first, inverse = np.unique(sample.point, return_index=True, return_inverse=True)
    share = np.bincount(inverse, sample.cases) / np.bincount(inverse)
    x = sample.x[first]
    inside, around = _inside(x, bounds), _inside(x, free)
    within, without = share[inside], share[around & ~inside]
    if not (within.size and without.size):
        return 1.0
    if np.isin(share, (0.0, 1.0)).all():
        counts = [[int((part == value).sum()) for value in (1.0, 0.0)] for part in (within, without)]
        return float(fisher_exact(counts, alternative="greater").pvalue)
    if np.ptp(np.concatenate([within, without])) == 0.0:
        return 1.0
    return float(mannwhitneyu(within, without, alternative="greater").pvalue)


def _box(
    whole: Sample, left: Flags, passed: dict[int, float], names: Sequence[str], step: int | None
) -> tuple[Box, Flags] | None:
    """Return the box of the factors that passed, found on all runs left, and the runs within; None if it holds none."""
    rest, columns = whole.chosen(left), sorted(passed)
    least = LEAST * len(whole.x)
    path = list(_peeled(rest.x[:, columns], rest.cases, least))
    best = _best(rest.x[:, columns], rest.cases, least) if step is None else path[min(step, len(path) - 1)]
    bounds = _spread(best, columns, whole.x.shape[1])
    inside = _inside(whole.x, bounds) & left
    if whole.cases[inside].mean() <= whole.cases.mean() or inside.sum() == left.sum():
        return None
    held = int(whole.cases[inside].sum())
    limits = [
        Limit(names[factor], *_ends(whole.x, bounds, factor), passed[factor])
        for factor in np.flatnonzero(np.isfinite(bounds).any(axis=0)).tolist()
    ]
    trajectory = [_peel(whole, left, _spread(each, columns, whole.x.shape[1]), names) for each in path]
    share = held / int(whole.cases.sum())
    return Box(limits, share, held / int(inside.sum()), int(inside.sum()) / len(whole.x), trajectory, step), inside


def _peel(whole: Sample, left: Flags, bounds: Floats, names: Sequence[str]) -> Peel:
    inside = _inside(whole.x, bounds) & left
    held, size = int(whole.cases[inside].sum()), int(inside.sum())
    limited = np.flatnonzero(np.isfinite(bounds).any(axis=0)).tolist()
    limits = {names[factor]: _ends(whole.x, bounds, factor) for factor in limited}
    return Peel(limits, held / int(whole.cases.sum()), held / size, size / len(whole.x))


def _spread(bounds: Floats, columns: Sequence[int], factors: int) -> Floats:
    """Return bounds on some factors as bounds on all."""
    whole = np.array([np.full(factors, -np.inf), np.full(factors, np.inf)])
    whole[:, list(columns)] = bounds
    return whole


def _ends(x: Floats, bounds: Floats, factor: int) -> tuple[float, float]:
    low, high = np.clip(bounds[:, factor], x[:, factor].min(), x[:, factor].max())
    return float(low), float(high)


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
        idle = _worth(x, cases, free) >= _worth(x, cases, bounds) or _quasi_p(x, cases, bounds, factor) > LEVEL
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


def _quasi_p(x: Floats, cases: Flags, bounds: Floats, factor: int) -> float:
    """Return the chance of so many cases in a box if its limits on a factor meant nothing (Bryant and Lempert 2010).

    It was looked for among many, so it tests nothing; it only leaves out what is not worth testing.
    """
    free = bounds.copy()
    free[:, factor] = -np.inf, np.inf
    inside, density = _inside(x, bounds), float(cases[_inside(x, free)].mean())
    return float(binomtest(int(cases[inside].sum()), int(inside.sum()), density, alternative="greater").pvalue)


def _inside(x: Floats, bounds: Floats) -> Flags:
    return np.asarray(((x >= bounds[0]) & (x <= bounds[1])).all(axis=1))

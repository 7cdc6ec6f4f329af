"""Packages of issues, and the frontier of those that waste nothing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Lines = NDArray[np.float64]
"""Frontiers as corners, shape (lines, corners, 2): one line for each way to give away what cannot be divided."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing at stake, such as a salient, reparations or a guarantee."""

    name: str
    weights: tuple[float, float]
    """What all of it is worth to the first and to the second side, each in a unit of its own."""
    divisible: bool = True
    """Whether each side can have a part of it; if not, all of it goes to one of them."""

    @property
    def is_contested(self) -> bool:
        """Whether both sides value it: what one side alone values is no matter of bargaining."""
        return min(self.weights) > 0.0


@dataclass(frozen=True, slots=True)
class Settlement:
    """A division of every issue, and its worth to both sides."""

    shares: tuple[float, ...]
    """The first side's share of each issue, in declared order; the second has the rest."""

    u_a: float
    """Utility of the first side on the negotiable range: 1 is all that both want, 0 nothing of it."""

    u_b: float
    """Utility of the second side, on the same range."""


@dataclass(frozen=True, eq=False)
class Frontier:
    """The packages no other package improves on for both, from the second side's best to the first's.

    Utilities lie on the *negotiable range*: 0 is what a side keeps in the other's ideal package, 1 its own ideal, so
    an issue that one side alone values, and has in every package of the frontier, counts for nothing. Along a line
    the divisible issues pass to the first side one after another, beginning with the one it values most beside the
    second side's value, so that at most one is split (Brams and Taylor, 1996, adjusted winner).
    """

    issues: tuple[Issue, ...]

    order: tuple[int, ...]
    """The divisible contested issues in the order in which they pass; equals pass in declared order."""

    whole: tuple[int, ...]
    """The contested issues that cannot be divided; line n gives the first side those whose bit is set in n."""

    lines: Lines
    """Utilities of both when none, one, ... all of the divisible issues have passed, shape (lines, corners, 2)."""

    def package(self, line: int, position: float) -> Settlement:
        """Return the package on a line at which ``position`` issues have passed, the last of them in part."""
        passed = min(int(position), len(self.order))
        split = position - passed
        shares = [_uncontested(issue) for issue in self.issues]
        for bit, issue in enumerate(self.whole):
            shares[issue] = float(line >> bit & 1)
        for place, issue in enumerate(self.order):
            shares[issue] = 1.0 if place < passed else split if place == passed else 0.0
        u_a, u_b = self.lines[line, passed].tolist()
        if split > 0.0:
            next_a, next_b = self.lines[line, passed + 1].tolist()
            u_a, u_b = u_a + split * (next_a - u_a), u_b + split * (next_b - u_b)
        return Settlement(tuple(shares), u_a, u_b)


def negotiable(issues: Sequence[Issue]) -> tuple[float, float]:
    """Return what all contested issues together are worth to each side, in the unit of its weights."""
    contested = [issue for issue in issues if issue.is_contested]
    first, second = (math.fsum(issue.weights[side] for issue in contested) for side in range(2))
    return first, second


def frontier(issues: Sequence[Issue]) -> Frontier | None:
    """Return the frontier of packages; None when no issue is contested, so that there is nothing to negotiate.

    Raises:
        ValueError: A weight is negative or not finite.

    """
    for issue in issues:
        if not all(math.isfinite(weight) and weight >= 0.0 for weight in issue.weights):
            raise ValueError(f"weights {issue.weights} of {issue.name}: each must be finite and at least 0")
    all_a, all_b = negotiable(issues)
    if not all_a > 0.0:
        return None
    worth = [(issue.weights[0] / all_a, issue.weights[1] / all_b) for issue in issues]
    contested = [n for n, issue in enumerate(issues) if issue.is_contested]
    order = sorted((n for n in contested if issues[n].divisible), key=lambda n: worth[n][1] / worth[n][0])
    whole = [n for n in contested if not issues[n].divisible]
    lines = []
    for taken in product((False, True), repeat=len(whole)):
        first = {n for n, is_first in zip(reversed(whole), taken, strict=True) if is_first}
        corners = []
        for passed in range(len(order) + 1):
            has = first | set(order[:passed])
            corners.append(
                (
                    min(math.fsum(worth[n][0] for n in contested if n in has), 1.0),
                    min(math.fsum(worth[n][1] for n in contested if n not in has), 1.0),
                )
            )
        lines.append(corners)
    return Frontier(tuple(issues), tuple(order), tuple(whole), np.array(lines))


def _uncontested(issue: Issue) -> float:
    first, second = issue.weights[0] > 0.0, issue.weights[1] > 0.0
    return 0.5 if first == second else float(first)

"""Packages of issues, and the frontier of those that waste nothing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One divisible thing at stake, such as a salient, reparations or a guarantee."""

    name: str
    weights: tuple[float, float]
    """What all of it is worth to the first and to the second side, each in a unit of its own."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A division of every issue, and its worth to both sides."""

    shares: tuple[float, ...]
    """The first side's share of each issue, in declared order; the second has the rest."""

    u_a: float
    """Utility of the first side: 1 is its ideal package, 0 its worst."""

    u_b: float
    """Utility of the second side, on the same scale."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """The packages no other package improves on for both, from the second side's best to the first's.

    Along it the contested issues pass to the first side one after another, beginning with the one it values most
    beside the second side's value, so that at most one is split (Brams and Taylor, 1996, adjusted winner). What only
    one side values is that side's throughout; of what neither values each has half.
    """

    weights_a: tuple[float, ...]
    """The first side's weights, scaled to a sum of 1."""

    weights_b: tuple[float, ...]
    """The second side's weights, scaled to a sum of 1."""

    order: tuple[int, ...]
    """The contested issues in the order in which they pass; equals pass in declared order."""

    corners: tuple[tuple[float, float], ...]
    """Utilities of both sides when none, one, ... all of the contested issues have passed."""

    def package(self, passed: int, split: float) -> Settlement:
        """Return the package in which ``passed`` issues are the first side's, and ``split`` of the next one."""
        shares = [self._uncontested(issue) for issue in range(len(self.weights_a))]
        for place, issue in enumerate(self.order):
            shares[issue] = 1.0 if place < passed else split if place == passed else 0.0
        u_a, u_b = self.corners[passed]
        if passed < len(self.order):
            u_a += split * self.weights_a[self.order[passed]]
            u_b -= split * self.weights_b[self.order[passed]]
        return Settlement(tuple(shares), min(u_a, 1.0), max(u_b, 0.0))

    def division(self, d_a: float, d_b: float, alpha: float) -> Settlement:
        """Return the package that divides the gain over ``d_a`` and ``d_b`` by the bargaining weight ``alpha``.

        On a straight stretch the first side has the weighted mean of two splits: the one that leaves it only
        ``d_a`` (weight 1 - ``alpha``) and the one that leaves the second side only ``d_b`` (weight ``alpha``). The
        stretch that holds its own solution, or the corner between two that do not, holds the maximum, since the
        frontier is concave. With ``alpha`` 0 the package gives the first side ``d_a``, with 1 the second side
        ``d_b``, as nearly as the frontier allows; for other weights the disagreement point must lie within it.
        """
        for passed, issue in enumerate(self.order):
            u_a, u_b = self.corners[passed]
            enough_for_first = (d_a - u_a) / self.weights_a[issue]
            enough_for_second = (u_b - d_b) / self.weights_b[issue]
            split = (1.0 - alpha) * enough_for_first + alpha * enough_for_second
            if split <= 1.0:
                return self.package(passed, max(split, 0.0))
        return self.package(len(self.order), 0.0)

    def _uncontested(self, issue: int) -> float:
        first, second = self.weights_a[issue] > 0.0, self.weights_b[issue] > 0.0
        return 0.5 if first == second else float(first)


def frontier(weights_a: Sequence[float], weights_b: Sequence[float]) -> Frontier:
    """Return the frontier of packages for issues with these weights; only their proportions matter.

    Raises:
        ValueError: The two sides do not weigh the same issues, a weight is negative, or all of a side's are zero.

    """
    if len(weights_a) != len(weights_b):
        raise ValueError(f"the sides weigh {len(weights_a)} and {len(weights_b)} issues: give both the same issues")
    first, second = _scaled(weights_a), _scaled(weights_b)
    both = [issue for issue in range(len(first)) if first[issue] > 0.0 and second[issue] > 0.0]
    order = sorted(both, key=lambda issue: second[issue] / first[issue])
    only_first = [worth for worth, to_other in zip(first, second, strict=True) if to_other == 0.0]
    only_second = [worth for worth, to_other in zip(second, first, strict=True) if to_other == 0.0]
    corners = tuple(
        (
            min(math.fsum(only_first + [first[issue] for issue in order[:passed]]), 1.0),
            min(math.fsum(only_second + [second[issue] for issue in order[passed:]]), 1.0),
        )
        for passed in range(len(order) + 1)
    )
    return Frontier(first, second, tuple(order), corners)


def _scaled(weights: Sequence[float]) -> tuple[float, ...]:
    """Return the weights as parts of their sum."""
    total = math.fsum(weights)
    if not (math.isfinite(total) and total > 0.0 and min(weights) >= 0.0):
        raise ValueError(f"weights {list(weights)}: each must be finite and at least 0, and one of them above 0")
    return tuple(float(weight) / total for weight in weights)

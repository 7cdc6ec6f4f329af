"""The bargaining range: divisions of one issue that both sides prefer to a costly war over all of it."""

from dataclasses import dataclass

from sim.talks.bargain import Bargain
from sim.talks.package import Issue
from sim.talks.rules import RULES


@dataclass(frozen=True, slots=True)
class BargainingRange:
    """The first side's shares that both prefer to war, as parts of the issue."""

    least: float
    """What the first side must have at least."""

    most: float
    """What the second side can leave it at most."""


def bargaining_range(p: float, c_a: float, c_b: float) -> BargainingRange:
    """Return the range for a chance of victory ``p`` of the first side and costs as parts of the issue.

    It is [p - c_a, p + c_b], cut to what can be divided; costs of at least 0 never leave it empty (Fearon, 1995).
    """
    return BargainingRange(max(p - c_a, 0.0), min(p + c_b, 1.0))


def division(p: float, c_a: float, c_b: float, alpha: float) -> float:
    """Return the first side's share by the asymmetric Nash solution, p + alpha c_b - (1 - alpha) c_a within [0, 1].

    Raises:
        ValueError: Costs below 0 leave nothing that both prefer to war.

    """
    settlement = RULES["nash"](Bargain((Issue("all", (1.0, 1.0)),), p - c_a, 1.0 - p - c_b, alpha))
    if settlement is None:
        raise ValueError(f"costs of war {c_a} and {c_b}: their sum must be at least 0")
    return settlement.u_a

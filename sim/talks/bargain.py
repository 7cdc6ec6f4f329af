"""A bargain: what is on the table, what each side has without an agreement, and how patient they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sim.talks.package import Frontier, Issue, Settlement, frontier


@dataclass(frozen=True)
class Bargain:
    """All that a bargaining rule may look at.

    Raises:
        ValueError: ``alpha`` lies outside [0, 1].

    """

    issues: Sequence[Issue]
    d_a: float
    """What fighting on is worth to the first side, on the negotiable range of its utility."""
    d_b: float
    """The same for the second side."""
    alpha: float
    """Bargaining weight of the first side, in [0, 1]."""

    def __post_init__(self) -> None:
        """Refuse a bargaining weight that is none."""
        if not 0.0 <= self.alpha <= 1.0:
            raise ValueError(f"bargaining weight {self.alpha}: it must lie between 0 and 1")

    @cached_property
    def frontier(self) -> Frontier | None:
        """The efficient packages; None when there is nothing to negotiate."""
        return frontier(self.issues)


Rule = Callable[[Bargain], Settlement | None]
"""A bargaining rule: the package agreed on, or None when none is better for both than fighting on."""

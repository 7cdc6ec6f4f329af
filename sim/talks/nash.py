"""The asymmetric Nash solution: terms that divide the gain over disagreement by bargaining weight."""

from collections.abc import Sequence

from sim.talks.agreement import surplus
from sim.talks.package import Settlement, frontier


def asymmetric_nash(
    weights_a: Sequence[float], weights_b: Sequence[float], d_a: float, d_b: float, alpha: float
) -> Settlement | None:
    """Return the package that maximises (u_a - d_a)^alpha (u_b - d_b)^(1 - alpha), or None if none is acceptable.

    Exact on the piecewise linear frontier of packages. A bargaining weight ``alpha`` of 0 leaves the first side its
    disagreement value only, 1 the second side. Disagreement values below 0 (fighting on is worse than conceding all)
    count as they are, so the side that has more to lose from fighting concedes more, until nothing is left to concede.
    For one issue u_a is (1 - alpha) d_a + alpha (1 - d_b), kept within [0, 1]. Source: Nash (1950), Roth (1979).

    Raises:
        ValueError: ``alpha`` lies outside [0, 1], or the weights are no weights.

    """
    if not 0.0 <= alpha <= 1.0:
        raise ValueError(f"bargaining weight {alpha}: it must lie between 0 and 1")
    if surplus(weights_a, weights_b, d_a, d_b) < 0.0:
        return None
    return frontier(weights_a, weights_b).division(d_a, d_b, alpha)

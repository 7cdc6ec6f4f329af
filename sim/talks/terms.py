"""The table: what both sides would agree on, given what fighting on is worth to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sim.talks.agreement import surplus
from sim.talks.leverage import leverage, leverage_without_agreement
from sim.talks.nash import asymmetric_nash
from sim.talks.package import Issue, Settlement

Rule = Callable[[Sequence[float], Sequence[float], float, float, float], Settlement | None]
"""A bargaining rule: weights of both sides, disagreement values of both, bargaining weight of the first."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a day at the table would bring."""

    d_a: float
    """Disagreement value of the first side: what fighting on is worth to it."""

    d_b: float
    """Disagreement value of the second side."""

    surplus: float
    """Joint gain that an agreement can bring; the zone of agreement exists when it is above 0."""

    settlement: Settlement | None
    """The package agreed on; None when no package gives both at least their disagreement values."""

    leverage: float
    """Leverage of the first side, in [0, 1]; of the second side it is 1 minus this."""


def terms(issues: Sequence[Issue], d_a: float, d_b: float, alpha: float, rule: Rule = asymmetric_nash) -> Terms:
    """Return the terms on ``issues`` when fighting on is worth ``d_a`` and ``d_b``.

    ``alpha`` is the first side's bargaining weight. Leverage is taken at the settlement, or at the disagreement point
    when there is none.
    """
    weights_a = [issue.weights[0] for issue in issues]
    weights_b = [issue.weights[1] for issue in issues]
    settlement = rule(weights_a, weights_b, d_a, d_b, alpha)
    return Terms(
        d_a,
        d_b,
        surplus(weights_a, weights_b, d_a, d_b),
        settlement,
        leverage(settlement.u_a, settlement.u_b)
        if settlement
        else leverage_without_agreement(weights_a, weights_b, d_a, d_b),
    )

"""The table: what both sides would agree on, given what fighting on is worth to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sim.talks.agreement import surplus
from sim.talks.bargain import Bargain, Rule
from sim.talks.leverage import leverage
from sim.talks.package import Settlement
from sim.talks.rules import RULES


@dataclass(frozen=True, slots=True)
class Terms:
    """What a day at the table would bring."""

    d_a: float
    """Disagreement value of the first side: what fighting on is worth to it, on its negotiable range."""

    d_b: float
    """Disagreement value of the second side."""

    surplus: float
    """Joint gain that an agreement can bring; the zone of agreement exists when it is at least 0."""

    settlement: Settlement | None
    """The package agreed on; None when no package gives both at least their disagreement values."""

    leverage: float | None
    """Leverage of the first side, in [0, 1]; of the second side it is 1 minus this. None with nothing to negotiate."""


def terms(bargain: Bargain, rule: Rule = RULES["nash"]) -> Terms:
    """Return the terms of a bargain under a rule.

    Leverage is taken at the settlement, or at the disagreement point when there is none.
    """
    settlement = rule(bargain)
    return Terms(bargain.d_a, bargain.d_b, surplus(bargain), settlement, _leverage(bargain, settlement))


def leverage_by_rule(bargain: Bargain) -> Mapping[str, float | None]:
    """Return the first side's leverage under every rule."""
    return {name: _leverage(bargain, rule(bargain)) for name, rule in RULES.items()}


def _leverage(bargain: Bargain, settlement: Settlement | None) -> float | None:
    if bargain.frontier is None:
        return None
    if settlement is None:
        return leverage(bargain.d_a, bargain.d_b)
    return leverage(settlement.u_a, settlement.u_b)

"""Patterns of battle: one step of advantage, and the stylised facts (7 and 8)."""

from collections.abc import Sequence

import numpy as np

from sim.validation.engagement import Engagement
from sim.validation.fact import Fact
from sim.validation.facts_of_attack import LEVEL, has_succeeded
from sim.validation.pattern import Pattern
from sim.validation.regression import logit_slope

STEPS = 6.0
"""Steps between the extremes of a historian's scale of advantage, from -3 to 3."""


def steps_of_advantage(battles: Sequence[Engagement]) -> list[Pattern]:
    """Return whether a step of surprise, intelligence or morale helps, and no more than historians saw (CDB90).

    Their judgements know the outcome, so that theirs are upper bounds. A step of intelligence or morale is a sixth of
    the range that engagements are drawn from; surprise is one step. Logistics does not vary in engagements.
    """
    won = [has_succeeded(battle) for battle in battles]
    found = []
    for number, what, bound, advantage in (
        ("7a", "surprise", 1.8, [float(battle.surprised) for battle in battles]),
        ("7b", "intelligence", 2.9, steps([battle.drawn.own_coverage for battle in battles])),
        ("7c", "morale", 3.2, steps([battle.drawn.morale for battle in battles])),
    ):
        slope = logit_slope(advantage, won, LEVEL)
        odds = float(np.exp(slope.mean))
        found.append(
            Pattern(
                number,
                f"odds of success for a step of {what}",
                f"above 1, at most {bound:g}",
                f"{odds:.2f} [{np.exp(slope.low):.2f}, {np.exp(slope.high):.2f}]",
                1.0 < odds <= bound,
            )
        )
    return found


def steps(pairs: Sequence[tuple[float, float]]) -> list[float]:
    """Return the attacker's advantage in steps: a sixth of what the drawn values span."""
    values = np.array(pairs)
    step = (values.max() - values.min()) / STEPS
    return ((values[:, 0] - values[:, 1]) / step).tolist()  # type: ignore[no-any-return]


def stylised(facts: Sequence[Fact]) -> Pattern:
    """Return whether the stylised facts are in their bands."""
    outside = [fact.number for fact in facts if fact.verdict != "in band"]
    named = f"; not {', '.join(outside)}" if outside else ""
    return Pattern(
        "8",
        "stylised facts in band",
        f"all {len(facts)}",
        f"{len(facts) - len(outside)} of {len(facts)}{named}",
        not outside,
    )

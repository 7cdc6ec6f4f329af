"""Patterns of battle: one step of advantage, and the stylised facts (7 and 8)."""

from collections.abc import Sequence

import numpy as np

from sim.campaign.setup.deployment import Deployment
from sim.results.interval import Interval
from sim.validation.advantage import STEPS, STEPS_OF_SURPRISE, odds_of_a_step, pairs, surprise_pairs
from sim.validation.engagement import Engagement, engagements
from sim.validation.fact import Fact
from sim.validation.facts_of_attack import LEVEL, has_succeeded
from sim.validation.pattern import Pattern
from sim.validation.regression import logit_slope


def steps_of_advantage(base: Deployment, number: int, seed: int) -> list[Pattern]:
    """Return whether a step of surprise, intelligence or morale helps, and no more than historians saw (CDB90).

    Their judgements know the outcome, so that theirs are upper bounds. What counts is the same battles with and without
    the advantage; beside it stands what a comparison of different battles shows. Logistics does not vary here.
    """
    battles = list(engagements(base, number, seed))
    return [
        step_of(
            "7a",
            "surprise",
            1.8,
            odds_of_a_step(surprise_pairs(base, number, seed), STEPS_OF_SURPRISE, LEVEL),
            compared(battles, [STEPS_OF_SURPRISE * battle.surprised for battle in battles]),
        ),
        *(
            step_of(
                name,
                what,
                bound,
                odds_of_a_step(pairs(base, drawn, number, seed), STEPS, LEVEL),
                compared(battles, steps([getattr(battle.drawn, drawn) for battle in battles])),
            )
            for name, what, bound, drawn in (
                ("7b", "intelligence", 2.9, "own_coverage"),
                ("7c", "morale", 3.2, "morale"),
            )
        ),
    ]


def step_of(number: str, what: str, bound: float, same: Interval, different: Interval) -> Pattern:
    """Return the pattern of a step of something, by the odds ratios of the same battles and of different ones."""
    return Pattern(
        number,
        f"odds of success for a step of {what}, other things equal",
        f"above 1, at most {bound:g}",
        f"{in_words(same)}; between different battles {in_words(different)}",
        1.0 < same.mean <= bound,
    )


def in_words(odds: Interval) -> str:
    """Return an odds ratio with its interval."""
    return f"{odds.mean:.2f} [{odds.low:.2f}, {odds.high:.2f}]"


def compared(battles: Sequence[Engagement], advantage: Sequence[float]) -> Interval:
    """Return by what factor the odds of success rise with a step of advantage from one battle to another."""
    slope = logit_slope(advantage, [has_succeeded(battle) for battle in battles], LEVEL)
    return Interval(float(np.exp(slope.mean)), float(np.exp(slope.low)), float(np.exp(slope.high)))


def steps(pairs: Sequence[tuple[float, float]]) -> list[float]:
    """Return the attacker's advantage in steps: of those between the extremes of what was drawn."""
    values = np.array(pairs)
    step = 2 * (values.max() - values.min()) / STEPS
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

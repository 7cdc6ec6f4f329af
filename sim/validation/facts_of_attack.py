"""Facts of attack: what losses, success and advance of battles have in common, measured on engagements of the model.

The bands are those of the literature; a fact is a demand on the laws together, and none of them is fitted to it.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from sim.results.interval import Interval, share_interval
from sim.validation.engagement import Engagement
from sim.validation.fact import Fact
from sim.validation.regression import logit_slope, median_interval, rank_correlation, slope

LEVEL = 0.9
FAILED_ADVANCE = 0.1
"""Median advance of failed attacks, km a day (CDB90): an attack that gains more has succeeded."""


def has_succeeded(battle: Engagement) -> bool:
    """Return whether the attacker gained more ground than failed attacks do."""
    return battle.advance > FAILED_ADVANCE


def log_ratio(battles: Iterable[Engagement]) -> list[float]:
    """Return the logarithm of each battle's force ratio."""
    return [float(np.log(battle.ratio)) for battle in battles]


def exchange(battle: Engagement) -> float:
    """Return the casualty ratio, attacker to defender."""
    return battle.attacker_losses / battle.defender_losses


def loss_facts(battles: Sequence[Engagement]) -> list[Fact]:
    """Return what losses have to do with force ratio and with time (F1, F3, F4)."""
    bloody = [battle for battle in battles if battle.attacker_losses > 0 and battle.defender_losses > 0]
    ratio = log_ratio(bloody)
    fractions = [float(np.log(battle.attacker_rate / battle.defender_rate)) for battle in bloody]
    casualties = [float(np.log(exchange(battle))) for battle in bloody]
    cdb90 = "CDB90, 1914-73"
    found = len(bloody)
    attacker, defender = (
        median_interval([100 * getattr(battle, f"{side}_rate") for battle in battles], LEVEL)
        for side in ("attacker", "defender")
    )
    return [
        Fact("F1", "slope of ln FER on ln force ratio", -1.1, -0.6, cdb90, slope(ratio, fractions, LEVEL), found),
        Fact(
            "F3a",
            "attacker's losses, % a battle day, median",
            0.6,
            2.2,
            "CDB90, 1939-73: quartiles",
            attacker,
            len(battles),
        ),
        Fact(
            "F3b",
            "defender's losses, % a battle day, median",
            1.2,
            6.4,
            "CDB90, 1939-73: quartiles",
            defender,
            len(battles),
        ),
        Fact(
            "F4",
            "slope of ln casualty ratio on ln force ratio",
            0.09,
            0.45,
            cdb90,
            slope(ratio, casualties, LEVEL),
            found,
        ),
    ]


def success_facts(battles: Sequence[Engagement]) -> list[Fact]:
    """Return what force ratio does for success (F2)."""
    source = "CDB90: odds 1.6 (1.1-2.3) an e-fold"
    odds = logit_slope(log_ratio(battles), [has_succeeded(battle) for battle in battles], LEVEL)
    weaker = [battle for battle in battles if battle.ratio < 1]
    threefold = [battle for battle in battles if 2 <= battle.ratio < 3]  # noqa: PLR2004 - the classes of the source
    return [
        Fact("F2a", "rise of the log odds of success per ln force ratio", 0.1, 0.83, source, odds, len(battles)),
        Fact(
            "F2b",
            "attacks that succeed below parity",
            0.42,
            0.64,
            "CDB90 .54, TDI .42-.55",
            successes(weaker),
            len(weaker),
        ),
        Fact(
            "F2c",
            "attacks that succeed at 2-3 to 1",
            0.55,
            0.75,
            "CDB90 .65, TDI .59-.71",
            successes(threefold),
            len(threefold),
        ),
    ]


def successes(battles: Sequence[Engagement]) -> Interval:
    """Return the share of attacks that succeeded."""
    return share_interval(sum(map(has_succeeded, battles)), len(battles), LEVEL)


def advance_facts(battles: Sequence[Engagement]) -> list[Fact]:
    """Return how fast attacks advance, and what makes them faster (F5, F6)."""
    won = [battle for battle in battles if has_succeeded(battle)]
    lost = [battle for battle in battles if not has_succeeded(battle)]
    pace = median_interval([battle.advance for battle in won], LEVEL)
    stalled = median_interval([battle.advance for battle in lost], LEVEL)
    tie = rank_correlation(log_ratio(won), [battle.advance for battle in won], LEVEL)
    works = contrast(
        won, lambda battle: battle.drawn.posture == "fortified", lambda battle: battle.drawn.posture == "hasty"
    )
    return [
        Fact("F5a", "advance of successful attacks, km a day, median", 1.2, 7.0, "CDB90: quartiles", pace, len(won)),
        Fact("F5b", "advance of failed attacks, km a day, median", 0.0, 0.1, "CDB90", stalled, len(lost)),
        Fact(
            "F5c",
            "pace against fortified over pace against hasty defence",
            0.3,
            0.8,
            "CDB90: 2.0 over 4.0",
            works,
            len(won),
        ),
        Fact(
            "F6",
            "rank correlation of advance and force ratio",
            -0.2,
            0.2,
            "Dupuy: no direct relationship",
            tie,
            len(won),
        ),
    ]


def contrast(
    battles: Iterable[Engagement], above: Callable[[Engagement], bool], below: Callable[[Engagement], bool]
) -> Interval:
    """Return the ratio of mean advances of two kinds of battle, with a bootstrap interval (Efron 1979)."""
    kinds = list(battles)
    first = np.array([battle.advance for battle in kinds if above(battle)])
    second = np.array([battle.advance for battle in kinds if below(battle)])
    luck = np.random.default_rng(0)
    draws = [luck.choice(first, first.size).mean() / luck.choice(second, second.size).mean() for _ in range(1000)]
    low, high = np.quantile(draws, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2])
    return Interval(float(first.mean() / second.mean()), float(low), float(high))

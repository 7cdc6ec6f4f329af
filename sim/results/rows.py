"""Rows: outcomes as the rows of tables, one a run, or one a run and talks."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from sim.campaign.negotiation.table import Talks
from sim.campaign.outcome import Outcome
from sim.talks.position import FACTORS
from sim.vocabulary import POCKETS, SERIES, measured

Row = dict[str, Any]

_POCKETS = {f"men_days_{name}": SERIES.index(name) for kind in POCKETS for name in measured(kind).columns}


def outcome_rows(outcomes: Iterable[Outcome], issues: Sequence[str]) -> list[Row]:
    """Return one row a run: every measure on the last day, and the last talks."""
    rows = []
    for outcome in outcomes:
        row: Row = {"replication": outcome.replication}
        row |= zip(SERIES, outcome.series[-1].tolist(), strict=True)
        row |= {f"ever_encircled_{side}": cut_off for side, cut_off in enumerate(outcome.encircled)}
        row |= _pockets(outcome)
        row["agreed_day"] = outcome.agreed
        if outcome.talks:
            row |= _talks(outcome.talks[-1], issues)
        rows.append(row)
    return rows


def _pockets(outcome: Outcome) -> Row:
    """Return the men-days that each side spent in pockets while the war went on, by whether they were sealed."""
    fought = outcome.series[: outcome.agreed]
    return {name: float(fought[:, column].sum()) for name, column in _POCKETS.items()}


def talk_rows(outcomes: Iterable[Outcome], issues: Sequence[str]) -> list[Row]:
    """Return one row a run and talks."""
    return [
        {"replication": outcome.replication, **_talks(talks, issues)} for outcome in outcomes for talks in outcome.talks
    ]


def _talks(talks: Talks, issues: Sequence[str]) -> Row:
    terms = talks.terms
    row: Row = {
        "talks_day": talks.day,
        "leverage_0": talks.leverage,
        "leverage_1": 1.0 - talks.leverage,
        "disagreement_0": terms.d_a,
        "disagreement_1": terms.d_b,
        "disagreement_error_0": _asked(talks.errors[0]),
        "disagreement_error_1": _asked(talks.errors[1]),
        "surplus": terms.surplus,
        "zone": talks.zone,
        "weight_0": talks.weight,
        "chip_value_0": _asked(talks.chip_value),
        "chip_value_1": _asked(-talks.chip_value),
        "rollouts": talks.rollouts,
        "perceived_0": talks.perceived[0],
        "perceived_1": talks.perceived[1],
        "perceived_surplus": talks.perceived_surplus,
        "chance": talks.chance,
        "ripe": talks.moment.ripe,
        "temptation": talks.moment.temptation,
        "guarantee_needed": talks.moment.needed,
        "promises_hold": talks.moment.holds,
        "expected_area_0": talks.prospects.expected_area[0],
    }
    row |= {f"leverage_0 by {rule}": value for rule, value in talks.by_rule.items()}
    row |= {f"chip value of {name}": _asked(value) for name, value in talks.chips.items()}
    for side in range(2):
        row[f"worth_{side}"] = talks.position.utilities[side]
        for cause in ("casualties", "captured", "time"):
            row[f"cost_of_{cause}_{side}"] = talks.prospects.cost_of(cause, side)
    row |= {f"bought of {issue}": talks.bought.get(issue) for issue in issues}
    row |= {f"swap for {issue}": talks.swap.get(issue) for issue in issues}
    row |= {f"change_by_{part}": talks.change.get(part) for part in FACTORS}
    shares = terms.settlement.shares if terms.settlement else [None] * len(issues)
    return row | {f"share of {issue}": share for issue, share in zip(issues, shares, strict=False)}


def _asked(value: float) -> float | None:
    """Return a value, or None where a run did not ask for it."""
    return None if math.isnan(value) else value

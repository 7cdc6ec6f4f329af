"""The narrative: what happened and why, in sentences made of logged numbers alone."""

from itertools import pairwise

import numpy as np

from sim.report.days import Session
from sim.report.wording import moved, shares, span
from sim.talks.position import FACTORS
from sim.vocabulary import GROUND, MEN, POCKETS, SHORTAGES, family

SPELLS = 3
"""Spells between talks that are told: those in which leverage moved most."""
CLEAR = 0.0005
"""Change of mean leverage below which a spell is not told."""
PARTS = dict(
    zip(FACTORS, ("what they want", "what fighting on leaves", "what fighting on costs", "patience"), strict=True)
)
"""What a position is made of, as sentences name it."""


def narrative(session: Session) -> list[str]:
    """Return the story of all runs: how leverage moved and when, and what both sides lost."""
    found = [_leverage(session)]
    changes = _changes(session)
    most = sorted(changes, key=lambda spell: -abs(changes[spell]))[:SPELLS]
    found += [_spell(session, *spell) for spell in sorted(most) if abs(changes[spell]) >= CLEAR]
    for number, side in enumerate(session.scenario.sides):
        found += _toll(session, number, side)
    return found


def _leverage(session: Session) -> str:
    first = next(iter(session.scenario.sides))
    paths = session.talks.pivot_table(index="replication", columns="talks_day", values="leverage_0")
    begun = paths[paths.columns[0]]
    ended = session.outcomes["leverage_0"].reindex(begun.index)
    change = ended - begun
    same = float((np.sign(change) == np.sign(change.mean())).mean())
    ends = f"from {begun.mean():.3f} to {ended.mean():.3f}"
    return (
        f"{first}'s leverage {moved(change.mean(), 3)} over the campaign, {ends} on average "
        f"(in the same direction in {same:.0%} of {len(change)} runs)."
    ).replace("%", " %")


def _changes(session: Session) -> dict[tuple[int, int], float]:
    """Return the mean change of leverage between talks, by the days of both."""
    paths = session.talks.pivot_table(index="replication", columns="talks_day", values="leverage_0")
    return {(int(a), int(b)): float((paths[b] - paths[a]).mean()) for a, b in pairwise(paths.columns)}


def _spell(session: Session, before: int, after: int) -> str:
    first, start = next(iter(session.scenario.sides)), session.scenario.start
    talks = session.talks[session.talks["talks_day"] == after].dropna(subset=[f"change_by_{part}" for part in FACTORS])
    parts = {name: float(talks[f"change_by_{part}"].mean()) for part, name in PARTS.items()}
    ordered = sorted(parts.items(), key=lambda part: -abs(part[1]))
    through = ", ".join(f"{size:+.4f} through {name}" for name, size in ordered if abs(size) >= CLEAR / 10)
    found = f"B{span(start, before, after)[1:]} leverage {moved(sum(parts.values()), 4)}: {through}."
    happened = [_sum(session, causes, 0, before, after) for causes in (GROUND, MEN, SHORTAGES)]
    words = ("whole places of {:,.0f} km²", "{:,.0f} men", "{:,.0f} t of supplies")
    lost = [
        f"{word.format(sum(parts.values()))} ({shares(parts)})"
        for word, parts in zip(words, happened, strict=True)
        if sum(parts.values()) >= 1.0
    ]
    if lost:
        found += f" In those days {first} lost {'; '.join(lost)}."
    return found.replace("-", "\N{MINUS SIGN}")


def _toll(session: Session, number: int, side: str) -> list[str]:
    found = []
    days = session.scenario.days
    men = _sum(session, MEN, number, 0, days)
    if sum(men.values()) >= 1.0:
        found.append(f"{side} lost {sum(men.values()):,.0f} men: {shares(men)}.")
    sealed, porous = (float(session.measure(f"{kind}_{number}").sum(axis=1).mean()) for kind in POCKETS)
    if sealed + porous >= 1.0:
        out = float(session.reason(f"broke_out_{number}").sum(axis=1).mean())
        found.append(
            f"Men of {side} spent {sealed:,.0f} man-days in sealed pockets and {porous:,.0f} cut off by road alone; "
            f"{out:,.0f} broke out of a sealed pocket."
        )
    return found


def _sum(session: Session, causes: str, side: int, first: int, last: int) -> dict[str, float]:
    """Return what the ledger holds of a family of causes between two days, as means over runs, by their words."""
    return {
        cause.words: float(session.reason(f"{cause.name}_{side}")[:, first:last].sum(axis=1).mean())
        for cause in family(causes)
    }

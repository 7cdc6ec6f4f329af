"""Replacements: men who join the ranks of formations that lost some."""

from sim.vocabulary import FREE, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.state import Formation, World

JOINED = LEDGER.index("joined_0")


@rule
def missing(formation: Formation) -> float:
    """Return the men that a formation lacks and can receive: one that supplies reach, outside any pocket."""
    if formation.status != PRESENT or formation.reached == 0 or formation.pocket != FREE:
        return 0.0
    return max(0.0, formation.established - formation.strength)


@rule
def replace_losses(w: World, day: int) -> None:
    """Share each side's replacements of the day among its formations by what they lack, never beyond it."""
    for s in range(2):
        replacements = w.sides[s].replacements
        if replacements <= 0.0:
            continue
        lacking = 0.0
        for formation in w.formations:
            if formation.side == s:
                lacking += missing(formation)
        if lacking <= 0.0:
            continue
        share = min(1.0, replacements / lacking)
        for formation in w.formations:
            if formation.side == s:
                men = share * missing(formation)
                formation.strength += men
                formation.joined += men
                w.ledger[day][JOINED + s] += men

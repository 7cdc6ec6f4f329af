"""Happenings: what befalls both sides from outside, on the day the scenario says."""

from sim.vocabulary import (
    AWAITED,
    INTELLIGENCE_SUPPORT,
    LEAVE_TO_WITHDRAW,
    LEFT,
    MATERIEL_SUPPORT,
    MUD,
    PRESENT,
    ROAD_DAMAGE,
    TRUCKS,
    WILL,
)
from sim.world.compilation import rule
from sim.world.state import Happening, World


@rule
def happen(w: World, day: int) -> None:
    """Let today's happenings take place, and formations arrive and leave."""
    w.conditions[0].day = day
    if day <= w.conditions[0].foreseen:
        for happening in w.happenings:
            if happening.day == day:
                take_place(w, happening)
    for formation in w.formations:
        if formation.status == AWAITED and formation.arrives <= day:
            formation.status = PRESENT
        if formation.status == PRESENT and 0 <= formation.leaves <= day:
            formation.status = LEFT


@rule
def take_place(w: World, happening: Happening) -> None:
    """Change what the happening is about to its new value; trucks and will change by it."""
    kind, target, value = happening.kind, happening.target, happening.value
    if kind == INTELLIGENCE_SUPPORT:
        w.supporters[target].intelligence = value
    elif kind == MATERIEL_SUPPORT:
        w.supporters[target].materiel = value
    elif kind == ROAD_DAMAGE:
        w.roads[target].damage = value
    elif kind == MUD:
        w.conditions[0].mud = value
    elif kind == LEAVE_TO_WITHDRAW:
        w.sides[target].may_withdraw = int(value)
    elif kind == TRUCKS:
        w.sides[target].trucks = max(0.0, w.sides[target].trucks + value)
    elif kind == WILL:
        w.sides[target].will = min(1.0, max(0.0, w.sides[target].will + value))

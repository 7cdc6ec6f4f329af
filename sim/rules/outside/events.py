"""Events: what befalls both sides from outside, on the day the scenario says."""

from sim.rules.battle.refuge import refuge
from sim.rules.command.stance import stand
from sim.vocabulary import (
    ASSAULT,
    AWAITED,
    CEASEFIRE,
    INTELLIGENCE_SUPPORT,
    LEAVE_TO_WITHDRAW,
    LEFT,
    LINK,
    MATERIEL_SUPPORT,
    MONEY_SUPPORT,
    MUD,
    ORDER_TO_WITHDRAW,
    PRESENT,
    ROAD_DAMAGE,
    SEALED,
    TRUCKS,
    WILL,
)
from sim.world.compilation import rule
from sim.world.state import Event, Formation, Supporter, World


@rule
def apply_events(w: World, day: int) -> None:
    """Let today's events take place, and formations arrive and leave."""
    w.conditions[0].day = day
    if day <= w.conditions[0].foreseen:
        for event in w.events:
            if event.day == day:
                apply_event(w, event)
    for formation in w.formations:
        if formation.status == AWAITED and formation.arrives <= day:
            arrive(w, formation)
        if formation.status == PRESENT and 0 <= formation.leaves <= day and formation.pocket != SEALED:
            formation.status = LEFT


@rule
def arrive(w: World, formation: Formation) -> None:
    """Let a formation arrive where it was meant to, or as near to it as its side still holds ground."""
    if w.places[formation.place].holder != formation.side:
        goal, _ = refuge(w, formation)
        if goal < 0:
            return
        formation.place = goal
    formation.status = PRESENT


@rule
def apply_event(w: World, event: Event) -> None:
    """Change what the event is about to its new value; trucks and will change by it."""
    kind, target, value = event.kind, event.target, event.value
    if kind in (INTELLIGENCE_SUPPORT, MATERIEL_SUPPORT, MONEY_SUPPORT):
        change_support(w.supporters[target], kind, value)
    elif kind == ROAD_DAMAGE:
        w.roads[target].damage = value
    elif kind == LINK:
        w.links[target].hindered = value
    elif kind == MUD:
        w.conditions[0].mud = value
    elif kind == LEAVE_TO_WITHDRAW:
        w.sides[target].may_withdraw = int(value)
    elif kind == ORDER_TO_WITHDRAW:
        w.sides[target].withdraws = int(value)
    elif kind == CEASEFIRE:
        hold_fire(w, int(value))
    elif kind == TRUCKS:
        w.sides[target].trucks = max(0.0, w.sides[target].trucks + value)
    elif kind == WILL:
        w.sides[target].will = min(1.0, max(0.0, w.sides[target].will + value))


@rule
def change_support(supporter: Supporter, kind: int, level: float) -> None:
    """Set one of the things that a supporter gives to a new level."""
    if kind == INTELLIGENCE_SUPPORT:
        supporter.intelligence = level
    elif kind == MATERIEL_SUPPORT:
        supporter.materiel = level
    else:
        supporter.money = level


@rule
def hold_fire(w: World, holds: int) -> None:
    """Begin or end a ceasefire: when it begins, every assault ends where it stands."""
    w.conditions[0].ceasefire = holds
    if holds == 1:
        for formation in w.formations:
            if formation.order == ASSAULT:
                stand(formation)

"""Events: what befalls both sides from outside on the day a scenario says, umpires' rulings among it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.vocabulary import (
    ASSAULT,
    AWAITED,
    CEASEFIRE,
    INFILTRATION,
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
    RULED_GROUND,
    RULED_MEN,
    SEALED,
    TRUCKS,
    WILL,
)

from .by_hand import take_order
from .infiltration import come_out, seize
from .pocket import refuge

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation

LENT = {INTELLIGENCE_SUPPORT: "intelligence", MATERIEL_SUPPORT: "materiel", MONEY_SUPPORT: "money"}
"""What a supporter lends, by the kind of event that changes it."""

Event = dict[str, Any]


def apply_events(model: ReferenceCampaign) -> None:
    """Let today's events take place, formations arrive and leave, and orders by hand reach those they are for."""
    today = [event for event in model.events if event["day"] == model.day]
    for event in today:
        apply_event(model, event)
    for formation in model.formations:
        if formation.status == AWAITED and formation.arrives <= model.day:
            arrive(formation)
        if formation.status == PRESENT and 0 <= formation.leaves <= model.day and formation.pocket != SEALED:
            formation.status = LEFT
    for event in today:
        take_order(model, event)


def apply_event(model: ReferenceCampaign, event: Event) -> None:
    """Change what an event is about to its new value; trucks and will change by it."""
    kind, target, value = event["kind"], event["target"], event["value"]
    if kind in LENT:
        setattr(model.supporters[target], LENT[kind], value)
    elif kind == ROAD_DAMAGE:
        model.theatre.all_roads[target]["damage"] = value
    elif kind == LINK:
        model.links[target].hindered = value
    elif kind == MUD:
        model.mud = value
    elif kind == LEAVE_TO_WITHDRAW:
        model.headquarters[target].may_withdraw = int(value)
    elif kind == ORDER_TO_WITHDRAW:
        model.headquarters[target].withdraws = int(value)
    elif kind == CEASEFIRE:
        hold_fire(model, holds=value == 1.0)
    elif kind == TRUCKS:
        fleet = model.headquarters[target].fleet
        fleet.trucks = max(0.0, fleet.trucks + value)
    elif kind == WILL:
        side = model.headquarters[target]
        side.will = min(1.0, max(0.0, side.will + value))


def hold_fire(model: ReferenceCampaign, *, holds: bool) -> None:
    """Begin or end a ceasefire: when it begins, every assault ends where it stands."""
    model.ceasefire = holds
    for formation in model.formations if holds else []:
        if formation.order == ASSAULT:
            formation.stand()


def arrive(formation: Formation) -> None:
    """Let a formation arrive where it was meant to, or as near to it as its side still holds ground."""
    if formation.here["holder"] != formation.side:
        goal, _ = refuge(formation)
        if goal is None:
            return
        formation.place = goal
    formation.status = PRESENT


def infiltrate(model: ReferenceCampaign) -> None:
    """Let today's infiltrations take place, unless fire is held."""
    for event in [] if model.ceasefire else model.events:
        if event["day"] == model.day and event["kind"] == INFILTRATION:
            place = model.theatre.place(model.theatre.names[event["target"]])
            come_out(model.formations[int(event["value"])], place)


def overrule(model: ReferenceCampaign) -> None:
    """Let an umpire's rulings of today take place, in their order."""
    for event in model.events:
        if event["day"] == model.day and event["kind"] == RULED_GROUND:
            place, side = model.theatre.place(model.theatre.names[event["target"]]), int(event["value"])
            if place["holder"] != side:
                seize(model, place, side, "area_by_ruling")
        elif event["day"] == model.day and event["kind"] == RULED_MEN:
            change_men(model.formations[event["target"]], event["value"])


def change_men(formation: Formation, men: float) -> None:
    """Add men to a formation that is present, or take them; with all of them gone it is no more."""
    if formation.status != PRESENT:
        return
    if men >= 0.0:
        formation.join(men)
        return
    is_gone = -men >= formation.strength
    formation.lose(min(-men, formation.strength), "lost_by_ruling")
    if is_gone:
        formation.end()

"""Events: what befalls both sides from outside, on the day the scenario says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.vocabulary import (
    ASSAULT,
    CEASEFIRE,
    INTELLIGENCE_SUPPORT,
    LEAVE_TO_WITHDRAW,
    MATERIEL_SUPPORT,
    MONEY_SUPPORT,
    MUD,
    ORDER_TO_WITHDRAW,
    ROAD_DAMAGE,
    TRUCKS,
    WILL,
)

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign

LENT = {INTELLIGENCE_SUPPORT: "intelligence", MATERIEL_SUPPORT: "materiel", MONEY_SUPPORT: "money"}
"""What a supporter lends, by the kind of event that changes it."""


def apply_event(model: ReferenceCampaign, event: dict[str, Any]) -> None:
    """Change what a event is about to its new value; trucks and will change by it."""
    kind, target, value = event["kind"], event["target"], event["value"]
    if kind in LENT:
        setattr(model.supporters[target], LENT[kind], value)
    elif kind == ROAD_DAMAGE:
        model.theatre.roads.edges[target]["damage"] = value
    elif kind == MUD:
        model.mud = value
    elif kind == LEAVE_TO_WITHDRAW:
        model.headquarters[target].may_withdraw = int(value)
    elif kind == ORDER_TO_WITHDRAW:
        model.headquarters[target].withdraws = int(value)
    elif kind == CEASEFIRE:
        hold_fire(model, holds=bool(value))
    elif kind == TRUCKS:
        side = model.headquarters[target]
        side.trucks = max(0.0, side.trucks + value)
    elif kind == WILL:
        side = model.headquarters[target]
        side.will = min(1.0, max(0.0, side.will + value))


def hold_fire(model: ReferenceCampaign, *, holds: bool) -> None:
    """Begin or end a ceasefire: when it begins, every assault ends where it stands."""
    model.ceasefire = holds
    for formation in model.formations if holds else []:
        if formation.order == ASSAULT:
            formation.stand()

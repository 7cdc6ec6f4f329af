"""Sectors: who holds each border of the front, who attacks across it, and what an attack there promises."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .front import NO_ONE
from .reach import in_line

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .theatre import Border, Place

NOBODY = 1.0
"""Men below whom a place counts as empty in the enemy's picture."""


def line_up(model: ReferenceCampaign) -> None:
    """Spread all men over the front, and those whom the enemy believes in; weigh what attacks promise."""
    clear(model)
    for place in model.theatre.places:
        if place["men"] > 0.0 or place["picture"] >= NOBODY:
            reach = model.reach(place["name"])
            available = place["power"] * in_line(model.laws, reach.opened)
            for share in reach.shares:
                share.border["men"] += share.hold * place["men"]
                share.border["believed"] += share.hold * place["picture"]
                share.border["push"] += share.open * available
    for place, borders in model.theatre.front_places():
        for border in borders:
            expected = max(1.0, believed_opposite(model, border)) * border["beyond"]["terrain"]
            border["promise"] = border["push"] / expected * math.exp(border["beyond"]["axis"][place["holder"]])
        km = sum(border["front"] for border in borders)
        men = sum(border["men"] for border in borders)
        place["covered"] = men / km + model.laws.screen if km > 0.0 else model.laws.screen


def believed_opposite(model: ReferenceCampaign, border: Border) -> float:
    """Return the men who are believed to hold the other side of a border, the screen among them."""
    return float(border["opposite"]["believed"] + model.laws.screen * border["front"])


def clear(model: ReferenceCampaign) -> None:
    """Take everybody off the borders of the front."""
    for _, _, border in model.theatre.front.edges(data=True):
        border.update(NO_ONE)


def engage(model: ReferenceCampaign) -> None:
    """Spread those who hold the line today by reach, and those who attack by what borders promise."""
    clear(model)
    for place in model.theatre.places:
        if place["men"] <= 0.0:
            continue
        reach = model.reach(place["name"])
        place["push"] = share_of_attack(model, place) if place["force"] > 0.0 else 0.0
        artillery = 1.0 + model.headquarters[place["holder"]].artillery
        for share in reach.shares:
            border = share.border
            border["men"] += share.hold * place["staying"]
            border["power"] += share.hold * place["staying_power"]
            border["dug_in"] += share.hold * place["staying_dug_in"]
            border["enveloped"] += share.hold * place["staying"] * reach.enveloped
            part = place["push"] * share.open * border["promise"]
            border["pushers"] += part * place["force"]
            border["push"] += part * place["strike"] * artillery


def share_of_attack(model: ReferenceCampaign, place: Place) -> float:
    """Return the share of an assaulting force that goes to a border, for each km in reach and unit of promise."""
    reach = model.reach(place["name"])
    pull = sum(share.open * share.border["promise"] for share in reach.shares)
    if pull <= 0.0:
        return 0.0
    return float(model.laws.attack_share * reach.opened * in_line(model.laws, reach.opened) / pull)

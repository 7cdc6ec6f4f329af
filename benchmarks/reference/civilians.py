"""Civilians: harm from fire that misses, flight from fire, and return where it is quiet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .theatre import Place


def suffer(model: ReferenceCampaign) -> None:
    """Harm civilians under fire, let them flee from it, and let them come home where it is quiet."""
    laws = model.laws
    for place in model.theatre.places:
        place["fire"] = fire_at(model, place)
    for place in model.theatre.places:
        if place["hostile"] <= laws.flight_distance and not model.ceasefire:
            missed = 1.0 - model.headquarters[1 - place["holder"]].aimed
            density = min(1.0, place["men"] / (laws.saturation * place["area"]))
            people = place["civilians"] / place["area"]
            harmed = min(place["civilians"], laws.civilian_harm * place["fire"] * missed * (1.0 - density) * people)
            place["harmed"] += harmed
            place["civilians"] = (place["civilians"] - harmed) * (1.0 - laws.flight * exposed(model, place))
        elif place["holder"] == place["home"]:
            away = max(0.0, place["population"] - place["harmed"] - place["civilians"])
            place["civilians"] += laws.homecoming * away


def fire_at(model: ReferenceCampaign, place: Place) -> float:
    """Return the enemies who fire at a place: who assaulted it today, with guns and bombs, and who lies opposite."""
    if place["fronts"] == 0 or model.ceasefire:
        return 0.0
    enemy = model.headquarters[1 - place["holder"]]
    opposite = [border["beyond"] for border in model.theatre.front_of(place["name"])]
    quiet = sum(model.laws.quiet * beyond["power"] / beyond["fronts"] for beyond in opposite)
    return float(place["attack"] * (1.0 + enemy.artillery + enemy.bombing) + quiet)


def exposed(model: ReferenceCampaign, place: Place) -> float:
    """Return the share of a place's people who are exposed to fire, at them or at neighbouring own ground."""
    laws, theatre = model.laws, model.theatre
    fires = [place["fire"]]
    for name, way in theatre.own[place["name"]].items():
        fires.append(theatre.place(name)["fire"] * math.exp(-way["km"] / laws.flight_reach))
    return 1.0 - math.exp(-max(fires) / (place["area"] * laws.flight_fire)) if laws.flight_fire > 0.0 else 1.0

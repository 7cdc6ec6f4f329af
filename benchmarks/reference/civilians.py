"""Civilians: harm from fire that misses, flight from the front, and return."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign


def suffer(model: ReferenceCampaign) -> None:
    """Harm civilians near the fighting, let them flee, and let them come home where it is quiet."""
    laws = model.laws
    for name, place in model.theatre.borders.nodes(data=True):
        if place["hostile"] <= laws.flight_distance and not model.ceasefire:
            enemies = [each for each in model.theatre.around(name) if each["holder"] != place["holder"]]
            fire = place["attack"] + sum(laws.quiet * each["power"] / each["fronts"] for each in enemies)
            missed = 1.0 - model.headquarters[1 - place["holder"]].aimed
            density = min(1.0, place["men"] / (laws.saturation * place["area"]))
            people = place["civilians"] / place["area"]
            harmed = min(place["civilians"], laws.civilian_harm * fire * missed * (1.0 - density) * people)
            place["harmed"] += harmed
            place["civilians"] = (place["civilians"] - harmed) * (1.0 - laws.flight)
        elif place["holder"] == place["home"]:
            away = max(0.0, place["population"] - place["harmed"] - place["civilians"])
            place["civilians"] += laws.homecoming * away

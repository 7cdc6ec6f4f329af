"""Infiltration: a formation comes out of hiding behind the enemy's front, where a scenario says that it does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.vocabulary import PRESENT
from sim.world.chance import COVERT, normal

from .advance import change_holder
from .combat import muster
from .pocket import refuge

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .theatre import Place


def come_out(formation: Formation, place: Place) -> None:
    """Let a formation storm a place from within: it seizes the place, or is thrown back with the losses of a storm."""
    model, laws = formation.model, formation.model.laws
    if formation.status != PRESENT or place["holder"] == formation.side:
        return
    muster(model)
    luck = math.exp(laws.battle_spread * normal(model.key, model.day, COVERT, formation.id))
    if laws.surprise * luck * formation.power > laws.hold_ratio * place["power"] * place["terrain"]:
        model.note("infiltrated", place["holder"], 1.0)
        seize(model, place, formation.side, "area_by_assault" if place["men"] > 0.0 else "area_undefended")
        formation.move_to(place["name"])
    else:
        formation.lose(laws.storm_captured * formation.strength, "lost_assaulting")


def seize(model: ReferenceCampaign, place: Place, side: int, cause: str) -> None:
    """Give a place to a side at one stroke; what was left of it counts under a cause, and who stood there flees."""
    if place["contested"]:
        model.note(cause, place["holder"], place["area"] - min(place["area"], place["gained"]))
    change_holder(model, place, side)
    for formation in model.present():
        if formation.place == place["name"]:
            goal, km = refuge(formation)
            formation.lose(min(1.0, model.laws.overrun * km) * formation.strength, "lost_defending")
            formation.abandon_stock()
            if goal is None:
                formation.perish()
            else:
                formation.move_to(goal)

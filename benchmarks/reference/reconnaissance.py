"""Reconnaissance: what a headquarters is told of its enemy, what it notices of his preparations, what surprises it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT
from sim.world.chance import ALARM, DETECTION, ESTIMATE, WARNING, normal, uniform

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .headquarters import Headquarters
    from .theatre import Place


def look(side: Headquarters) -> None:
    """Let reconnaissance report the enemy by place; where nothing is reported, belief returns to the expected.

    Nobody looks behind the front where nothing is and nothing is believed to be.
    """
    model, laws = side.model, side.model.laws
    theirs = [place for place in model.theatre.places if place["holder"] != side.side]
    fronts = sum(place["fronts"] > 0 for place in theirs)
    men = sum(formation.established for formation in model.present(1 - side.side))
    spread = men * (1.0 - side.enemy.deception) / fronts if fronts else 0.0
    memory = laws.picture_memory if model.day > 0 else 0.0
    for place in theirs:
        misjudge(side, place)
        if place["fronts"] == 0 and place["men"] <= 0.0 and place["picture"] <= 0.0:
            continue
        chance = laws.detection * side.intelligence
        if place["fronts"] > 0:
            chance = 1.0 - (1.0 - chance) * (1.0 - laws.contact_detection)
        if uniform(model.key, model.day, DETECTION, place["id"]) < chance:
            place["picture"] = report(side, place)
        else:
            expected = spread if place["fronts"] > 0 else 0.0
            place["picture"] = expected + memory * (place["picture"] - expected)


def report(side: Headquarters, place: Place) -> float:
    """Return how many men reconnaissance believes to be in a place."""
    if place["men"] <= 0.0:
        return 0.0
    error = side.model.laws.estimate_spread * (1.0 - side.intelligence) * place["misjudged"]
    return float(place["men"] * (1.0 - side.enemy.deception) * math.exp(error))


def misjudge(side: Headquarters, place: Place) -> None:
    """Let the error of an estimate wander at the front; in the rear it stays what it was."""
    model = side.model
    if place["fronts"] > 0 or model.day == 0:
        kept = model.laws.estimate_memory if model.day > 0 else 0.0
        draw = normal(model.key, model.day, ESTIMATE, place["id"])
        place["misjudged"] = kept * place["misjudged"] + math.sqrt(1.0 - kept**2) * draw


def detection_of_preparations(side: Headquarters) -> float:
    """Return the chance a day that a side notices an enemy's preparations."""
    return side.model.laws.detection * side.intelligence * (1.0 - side.enemy.deception)


def raise_alarms(model: ReferenceCampaign) -> None:
    """Notice preparations as the days go by, and at once an assault that is under way."""
    for place in model.theatre.places:
        place["alarm"] = 0.0
    for formation in model.present():
        if formation.order == ASSAULT:
            draw = uniform(model.key, model.day, WARNING, formation.id)
            is_under_way = formation.prepared > model.laws.preparation
            if is_under_way or draw < detection_of_preparations(formation.headquarters.enemy):
                formation.noticed = 1
            objective = model.theatre.place(str(formation.objective))
            if formation.noticed and objective["holder"] != formation.side:
                objective["alarm"] += formation.strength


def is_surprised(side: Headquarters, formation: Formation) -> bool:
    """Return whether an enemy assault surprises a side: not noticed in time, and begun too lately to react."""
    model, laws = side.model, side.model.laws
    under_way = formation.prepared - math.ceil(laws.preparation)
    if under_way >= side.lag:
        return False
    missed = (1.0 - detection_of_preparations(side)) ** max(laws.preparation - side.lag, 0.0)
    if uniform(model.key, model.day - under_way, ALARM, formation.id) >= 1.0 - missed:
        return True
    if under_way == 0:
        model.note("alarms", side.side, 1.0)
    return False

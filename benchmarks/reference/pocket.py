"""Pockets: who is cut off, who breaks out, and who surrenders."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.vocabulary import FAR, FREE, POROUS, SEALED, WITHDRAW

if TYPE_CHECKING:
    from .formation import Formation


def encircle(formation: Formation) -> None:
    """Find whether a formation is cut off; a sealed pocket breaks out or crumbles; too weak a formation dissolves."""
    laws, before = formation.model.laws, formation.pocket
    if formation.here["retreat"] >= FAR:
        formation.pocket = SEALED
    else:
        formation.pocket = POROUS if formation.cut >= laws.cut_days else FREE
    if before == FREE and formation.pocket != FREE:
        formation.note("encircled", formation.strength)
    if formation.pocket == SEALED and not (formation.order == WITHDRAW and breaks_out(formation)):
        hazard = laws.surrender * (1.0 - formation.effect) * (1.0 - formation.morale)
        formation.surrender(formation.strength * (1.0 - math.exp(-hazard)))
    if formation.strength <= laws.destroyed_share * formation.established:
        dissolve(formation)


def refuge(formation: Formation) -> tuple[str | None, float]:
    """Return the nearest place that leads to the rear, behind the line if there is any, and its distance in km."""
    here = formation.here
    ways = [
        (place["fronts"] > 0, math.hypot(place["east"] - here["east"], place["north"] - here["north"]), place["name"])
        for place in formation.model.theatre.places
        if place["holder"] == formation.side and place["retreat"] < FAR
    ]
    _, km, goal = min(ways, key=lambda way: way[:2], default=(True, FAR, None))
    return goal, km


def breaks_out(formation: Formation) -> bool:
    """Bring what survives of a sealed pocket to a place that leads to the rear; too few survivors do not try."""
    laws = formation.model.laws
    goal, km = refuge(formation)
    survival = math.exp(-laws.breakout_hazard * km * (1.0 - laws.breakout_cover))
    if goal is None or survival < laws.breakout_least:
        return False
    lost = formation.strength * (1.0 - survival)
    formation.fall_out(lost, "lost_breaking_out")
    formation.captured += laws.breakout_captured * lost
    formation.casualties += lost - laws.breakout_captured * lost
    formation.note("broke_out", formation.strength)
    formation.abandon_stock()
    formation.pocket = FREE
    formation.move_to(goal)
    return True


def dissolve(formation: Formation) -> None:
    """End a formation that has too few men left to be one."""
    if formation.pocket == SEALED:
        formation.perish()
        return
    formation.dispersed += formation.strength
    formation.fall_out(formation.strength, "dispersed")
    formation.end()

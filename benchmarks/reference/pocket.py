"""Pockets: who is cut off, who breaks out, and who surrenders."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.vocabulary import DESTROYED, FAR, FREE, POROUS, SEALED, WITHDRAW

if TYPE_CHECKING:
    from .formation import Formation


def encircle(formation: Formation) -> None:
    """Find whether a formation is cut off; a sealed pocket breaks out or crumbles; too weak a formation dissolves."""
    laws = formation.model.laws
    if formation.here["retreat"] >= FAR:
        formation.pocket = SEALED
    else:
        formation.pocket = POROUS if formation.cut >= laws.cut_days else FREE
    if formation.pocket == SEALED:
        goal, km = refuge(formation) if formation.order == WITHDRAW else (None, FAR)
        if goal is None:
            crumble(formation)
        else:
            break_out(formation, goal, km)
    if formation.strength <= laws.destroyed_share * formation.established:
        dissolve(formation)


def refuge(formation: Formation) -> tuple[str | None, float]:
    """Return the nearest place that leads to the rear, behind the line if there is any, and its distance in km."""
    here = formation.here
    ways = [
        (place["fronts"] > 0, math.hypot(place["east"] - here["east"], place["north"] - here["north"]), name)
        for name, place in formation.model.theatre.borders.nodes(data=True)
        if place["holder"] == formation.side and place["retreat"] < FAR
    ]
    _, km, goal = min(ways, key=lambda way: way[:2], default=(True, FAR, None))
    return goal, km


def crumble(formation: Formation) -> None:
    """Let the day's share of a sealed pocket surrender."""
    hazard = formation.model.laws.surrender * (1.0 - formation.effect) * (1.0 - formation.morale)
    formation.surrender(formation.strength * (1.0 - math.exp(-hazard)))


def break_out(formation: Formation, goal: str, km: float) -> None:
    """Bring what survives of a sealed pocket to a place that leads to the rear."""
    laws = formation.model.laws
    lost = formation.strength * (1.0 - math.exp(-laws.breakout_hazard * km * (1.0 - laws.breakout_cover)))
    formation.fall_out(lost)
    formation.captured += laws.breakout_captured * lost
    formation.casualties += lost - laws.breakout_captured * lost
    formation.place, formation.stock, formation.dug_in, formation.pocket = goal, 0.0, 0.0, FREE
    formation.stand()


def dissolve(formation: Formation) -> None:
    """End a formation that has too few men left to be one."""
    if formation.pocket == SEALED:
        formation.surrender(formation.strength)
    else:
        formation.dispersed += formation.strength
        formation.fall_out(formation.strength)
    formation.stock, formation.status = 0.0, DESTROYED

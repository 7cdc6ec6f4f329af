"""Encirclement: who is cut off, who breaks out, and who surrenders."""

import math

from sim.rules.orders import stand
from sim.vocabulary import DESTROYED, FAR, FREE, LEDGER, POROUS, PRESENT, SEALED, WITHDRAW
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, World

LOST_IN_POCKETS = LEDGER.index("lost_in_pockets_0")


@rule
def surrender_hazard(highest: float, effect: float, morale: float) -> float:
    """Return the daily hazard of surrender in a sealed pocket: highest without supplies and heart."""
    return highest * (1.0 - effect) * (1.0 - morale)


@rule
def breakout_survival(kappa: float, km: float, cover: float) -> float:
    """Return the share of a force that survives breaking out over ``km``: e^(-kappa L (1 - cover))."""
    return math.exp(-kappa * km * (1.0 - cover))


@rule
def encircle(w: World, p: Laws, day: int, formation: Formation) -> None:
    """Find whether a formation is cut off by road, or entirely; a sealed pocket breaks out or crumbles."""
    if formation.status != PRESENT:
        return
    if w.places[formation.place].retreat >= FAR:
        formation.pocket = SEALED
        if formation.order == WITHDRAW:
            break_out(w, p, day, formation)
        else:
            crumble(w, p, day, formation)
    elif formation.cut >= p.cut_days:
        formation.pocket = POROUS
    else:
        formation.pocket = FREE
    if formation.status == PRESENT and formation.strength < p.destroyed_share * formation.established:
        disband(w, day, formation)


@rule
def crumble(w: World, p: Laws, day: int, formation: Formation) -> None:
    """Let the day's share of a sealed pocket surrender."""
    hazard = surrender_hazard(p.surrender, formation.effect, formation.morale)
    taken = formation.strength * (1.0 - math.exp(-hazard))
    formation.strength -= taken
    formation.captured += taken
    w.ledger[day][LOST_IN_POCKETS + formation.side] += taken


@rule
def break_out(w: World, p: Laws, day: int, formation: Formation) -> None:
    """Bring what survives of a sealed pocket to the nearest place of its side that leads to the rear."""
    here = w.places[formation.place]
    goal, km = -1, FAR
    for n in range(len(w.places)):
        place = w.places[n]
        if place.holder == formation.side and place.retreat < FAR:
            way = math.sqrt((place.east - here.east) ** 2 + (place.north - here.north) ** 2)
            if way < km:
                goal, km = n, way
    if goal < 0:
        crumble(w, p, day, formation)
        return
    lost = formation.strength * (1.0 - breakout_survival(p.breakout_hazard, km, p.breakout_cover))
    formation.strength -= lost
    formation.captured += p.breakout_captured * lost
    formation.casualties += (1.0 - p.breakout_captured) * lost
    w.ledger[day][LOST_IN_POCKETS + formation.side] += lost
    formation.place = goal
    formation.stock = 0.0
    formation.dug_in = 0.0
    formation.pocket = FREE
    stand(formation)


@rule
def disband(w: World, day: int, formation: Formation) -> None:
    """End a formation that has too few men left to be one: its survivors are dispersed, or captured in a pocket."""
    if formation.pocket == SEALED:
        formation.captured += formation.strength
        w.ledger[day][LOST_IN_POCKETS + formation.side] += formation.strength
    else:
        formation.dispersed += formation.strength
    formation.strength = 0.0
    formation.status = DESTROYED

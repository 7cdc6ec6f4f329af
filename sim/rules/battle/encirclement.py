"""Encirclement: who is cut off, who breaks out, and who surrenders."""

import math

from sim.rules.battle.losses import abandon_stock, disperse, fall_out, surrender
from sim.rules.battle.refuge import refuge
from sim.rules.command.stance import stand
from sim.vocabulary import DESTROYED, FAR, FREE, LEDGER, POROUS, PRESENT, SEALED, WITHDRAW
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

LOST_BREAKING_OUT = LEDGER.index("lost_breaking_out_0")
ENCIRCLED = LEDGER.index("encircled_0")
BROKE_OUT = LEDGER.index("broke_out_0")


@rule
def surrender_hazard(highest: float, effect: float, morale: float) -> float:
    """Return the daily hazard of surrender in a sealed pocket: highest without supplies and heart."""
    return highest * (1.0 - effect) * (1.0 - morale)


@rule
def breakout_survival(kappa: float, km: float, cover: float) -> float:
    """Return the share of a force that survives breaking out over ``km``: e^(-kappa L (1 - cover))."""
    return math.exp(-kappa * km * (1.0 - cover))


@rule
def encirclement_of(w: World, p: Constants, formation: Formation) -> int:
    """Return how a formation is encircled: sealed off from the rear, cut off by road only (porous), or not at all."""
    if w.places[formation.place].retreat >= FAR:
        return SEALED
    return POROUS if formation.cut >= p.cut_days else FREE


@rule
def encircle(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Find whether a formation is cut off; a sealed pocket breaks out or crumbles; too weak a formation dissolves."""
    if formation.status != PRESENT:
        return
    before = formation.pocket
    formation.pocket = encirclement_of(w, p, formation)
    if before == FREE and formation.pocket != FREE:
        w.ledger[day][ENCIRCLED + formation.side] += formation.strength
    if formation.pocket == SEALED:
        if formation.order == WITHDRAW:
            break_out(w, p, day, formation)
        else:
            crumble(w, p, day, formation)
    if formation.strength <= p.destroyed_share * formation.established:
        dissolve(w, day, formation)


@rule
def crumble(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Let the day's share of a sealed pocket surrender."""
    hazard = surrender_hazard(p.surrender, formation.effect, formation.morale)
    surrender(w, day, formation, formation.strength * (1.0 - math.exp(-hazard)))


@rule
def break_out(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Bring what survives of a sealed pocket to the nearest place of its side that leads to the rear.

    Where too few would survive the way, nobody tries.
    """
    goal, km = refuge(w, formation)
    survival = breakout_survival(p.breakout_hazard, km, p.breakout_cover)
    if goal < 0 or survival < p.breakout_least:
        crumble(w, p, day, formation)
        return
    lost = formation.strength * (1.0 - survival)
    taken = p.breakout_captured * lost
    fall_out(w, day, formation, lost, LOST_BREAKING_OUT)
    formation.captured += taken
    formation.casualties += lost - taken
    abandon_stock(w, day, formation)
    w.ledger[day][BROKE_OUT + formation.side] += formation.strength
    formation.place = goal
    formation.dug_in = 0.0
    formation.pocket = FREE
    stand(formation)


@rule
def dissolve(w: World, day: int, formation: Formation) -> None:
    """End a formation that has too few men left to be one: its survivors are dispersed, or captured in a pocket."""
    if formation.pocket == SEALED:
        surrender(w, day, formation, formation.strength)
    else:
        disperse(w, day, formation)
    abandon_stock(w, day, formation)
    formation.status = DESTROYED

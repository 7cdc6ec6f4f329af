"""Cohesion: the morale of formations, their rout, and the will of a side."""

import math

from sim.rules.command.withdrawal import withdraw
from sim.vocabulary import FREE, LEDGER, PRESENT
from sim.world.chance import ROUT, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

ROUTS = LEDGER.index("routs_0")
MORALE_TO_LOSSES = LEDGER.index("morale_lost_to_losses_0")
MORALE_TO_SHORTAGE = LEDGER.index("morale_lost_to_shortage_0")
MORALE_TO_POCKETS = LEDGER.index("morale_lost_in_pockets_0")
MORALE_RESTORED = LEDGER.index("morale_restored_0")
WILL_TO_LOSSES = LEDGER.index("will_lost_to_losses_0")
WILL_TO_SYMBOLS = LEDGER.index("will_lost_to_symbols_0")
WILL_TO_SETBACKS = LEDGER.index("will_lost_to_setbacks_0")
WILL_TO_WANT = LEDGER.index("will_lost_to_want_0")


@rule
def rout_chance(p: Constants, morale: float) -> float:
    """Return the chance that men under assault break on a day: it falls as a logistic of morale, 1/2 at the point."""
    return 1.0 / (1.0 + math.exp((morale - p.rout_morale) / p.rout_spread))


@rule
def update_morale(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Change a formation's morale by the day's losses, supplies, encirclement and rest; under assault it may rout."""
    if formation.status != PRESENT:
        return
    s, men = formation.side, formation.strength
    losses = p.morale_loss * formation.loss
    shortage = p.morale_shortage * (1.0 - formation.effect)
    pocket = p.morale_pocket if formation.pocket != FREE else 0.0
    resting = 1.0 - formation.pressed if formation.attacking <= 0.0 and formation.pocket == FREE else 0.0
    rest = p.morale_rest * resting * (1.0 - formation.morale) * w.sides[s].will
    formation.morale = min(1.0, max(0.0, formation.morale - losses - shortage - pocket + rest))
    w.ledger[day][MORALE_TO_LOSSES + s] += men * losses
    w.ledger[day][MORALE_TO_SHORTAGE + s] += men * shortage
    w.ledger[day][MORALE_TO_POCKETS + s] += men * pocket
    w.ledger[day][MORALE_RESTORED + s] += men * rest
    if formation.pressed > 0.0:
        rout(w, p, day, formation)


@rule
def rout(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Let a formation break, if chance will have it: it runs for a day at least, whatever its orders."""
    chance = formation.pressed * rout_chance(p, formation.morale)
    if uniform(w.key, day, ROUT, formation.id) < chance and withdraw(w, day, formation):
        formation.wait = max(1, formation.wait)
        w.ledger[day][ROUTS + formation.side] += 1.0


@rule
def weigh_will(w: World, p: Constants, day: int) -> None:
    """Change each side's will: losses, ground and symbols lost and an unpaid war wear it; gains embolden."""
    for s in range(2):
        side = w.sides[s]
        men = 0.0
        for formation in w.formations:
            if formation.side == s and formation.status == PRESENT:
                men += formation.strength
        losses = p.will_loss * side.lost / (men + side.lost) if side.lost > 0.0 else 0.0
        symbols = p.will_symbol * symbols_lost(w, day, s)
        setbacks = -p.will_ground * side.momentum
        want = p.will_money * side.dependence * (1.0 - side.money)
        side.will = min(1.0, max(0.0, side.will - losses - symbols - setbacks - want))
        side.lost = 0.0
        w.ledger[day][WILL_TO_LOSSES + s] += losses
        w.ledger[day][WILL_TO_SYMBOLS + s] += symbols
        w.ledger[day][WILL_TO_SETBACKS + s] += setbacks
        w.ledger[day][WILL_TO_WANT + s] += want


@rule
def symbols_lost(w: World, day: int, s: int) -> float:
    """Return the symbolic value of the places that a side lost today, less that of those it took."""
    lost = 0.0
    for place in w.places:
        if place.taken == day:
            lost += -place.symbol if place.holder == s else place.symbol
    return lost

"""Rulings: what an umpire overrules - ground and men that change whatever the battle gave."""

from sim.rules.battle.losses import abandon_stock, lose
from sim.rules.depth.infiltration import change_hands
from sim.vocabulary import DESTROYED, LEDGER, PRESENT, RULED_GROUND, RULED_MEN
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

AREA_BY_RULING = LEDGER.index("area_by_ruling_0")
LOST_BY_RULING = LEDGER.index("lost_by_ruling_0")
JOINED = LEDGER.index("joined_0")


@rule
def overrule(w: World, p: Constants, day: int) -> None:
    """Let today's rulings take place, in their order; nobody foresees them."""
    if day <= w.conditions[0].foreseen:
        for event in w.events:
            if event.day == day and event.kind == RULED_GROUND:
                give_place(w, p, day, event.target, int(event.value))
            elif event.day == day and event.kind == RULED_MEN:
                change_men(w, day, w.formations[event.target], event.value)


@rule
def give_place(w: World, p: Constants, day: int, n: int, s: int) -> None:
    """Give a place to side ``s``; who stood there falls back with the losses of those who flee."""
    if w.places[n].holder != s:
        change_hands(w, p, day, n, s, AREA_BY_RULING)


@rule
def change_men(w: World, day: int, formation: Formation, men: float) -> None:
    """Add men to a formation that is present, or take them; with all of them gone it is no more."""
    if formation.status != PRESENT:
        return
    if men >= 0.0:
        formation.strength += men
        formation.joined += men
        w.ledger[day][JOINED + formation.side] += men
        return
    lost = min(-men, formation.strength)
    all_gone = lost >= formation.strength
    lose(w, day, formation, lost, LOST_BY_RULING)
    if all_gone:
        abandon_stock(w, day, formation)
        formation.status = DESTROYED

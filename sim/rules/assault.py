"""Assault: preparation, the gathering of forces on an objective, and whether they surprise it."""

import math

from sim.rules.intelligence import is_noticed_in_time, lag_of_orders
from sim.rules.strength import fighting_power
from sim.vocabulary import ASSAULT, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, World

ALARMS = LEDGER.index("alarms_0")


@rule
def is_assaulting(p: Laws, formation: Formation) -> bool:
    """Return whether a formation's assault is prepared and under way today."""
    return formation.status == PRESENT and formation.order == ASSAULT and formation.prepared >= p.preparation


@rule
def took_part(p: Laws, formation: Formation) -> bool:
    """Return whether a formation took part in today's assault, now that the day counts as prepared."""
    return formation.status == PRESENT and formation.order == ASSAULT and formation.prepared - 1 >= p.preparation


@rule
def is_surprising(w: World, p: Laws, day: int, formation: Formation) -> bool:
    """Return whether an assault still surprises: the enemy neither noticed its preparation in time nor reacted yet."""
    under_way = formation.prepared - math.ceil(p.preparation)
    enemy = w.sides[1 - formation.side]
    if under_way >= lag_of_orders(p, enemy):
        return False
    if not is_noticed_in_time(w, p, day - under_way, formation):
        return True
    if under_way == 0:
        w.ledger[day][ALARMS + 1 - formation.side] += 1.0
    return False


@rule
def concentrate(w: World, p: Laws, day: int) -> None:
    """Gather the men and power that assault each place today; preparation goes on where it is not finished.

    An assault surprises if every formation in it does.
    """
    for place in w.places:
        place.attackers = 0.0
        place.attack = 0.0
        place.unseen = 1
        place.attack_loss = 0.0
        place.defence_loss = 0.0
    for formation in w.formations:
        if is_assaulting(p, formation):
            place = w.places[formation.objective]
            place.attackers += formation.strength
            place.attack += fighting_power(w, p, formation)
            if not is_surprising(w, p, day, formation):
                place.unseen = 0
        if formation.status == PRESENT and formation.order == ASSAULT:
            formation.prepared += 1

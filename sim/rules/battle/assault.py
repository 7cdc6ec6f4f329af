"""Assault: preparation, who attacks today, and whether they surprise their objective."""

import math

from sim.rules.battle.culmination import vigour
from sim.rules.battle.strength import fighting_power
from sim.rules.depth.intelligence import is_noticed_in_time, lag_of_orders
from sim.vocabulary import ASSAULT, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

ALARMS = LEDGER.index("alarms_0")
SURPRISES = LEDGER.index("surprises_0")


@rule
def is_assaulting(p: Constants, formation: Formation) -> bool:
    """Return whether a formation's assault is prepared and under way today."""
    return formation.status == PRESENT and formation.order == ASSAULT and formation.prepared >= p.preparation


@rule
def is_surprising(w: World, p: Constants, day: int, formation: Formation) -> bool:
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
def concentrate(w: World, p: Constants, day: int) -> None:
    """Find who attacks today and with what surprise, and who holds the line; preparation goes on where it must."""
    for place in w.places:
        place.attackers = 0.0
        place.attack = 0.0
        place.surprised = 0
        place.force = 0.0
        place.strike = 0.0
        place.staying = place.men
        place.staying_power = place.power
        place.staying_dug_in = place.men * place.dug_in
    for formation in w.formations:
        formation.attacking = 0.0
        if is_assaulting(p, formation):
            formation.attacking = 1.0
            if is_surprising(w, p, day, formation):
                formation.attacking = p.surprise
                w.places[formation.objective].surprised = 1
            move_off(w, p, formation)
        if formation.status == PRESENT and formation.order == ASSAULT:
            formation.prepared += 1
    for place in w.places:
        if place.surprised == 1:
            w.ledger[day][SURPRISES + place.holder] += 1.0


@rule
def move_off(w: World, p: Constants, formation: Formation) -> None:
    """Take the share of an assaulting formation that attacks out of those who hold the line."""
    base = w.places[formation.place]
    power = fighting_power(w, p, formation)
    vigorous = power * vigour(p, formation.strain)
    base.force += formation.strength
    base.strike += vigorous * formation.attacking
    base.staying -= p.attack_share * formation.strength
    base.staying_power -= p.attack_share * power
    base.staying_dug_in -= p.attack_share * formation.strength * formation.dug_in

"""Infiltration: a formation comes out of hiding behind the enemy's front, where a scenario says that it does."""

import math

from sim.rules.battle.losses import abandon_stock, lose
from sim.rules.battle.refuge import refuge, take_refuge
from sim.rules.battle.strength import fighting_power, muster
from sim.rules.command.stance import stand
from sim.vocabulary import INFILTRATION, LEDGER, PRESENT
from sim.world.chance import COVERT, normal
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

AREA_BY_ASSAULT = LEDGER.index("area_by_assault_0")
AREA_UNDEFENDED = LEDGER.index("area_undefended_0")
LOST_ASSAULTING = LEDGER.index("lost_assaulting_0")
LOST_DEFENDING = LEDGER.index("lost_defending_0")
INFILTRATED = LEDGER.index("infiltrated_0")


@rule
def infiltrate(w: World, p: Constants, day: int) -> None:
    """Let today's infiltrations take place: where the event says, whatever the ground between."""
    if day > w.conditions[0].foreseen or w.conditions[0].ceasefire == 1:
        return
    for event in w.events:
        if event.day == day and event.kind == INFILTRATION:
            muster(w, p)
            come_out(w, p, day, w.formations[int(event.value)], event.target)


@rule
def come_out(w: World, p: Constants, day: int, formation: Formation, n: int) -> None:
    """Let a formation storm a place from within, with the factor of surprise; it seizes the place or is thrown back.

    Seized, the place is an island: supplies come only if ground of its side adjoins it. Thrown back, the formation
    returns to where it came from with losses as of a stormed place.
    """
    place = w.places[n]
    if formation.status != PRESENT or place.holder == formation.side:
        return
    luck = math.exp(p.battle_spread * normal(w.key, day, COVERT, formation.id))
    attack = p.surprise * luck * fighting_power(w, p, formation)
    if attack <= p.hold_ratio * place.power * place.terrain:
        lose(w, day, formation, p.storm_captured * formation.strength, LOST_ASSAULTING)
        return
    w.ledger[day][INFILTRATED + place.holder] += 1.0
    change_hands(w, p, day, n, formation.side, AREA_BY_ASSAULT if place.men > 0.0 else AREA_UNDEFENDED)
    stand(formation)
    formation.place = n
    formation.dug_in = 0.0


@rule
def change_hands(w: World, p: Constants, day: int, n: int, s: int, cause: int) -> None:
    """Give a place to side ``s`` at one stroke; what was left of it counts under a cause, and who stood there flees."""
    place = w.places[n]
    if place.contested == 1:
        w.ledger[day][cause + place.holder] += place.area - min(place.area, place.gained)
    place.holder = s
    place.gained = 0.0
    place.works = 0.0
    place.picture = 0.0
    place.taken = day
    w.conditions[0].moved = 1
    for formation in w.formations:
        if formation.status == PRESENT and formation.place == n:
            flee(w, p, day, formation)


@rule
def flee(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Let a surprised formation flee to the nearest ground of its side that leads to the rear, without its stocks."""
    goal, km = refuge(w, formation)
    lose(w, day, formation, min(1.0, p.overrun * km) * formation.strength, LOST_DEFENDING)
    abandon_stock(w, day, formation)
    take_refuge(w, day, formation, goal)

"""Manoeuvre: moves over own ground, withdrawal under fire, and positions dug while standing."""

import math

from sim.rules.orders import stand
from sim.vocabulary import HOLD, LEDGER, MOVE, PRESENT, WITHDRAW
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, Neighbour, World

LOST_WITHDRAWING = LEDGER.index("lost_withdrawing_0")


@rule
def march(w: World, p: Laws, day: int, formation: Formation) -> None:
    """Carry out a day of a formation's order to move, withdraw or hold."""
    if formation.status != PRESENT:
        return
    if formation.order == HOLD:
        formation.dug_in = min(1.0, formation.dug_in + 1.0 / p.dig_days)
    elif formation.order in (MOVE, WITHDRAW) and formation.objective >= 0:
        here = w.places[formation.place]
        for neighbour in w.neighbours[here.first : here.last]:
            if neighbour.place == formation.objective:
                go(w, p, day, formation, neighbour)
                return
        stand(formation)


@rule
def go(w: World, p: Laws, day: int, formation: Formation, way: Neighbour) -> None:
    """Move towards a neighbouring place of its own side; enter it when the whole way is made."""
    if w.places[way.place].holder != formation.side:
        stand(formation)
        return
    pace = p.march_pace * (1.0 - w.conditions[0].mud)
    if way.road < 0:
        pace *= p.cross_country
    step = min(pace, way.km - formation.marched)
    formation.marched += step
    formation.dug_in = 0.0
    if formation.order == WITHDRAW:
        run_the_gauntlet(w, p, day, formation, step)
    if formation.marched >= way.km:
        formation.place = way.place
        stand(formation)


@rule
def run_the_gauntlet(w: World, p: Laws, day: int, formation: Formation, km: float) -> None:
    """Lose men to fire on the way back: e^(-kappa L), the nearer the enemy and the more it sees, the more."""
    enemy = w.sides[1 - formation.side]
    near = math.exp(-w.places[formation.place].hostile / p.drone_reach)
    lost = formation.strength * (1.0 - math.exp(-p.withdrawal_hazard * enemy.drones * enemy.intelligence * near * km))
    formation.strength -= lost
    formation.casualties += lost
    w.ledger[day][LOST_WITHDRAWING + formation.side] += lost

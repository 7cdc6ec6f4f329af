"""Manoeuvre: moves over own ground, withdrawal under fire, and positions dug while standing."""

from sim.rules.command.stance import stand
from sim.rules.command.withdrawal import run_the_gauntlet
from sim.vocabulary import HOLD, MOVE, PRESENT, WITHDRAW
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, Neighbour, World


@rule
def march(w: World, p: Constants, day: int, formation: Formation) -> None:
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
def go(w: World, p: Constants, day: int, formation: Formation, way: Neighbour) -> None:
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

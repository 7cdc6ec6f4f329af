"""Withdrawal: who leaves what has become too dangerous, by which way, and who stays as rear guard."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT, FAR, HOLD, WITHDRAW

if TYPE_CHECKING:
    from .formation import Formation
    from .headquarters import Headquarters
    from .theatre import Place


def leave(formation: Formation) -> bool:
    """Leave ground given up, or danger that politics no longer ask to bear; no commander waits for orders to."""
    here, side = formation.here, formation.headquarters
    threatened = (here["fronts"] > 0 or here["retreat"] >= FAR) and danger(formation) > side.stickiness
    if not is_given_up(side, here) and not (threatened and is_free_to_leave(formation)):
        return False
    if is_rear_guard(formation):
        formation.note("rear_guards", 1.0)
        formation.stand()
        return True
    return withdraw(formation)


def danger(formation: Formation) -> float:
    """Return how threatened a formation is."""
    laws, here = formation.model.laws, formation.here
    sealed = here["retreat"] >= FAR
    flank = 1.0 if sealed else formation.model.reach(formation.place).enveloped
    road = 1.0 if sealed or formation.cut > 0 else 1.0 - math.exp(-formation.risk)
    losses = formation.loss / laws.loss_tolerance
    return float(laws.danger_flank * flank + laws.danger_road * road + laws.danger_losses * losses)


def is_free_to_leave(formation: Formation) -> bool:
    """Return whether politics let a formation go: foreign ground in the contested region is held until they do."""
    here = formation.here
    return bool(not here["contested"] or here["home"] == formation.side or formation.headquarters.may_withdraw)


def is_given_up(side: Headquarters, place: Place) -> bool:
    """Return whether a side has ordered its formations out of a place."""
    return bool(side.withdraws and place["contested"] and place["home"] != side.side)


def is_rear_guard(formation: Formation) -> bool:
    """Return whether a formation is the strongest of several in a place that is no sealed pocket; of equals one is."""
    comrades = formation.comrades()
    if not comrades or formation.here["retreat"] >= FAR:
        return False
    return (formation.power, formation.id) > max((comrade.power, comrade.id) for comrade in comrades)


def withdraw(formation: Formation) -> bool:
    """Order a formation back to the neighbouring place nearest a depot; in a sealed pocket, to break out."""
    theatre, here = formation.model.theatre, formation.here
    ways = [
        place
        for place in theatre.around(formation.place)
        if place["holder"] == formation.side and place["retreat"] < here["retreat"]
    ]
    if not ways and here["retreat"] < FAR:
        return False
    back = min(ways, key=lambda place: place["retreat"])["name"] if ways else None
    if formation.order != WITHDRAW or formation.objective != back:
        formation.note("withdrawals", 1.0)
    formation.head_for(WITHDRAW, back)
    return True


def run_the_gauntlet(formation: Formation, km: float) -> None:
    """Lose men to fire on the way back, unless the enemy may not follow; comrades who still fight there cover it."""
    model, enemy = formation.model, formation.headquarters.enemy
    if model.ceasefire or not enemy.may_come(formation.here):
        return
    near = math.exp(-formation.here["hostile"] / model.laws.drone_reach)
    hazard = model.laws.withdrawal_hazard * enemy.drones * enemy.intelligence * near
    is_covered = any(other.order in {HOLD, ASSAULT} for other in formation.comrades())
    cover = model.laws.rear_guard_cover if is_covered else 0.0
    formation.lose(formation.strength * (1.0 - math.exp(-hazard * (1.0 - cover) * km)), "lost_withdrawing")

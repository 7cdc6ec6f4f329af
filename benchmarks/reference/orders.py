"""Orders: to leave danger, to assault what promises most, to go where troops are called for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from sim.vocabulary import ASSAULT, FAR, MOVE, WITHDRAW

from .reserves import garrison, relief_at

if TYPE_CHECKING:
    from .formation import Formation
    from .headquarters import Headquarters

Place = dict[str, Any]


def leave(formation: Formation) -> bool:
    """Leave ground given up, or danger that politics no longer ask to bear; no commander waits for orders to."""
    here, side = formation.here, formation.headquarters
    threatened = (here["fronts"] > 0 or here["retreat"] >= FAR) and danger(formation) > side.stickiness
    if not is_given_up(side, here) and not (threatened and is_free_to_leave(formation)):
        return False
    if is_rear_guard(formation):
        formation.stand()
        return True
    return withdraw(formation)


def give_order(formation: Formation) -> None:
    """Assault if any place promises enough; else go where troops are called for; else hold."""
    may_assault = formation.headquarters.assaults and not formation.model.ceasefire
    if formation.here["fronts"] > 0 and may_assault and assault(formation):
        return
    if not reinforce(formation) and formation.order != MOVE:
        formation.stand()


def danger(formation: Formation) -> float:
    """Return how threatened a formation is."""
    laws, theatre, here = formation.model.laws, formation.model.theatre, formation.here
    sealed = here["retreat"] >= FAR
    flank = 1.0 if sealed else theatre.enveloped(formation.place)
    road = 1.0 if sealed or formation.cut > 0 else 1.0 - math.exp(-formation.model.risk(formation.place))
    losses = formation.loss / laws.loss_tolerance
    return float(laws.danger_flank * flank + laws.danger_road * road + laws.danger_losses * losses)


def is_free_to_leave(formation: Formation) -> bool:
    """Return whether politics let a formation go."""
    here = formation.here
    return bool(not here["contested"] or here["home"] == formation.side or formation.headquarters.may_withdraw)


def is_given_up(side: Headquarters, place: Place) -> bool:
    """Return whether a side has ordered its formations out of a place."""
    return bool(side.withdraws and place["contested"] and place["home"] != side.side)


def is_rear_guard(formation: Formation) -> bool:
    """Return whether a formation is the strongest of several in a place that is not a sealed pocket."""
    if formation.here["retreat"] >= FAR:
        return False
    comrades = formation.comrades()
    return bool(comrades) and max(comrade.power for comrade in comrades) <= formation.power


def withdraw(formation: Formation) -> bool:
    """Order a formation back towards its rear; in a sealed pocket, to break out."""
    theatre, here = formation.model.theatre, formation.here
    ways = [
        (theatre.place(name)["retreat"], name)
        for name in theatre.borders[formation.place]
        if theatre.place(name)["holder"] == formation.side and theatre.place(name)["retreat"] < here["retreat"]
    ]
    if not ways and here["retreat"] < FAR:
        return False
    back = min(ways, key=lambda way: way[0])[1] if ways else None
    if formation.order != WITHDRAW or formation.objective != back:
        formation.marched = 0.0
    formation.order, formation.objective = WITHDRAW, back
    return True


def assault(formation: Formation) -> bool:
    """Order an assault on the neighbouring place that promises most, if any promises enough."""
    theatre, side = formation.model.theatre, formation.headquarters
    best, objective = 1.0, None
    for name in theatre.borders[formation.place]:
        place = theatre.place(name)
        is_aim = side.crosses_border or place["home"] == side.side or place["contested"]
        if place["holder"] != side.side and is_aim:
            promise = perceived_ratio(formation, name) * math.exp(place["axis"][side.side]) / side.threshold
            if promise > best:
                best, objective = promise, name
    if objective is None:
        return False
    if formation.order != ASSAULT or formation.objective != objective:
        unguarded = theatre.place(objective)["picture"] <= formation.model.laws.screen
        formation.prepared = math.ceil(formation.model.laws.preparation) if unguarded else 0
        formation.noticed = 0
    formation.order, formation.objective = ASSAULT, objective
    return True


def perceived_ratio(formation: Formation, name: str) -> float:
    """Return the power around an enemy place over the defence expected there."""
    laws, theatre = formation.model.laws, formation.model.theatre
    place = theatre.place(name)
    around = [beyond for beyond in theatre.around(name) if beyond["holder"] != place["holder"]]
    power = sum(beyond["power"] / beyond["fronts"] for beyond in around)
    return float(power / (garrison(laws, place["picture"]) * place["terrain"]))


def reinforce(formation: Formation) -> bool:
    """Order a move to the neighbouring place that calls loudest, unless leaving would be missed more."""
    laws, theatre, here = formation.model.laws, formation.model.theatre, formation.here
    loudest = formation.headquarters.reserve
    if here["fronts"] > 0:
        loudest = laws.lateral * relief_at(laws, here, -formation.strength)
    goal = None
    for name in theatre.borders[formation.place]:
        place = theatre.place(name)
        is_nearer = place["fronts"] > 0 or place["need"] > here["need"]
        if place["holder"] == formation.side and is_nearer and not is_given_up(formation.headquarters, place):
            call = relief_at(laws, place, formation.strength)
            if call > loudest:
                loudest, goal = call, name
    if goal is None:
        return False
    if formation.order != MOVE or formation.objective != goal:
        formation.marched = 0.0
    formation.order, formation.objective = MOVE, goal
    here["planned"] -= formation.strength
    theatre.place(goal)["planned"] += formation.strength
    return True

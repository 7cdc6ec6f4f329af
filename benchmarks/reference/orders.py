"""Orders: the standard doctrine assaults what promises most, goes where troops are called for, or holds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT, MOVE

from .reserves import relief_at
from .withdrawal import is_given_up

if TYPE_CHECKING:
    from .formation import Formation
    from .theatre import Border


def give_order(formation: Formation) -> None:
    """Assault if any border in reach promises enough, and not too many men do; else go where troops are wanted."""
    side = formation.headquarters
    was_assaulting = formation.order == ASSAULT
    is_fit = side.assaults > 0.0 and not formation.spent and not formation.model.ceasefire
    if is_fit and (was_assaulting or side.may_assault > 0.0) and assault(formation):
        side.may_assault -= 0.0 if was_assaulting else formation.strength
        return
    side.may_assault += formation.strength if was_assaulting else 0.0
    if not reinforce(formation) and formation.order != MOVE:
        formation.stand()


def assault(formation: Formation) -> bool:
    """Order an assault across the border in reach that promises most, if any promises enough."""
    reach = formation.model.reach(formation.place)
    if formation.here["fronts"] == 0 and reach.opened < formation.model.laws.half_front:
        return False
    open_borders = [share.border for share in reach.shares if share.open > 0.0]
    best = max(open_borders, key=lambda border: border["promise"], default=None)
    if best is None or best["promise"] <= formation.headquarters.threshold:
        return False
    take_aim(formation, best)
    return True


def take_aim(formation: Formation, border: Border) -> None:
    """Order an assault across a border; it is prepared once, or not at all where only a screen is believed to stand."""
    laws = formation.model.laws
    if formation.order != ASSAULT:
        if border["opposite"]["believed"] <= laws.screen * border["front"]:
            formation.prepared = max(formation.prepared, math.ceil(laws.preparation))
        formation.noticed = 0
    formation.order, formation.objective = ASSAULT, border["beyond"]["name"]


def reinforce(formation: Formation) -> bool:
    """Order a move to the neighbouring place that calls loudest, unless leaving would be missed more."""
    laws, theatre, here = formation.model.laws, formation.model.theatre, formation.here
    loudest = formation.headquarters.reserve
    if here["fronts"] > 0:
        loudest = laws.lateral * relief_at(laws, here, -formation.strength)
    goal = None
    for place in theatre.around(formation.place):
        is_nearer = place["fronts"] > 0 or place["need"] > here["need"]
        if place["holder"] == formation.side and is_nearer and not is_given_up(formation.headquarters, place):
            call = relief_at(laws, place, formation.strength)
            if call > loudest:
                loudest, goal = call, place
    if goal is None:
        return False
    formation.head_for(MOVE, goal["name"])
    here["planned"] -= formation.strength
    goal["planned"] += formation.strength
    return True

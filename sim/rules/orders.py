"""Orders: the standard doctrine, by which a headquarters that sees only its picture commands its formations."""

import math

from sim.rules.danger import danger
from sim.rules.reserves import call_for_troops, relief_at
from sim.vocabulary import ASSAULT, FAR, HOLD, MOVE, PRESENT, WITHDRAW
from sim.world.chance import ORDER, uniform
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, Place, Side, World


@rule
def command(w: World, p: Laws, day: int, s: int) -> None:
    """Look at every formation whose turn it is: orders are reviewed the more seldom, the less the side sees."""
    call_for_troops(w, p, s)
    delay = p.order_lag + p.order_lag_blind * (1.0 - w.sides[s].intelligence)
    for formation in w.formations:
        if formation.side == s and formation.status == PRESENT:
            if formation.order == ASSAULT and w.places[formation.objective].holder == s:
                stand(formation)
            if formation.wait > 0:
                formation.wait -= 1
            else:
                give_order(w, p, formation)
                formation.wait = int(delay + uniform(w.key, day, ORDER, formation.id))


@rule
def stand(formation: Formation) -> None:
    """Order a formation to hold where it is, to be looked at again at once."""
    formation.order = HOLD
    formation.objective = -1
    formation.marched = 0.0
    formation.wait = 0


@rule
def give_order(w: World, p: Laws, formation: Formation) -> None:
    """Withdraw from danger that politics no longer ask to bear; else assault; else go where troops are called for."""
    here = w.places[formation.place]
    side = w.sides[formation.side]
    bound = here.contested == 1 and here.home != formation.side and side.may_withdraw == 0
    if here.fronts > 0 and not bound and danger(w, p, formation) > side.stickiness and withdraw(w, formation):
        return
    if here.fronts > 0 and side.assaults == 1 and assault(w, p, formation):
        return
    if not reinforce(w, p, formation) and formation.order != MOVE:
        stand(formation)


@rule
def withdraw(w: World, formation: Formation) -> bool:
    """Order a formation back to the neighbouring place nearest to its rear; in a sealed pocket, to break out."""
    here = w.places[formation.place]
    back, way = -1, here.retreat
    for neighbour in w.neighbours[here.first : here.last]:
        place = w.places[neighbour.place]
        if place.holder == formation.side and place.retreat < way:
            back, way = neighbour.place, place.retreat
    if back < 0 and here.retreat < FAR:
        return False
    formation.order = WITHDRAW
    formation.objective = back
    formation.marched = 0.0
    return True


@rule
def assault(w: World, p: Laws, formation: Formation) -> bool:
    """Order an assault on the neighbouring place that promises most, if any promises enough.

    Neighbours reckon with everything their side has around the objective, so they tend to choose the same one:
    a coordinated assault. Preparation begins anew with a new objective.
    """
    here = w.places[formation.place]
    best, objective = 0.0, -1
    for neighbour in w.neighbours[here.first : here.last]:
        place = w.places[neighbour.place]
        if place.holder != formation.side and is_aim(w.sides[formation.side], place, formation.side):
            promise = math.log(perceived_ratio(w, p, place) / w.sides[formation.side].threshold)
            promise += place.axis[formation.side]
            if promise > best:
                best, objective = promise, neighbour.place
    if objective < 0:
        return False
    if formation.order != ASSAULT or formation.objective != objective:
        formation.prepared = 0
        formation.seen = 0
    formation.order = ASSAULT
    formation.objective = objective
    return True


@rule
def is_aim(side: Side, place: Place, s: int) -> bool:
    """Return whether a side's war aims let it attack a place: its own country, the contested region, or anywhere."""
    return side.crosses_border == 1 or place.home == s or place.contested == 1


@rule
def perceived_ratio(w: World, p: Laws, place: Place) -> float:
    """Return the attacker's power around a place over the defence it expects there."""
    power = 0.0
    for neighbour in w.neighbours[place.first : place.last]:
        around = w.places[neighbour.place]
        if around.holder != place.holder:
            power += around.power / around.fronts
    return (power + 1.0) / ((place.picture + p.screen) * place.terrain)


@rule
def reinforce(w: World, p: Laws, formation: Formation) -> bool:
    """Order a move to the neighbouring place that calls loudest, unless leaving would be missed more here."""
    here = w.places[formation.place]
    side = w.sides[formation.side]
    loudest = side.reserve if here.fronts == 0 else 0.0
    loudest = max(loudest, p.lateral * relief_at(p, here, -formation.strength))
    goal = -1
    for neighbour in w.neighbours[here.first : here.last]:
        place = w.places[neighbour.place]
        if place.holder == formation.side:
            call = relief_at(p, place, formation.strength)
            if call > loudest:
                loudest, goal = call, neighbour.place
    if goal < 0:
        return False
    if formation.order != MOVE or formation.objective != goal:
        formation.marched = 0.0
    formation.order = MOVE
    formation.objective = goal
    here.planned -= formation.strength
    w.places[goal].planned += formation.strength
    return True

"""Orders: the standard doctrine, by which a headquarters that sees only its picture commands its formations."""

import math

from sim.rules.danger import danger
from sim.rules.intelligence import lag_of_orders
from sim.rules.reserves import call_for_troops, garrison, relief_at
from sim.rules.stance import stand
from sim.rules.withdrawal import is_free_to_leave, is_given_up, is_rear_guard, withdraw
from sim.vocabulary import ASSAULT, FAR, LEDGER, MOVE, PRESENT
from sim.world.chance import ORDER, uniform
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, Place, Side, World

REAR_GUARDS = LEDGER.index("rear_guards_0")


@rule
def command(w: World, p: Laws, day: int, s: int) -> None:
    """Look at every formation whose turn it is: orders are reviewed the more seldom, the less the side sees."""
    call_for_troops(w, p, s)
    delay = lag_of_orders(p, w.sides[s])
    for formation in w.formations:
        if formation.side == s and formation.status == PRESENT:
            if formation.order == ASSAULT and w.places[formation.objective].holder == s:
                stand(formation)
            if leave(w, p, day, formation):
                continue
            if formation.wait > 0:
                formation.wait -= 1
            else:
                give_order(w, p, formation)
                formation.wait = int(delay + uniform(w.key, day, ORDER, formation.id))


@rule
def leave(w: World, p: Laws, day: int, formation: Formation) -> bool:
    """Leave ground given up, or danger that politics no longer ask to bear; its commander does not wait for orders."""
    here = w.places[formation.place]
    threatened = here.fronts > 0 or here.retreat >= FAR
    if threatened and danger(w, p, formation) <= w.sides[formation.side].stickiness:
        threatened = False
    if not is_given_up(w, here, formation.side) and not (threatened and is_free_to_leave(w, formation)):
        return False
    if is_rear_guard(w, p, formation):
        w.ledger[day][REAR_GUARDS + formation.side] += 1.0
        stand(formation)
        return True
    return withdraw(w, day, formation)


@rule
def give_order(w: World, p: Laws, formation: Formation) -> None:
    """Assault if any place promises enough; else go where troops are called for; else hold."""
    here = w.places[formation.place]
    side = w.sides[formation.side]
    may_assault = side.assaults == 1 and w.conditions[0].ceasefire == 0
    if here.fronts > 0 and may_assault and assault(w, p, formation):
        return
    if not reinforce(w, p, formation) and formation.order != MOVE:
        stand(formation)


@rule
def assault(w: World, p: Laws, formation: Formation) -> bool:
    """Order an assault on the neighbouring place that promises most, if any promises enough.

    Neighbours reckon with everything their side has around the objective, so they tend to choose the same one:
    a coordinated assault. A new objective is prepared anew, unless no more than a screen is believed to stand there.
    """
    here = w.places[formation.place]
    best, objective = 1.0, -1
    for neighbour in w.neighbours[here.first : here.last]:
        place = w.places[neighbour.place]
        if place.holder != formation.side and is_aim(w.sides[formation.side], place, formation.side):
            promise = perceived_ratio(w, p, place) * math.exp(place.axis[formation.side])
            promise /= w.sides[formation.side].threshold
            if promise > best:
                best, objective = promise, neighbour.place
    if objective < 0:
        return False
    if formation.order != ASSAULT or formation.objective != objective:
        unguarded = w.places[objective].picture <= p.screen
        formation.prepared = math.ceil(p.preparation) if unguarded else 0
        formation.noticed = 0
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
    return power / (garrison(p, place.picture) * place.terrain)


@rule
def reinforce(w: World, p: Laws, formation: Formation) -> bool:
    """Order a move to the neighbouring place that calls loudest, unless leaving would be missed more here.

    From behind the line the way leads to where the call is heard louder, and at last into the line.
    """
    here = w.places[formation.place]
    side = w.sides[formation.side]
    loudest = p.lateral * relief_at(p, here, -formation.strength) if here.fronts > 0 else side.reserve
    goal = -1
    for neighbour in w.neighbours[here.first : here.last]:
        place = w.places[neighbour.place]
        if place.holder == formation.side and not is_given_up(w, place, formation.side):
            call = relief_at(p, place, formation.strength)
            nearer = place.fronts > 0 or place.need > here.need
            if nearer and call > loudest:
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

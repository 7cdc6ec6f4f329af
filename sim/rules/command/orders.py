"""Orders: the standard doctrine, by which a headquarters that sees only its picture commands its formations."""

from sim.rules.battle.reach import find_reach
from sim.rules.command.by_hand import obeys, take_aim
from sim.rules.command.danger import danger
from sim.rules.command.reserves import call_for_troops, relief_at
from sim.rules.command.stance import stand
from sim.rules.command.withdrawal import is_free_to_leave, is_given_up, is_rear_guard, withdraw
from sim.rules.depth.intelligence import lag_of_orders
from sim.vocabulary import ASSAULT, FAR, LEDGER, MOVE, PRESENT
from sim.world.chance import ORDER, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

REAR_GUARDS = LEDGER.index("rear_guards_0")


@rule
def command(w: World, p: Constants, day: int, s: int) -> None:
    """Look at every formation whose turn it is: orders are reviewed the more seldom, the less the side sees."""
    call_for_troops(w, p, s)
    count_assaults(w, s)
    delay = lag_of_orders(p, w.sides[s])
    for turn in range(len(w.formations)):
        formation = w.formations[w.turns[turn]]
        if formation.side == s and formation.status == PRESENT:
            if formation.order == ASSAULT and w.places[formation.objective].holder == s:
                formation.wait = 0
            if obeys(w, p, day, formation) or leave(w, p, day, formation):
                continue
            if formation.wait > 0:
                formation.wait -= 1
            else:
                give_order(w, p, formation)
                formation.wait = int(delay + uniform(w.key, day, ORDER, formation.id))


@rule
def count_assaults(w: World, s: int) -> None:
    """Count how many more men of side ``s`` may be ordered to assault: a share of all, less those who already are."""
    men, under_way = 0.0, 0.0
    for turn in range(len(w.formations)):
        formation = w.formations[w.turns[turn]]
        if formation.side == s and formation.status == PRESENT:
            men += formation.strength
            if formation.order == ASSAULT:
                under_way += formation.strength
    w.sides[s].may_assault = w.sides[s].assaults * men - under_way


@rule
def leave(w: World, p: Constants, day: int, formation: Formation) -> bool:
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
def give_order(w: World, p: Constants, formation: Formation) -> None:
    """Assault if any border in reach promises enough; else go where troops are called for; else hold."""
    side = w.sides[formation.side]
    was_assaulting = formation.order == ASSAULT
    may_assault = side.assaults > 0.0 and formation.spent == 0 and (was_assaulting or side.may_assault > 0.0)
    if may_assault and w.conditions[0].ceasefire == 0 and assault(w, p, formation):
        if not was_assaulting:
            side.may_assault -= formation.strength
        return
    if was_assaulting:
        side.may_assault += formation.strength
    if not reinforce(w, p, formation) and formation.order != MOVE:
        stand(formation)


@rule
def assault(w: World, p: Constants, formation: Formation) -> bool:
    """Order an assault towards the border in reach that promises most, if any promises enough.

    Neighbours reckon with everything their side has there, so they tend to choose the same one: a coordinated assault.
    It is prepared once, whatever its objectives become, unless no more than a screen is believed to stand there.
    """
    here = w.places[formation.place]
    find_reach(w, p, formation.place)
    if here.fronts == 0 and here.opened < p.half_front:
        return False
    best, goal = w.sides[formation.side].threshold, -1
    for reach in w.reaches[here.reach_first : here.reach_last]:
        promise = w.neighbours[reach.border].promise
        if reach.open > 0.0 and promise > best:
            best, goal = promise, reach.border
    if goal < 0:
        return False
    take_aim(w, p, formation, goal)
    return True


@rule
def reinforce(w: World, p: Constants, formation: Formation) -> bool:
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

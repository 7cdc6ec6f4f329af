"""Orders by hand: a formation that is ordered what to do obeys, whatever the standard doctrine would say."""

import math

from sim.rules.battle.reach import find_reach
from sim.rules.command.stance import stand
from sim.rules.command.withdrawal import withdraw
from sim.rules.front import spread_over_own_ground
from sim.vocabulary import (
    ASSAULT,
    AXIS,
    BY_DOCTRINE,
    FAR,
    LEDGER,
    MOVE,
    ORDERED,
    STRIKES,
    TO_ATTACK,
    TO_HOLD,
    TO_WAIT,
    WITHDRAW,
)
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Event, Formation, Side, World

WITHDRAWALS = LEDGER.index("withdrawals_0")
LAST_ORDER = ORDERED + TO_WAIT


@rule
def take_orders(w: World, day: int) -> None:
    """Let today's orders reach formations, plans of attack and strike forces; nobody knows those of later days."""
    if day <= w.conditions[0].foreseen:
        for event in w.events:
            if event.day == day and AXIS <= event.kind <= LAST_ORDER:
                take_order(w, event)


@rule
def take_order(w: World, event: Event) -> None:
    """Note what a formation is ordered to do, where a plan aims, or what sorties are flown against.

    What a formation is to take its side wants from then on, whatever its aims were.
    """
    if event.kind >= ORDERED:
        formation = w.formations[event.target]
        formation.ordered = event.kind - ORDERED
        formation.goal = int(event.value)
        formation.wait = 0
        if formation.ordered == TO_ATTACK:
            w.places[formation.goal].spared[formation.side] = 0.0
            w.places[formation.goal].surveyed = 0
            w.conditions[0].moved = 1
    elif event.kind >= STRIKES:
        send_sorties(w.sides[event.target], event.kind - STRIKES, event.value)
    else:
        w.places[event.target].axis[event.kind - AXIS] = event.value


@rule
def send_sorties(side: Side, target: int, sorties: float) -> None:
    """Fly so many sorties a day against a kind of target, as ``sim.vocabulary.TARGETS`` has them."""
    if target == 0:
        side.road_strikes = sorties
    elif target == 1:
        side.crossing_strikes = sorties
    elif target == 2:  # noqa: PLR2004 - the number of a kind of target
        side.depot_strikes = sorties
    elif target == 3:  # noqa: PLR2004 - the same
        side.assembly_strikes = sorties
    else:
        side.command_strikes = sorties


@rule
def obeys(w: World, p: Constants, day: int, formation: Formation) -> bool:
    """Carry out what a formation is ordered by hand; return whether it is ordered anything."""
    if formation.ordered == BY_DOCTRINE:
        return False
    here = w.places[formation.place]
    if formation.ordered == TO_ATTACK and w.places[formation.goal].holder != formation.side:
        attack(w, p, formation)
    elif formation.ordered == TO_HOLD or formation.place == formation.goal:
        stand(formation)
    elif formation.goal >= 0:
        go_to_goal(w, day, formation)
    elif (here.fronts == 0 and here.retreat < FAR) or not withdraw(w, day, formation):
        stand(formation)
    return True


@rule
def attack(w: World, p: Constants, formation: Formation) -> None:
    """Assault the ordered place from beside it, if politics and a ceasefire allow; else go there over own ground."""
    way = way_to_goal(w, formation)
    if way >= 0:
        head_for(formation, MOVE, way)
        return
    find_reach(w, p, formation.place)
    here = w.places[formation.place]
    best, most = -1, -1.0
    for reach in w.reaches[here.reach_first : here.reach_last]:
        border = w.neighbours[reach.border]
        if border.place == formation.goal and reach.open > 0.0 and border.promise > most:
            best, most = reach.border, border.promise
    if best < 0 or w.conditions[0].ceasefire == 1:
        stand(formation)
    else:
        take_aim(w, p, formation, best)


@rule
def take_aim(w: World, p: Constants, formation: Formation, goal: int) -> None:
    """Order an assault over a border; it is prepared, unless no more than a screen is believed to stand there."""
    border = w.neighbours[goal]
    if formation.order != ASSAULT:
        if w.neighbours[border.mirror].believed <= p.screen * border.front:
            formation.prepared = max(formation.prepared, math.ceil(p.preparation))
        formation.noticed = 0
    formation.order = ASSAULT
    formation.objective = border.place


@rule
def go_to_goal(w: World, day: int, formation: Formation) -> None:
    """Go towards the ordered place over own ground, under fire where the enemy is near; out of a pocket, break out."""
    here = w.places[formation.place]
    way = way_to_goal(w, formation)
    if way >= 0:
        order = WITHDRAW if here.fronts > 0 else MOVE
        if order == WITHDRAW and formation.order != WITHDRAW:
            w.ledger[day][WITHDRAWALS + formation.side] += 1.0
        head_for(formation, order, way)
    elif here.retreat < FAR or not withdraw(w, day, formation):
        stand(formation)


@rule
def head_for(formation: Formation, order: int, place: int) -> None:
    """Order a move or a withdrawal to a neighbouring place; way made towards it counts on."""
    if formation.objective != place:
        formation.marched = 0.0
    formation.order = order
    formation.objective = place


@rule
def way_to_goal(w: World, formation: Formation) -> int:
    """Return the neighbouring own place next on the shortest way over own ground; -1 if there is none, or no need.

    The way leads to the ordered place or, if the enemy holds that, to a place beside it.
    """
    for place in w.places:
        place.distance = FAR
    goal = w.places[formation.goal]
    if goal.holder == formation.side:
        goal.distance = 0.0
    else:
        for neighbour in w.neighbours[goal.first : goal.last]:
            if w.places[neighbour.place].holder == formation.side:
                w.places[neighbour.place].distance = neighbour.km
    here = w.places[formation.place]
    arrived = goal.holder != formation.side and here.distance < FAR
    spread_over_own_ground(w)
    way, km = -1, FAR
    for neighbour in w.neighbours[here.first : here.last]:
        beyond = w.places[neighbour.place]
        if not arrived and beyond.holder == formation.side and neighbour.km + beyond.distance < km:
            way, km = neighbour.place, neighbour.km + beyond.distance
    for place in w.places:
        place.distance = FAR
    return way

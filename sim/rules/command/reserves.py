"""Reserves: where troops are called for, and how the call carries into the rear."""

from sim.rules.battle.sectors import believed_opposite
from sim.rules.command.aims import may_come, may_take
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Place, World


@rule
def call_for_troops(w: World, p: Constants, s: int) -> None:
    """Raise the call for troops at side ``s``'s front, and let it carry back over its own ground, fading with distance.

    The call is the enemy believed to face a place, in proportion to the men who hold its front; where something is
    worth holding, or a main axis of the side's own plan lies opposite, it is louder.
    """
    waiting = 0
    for n in range(len(w.places)):
        place = w.places[n]
        if place.holder != s:
            continue
        place.planned = 0.0
        place.queued = 0
        place.need = 0.0
        if place.fronts > 0:
            place.need = demand(w, p, place, s)
            place.queued = 1
            w.queue[waiting] = n
            waiting += 1
    head = 0
    while waiting > 0:
        place = w.places[w.queue[head]]
        place.queued = 0
        head = (head + 1) % len(w.queue)
        waiting -= 1
        for neighbour in w.neighbours[place.first : place.last]:
            beyond = w.places[neighbour.place]
            heard = place.need / (1.0 + neighbour.km / p.call_reach)
            if beyond.holder == s and heard > beyond.need:
                beyond.need = heard
                if beyond.queued == 0:
                    beyond.queued = 1
                    w.queue[(head + waiting) % len(w.queue)] = neighbour.place
                    waiting += 1


@rule
def demand(w: World, p: Constants, place: Place, s: int) -> float:
    """Return the call for troops of a place at the front, before it is relieved, in men who face one man."""
    facing, men, plan = p.alarm * place.alarm, 0.0, 0.0
    for border in w.neighbours[place.first : place.last]:
        beyond = w.places[border.place]
        if beyond.holder != s:
            facing += weight_of(w, p, place, beyond) * believed_opposite(w, p, border.mirror)
            men += border.men + p.screen * border.front
            plan = max(plan, beyond.axis[s])
    return facing * (1.0 + place.worth + p.concentration * plan) / max(1.0, men)


@rule
def weight_of(w: World, p: Constants, place: Place, beyond: Place) -> float:
    """Return the weight of a border in the call: less where the enemy may not cross it and the side will not."""
    s = place.holder
    if may_come(w, 1 - s, place) or (w.sides[s].assaults > 0.0 and may_take(w, s, beyond)):
        return 1.0
    return p.idle


@rule
def relief_at(p: Constants, place: Place, men: float) -> float:
    """Return how loud a place calls when ``men`` more (or fewer, if negative) are planned there.

    Men relieve a front as far as they reach to either side. Only men at the front relieve a call; behind it troops pass
    through, and the call goes on being heard.
    """
    if place.fronts == 0:
        return place.need
    relieved = place.covered + (place.planned + men) / (2.0 * p.reach)
    return place.need * place.covered / max(1.0, p.screen, relieved)

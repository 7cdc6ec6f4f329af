"""Reserves: where troops are called for, and how the call carries into the rear."""

from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Place, World


@rule
def call_for_troops(w: World, p: Laws, s: int) -> None:
    """Raise the call for troops at side ``s``'s front, and let it carry back over its own ground, fading with distance.

    The call is the enemy believed to face a place, in proportion to the men who hold it; a place that matters
    symbolically, or that faces a main axis of the side's own plan, calls louder.
    """
    waiting = 0
    for n in range(len(w.places)):
        place = w.places[n]
        if place.holder != s:
            continue
        place.planned = place.men
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
def garrison(p: Laws, men: float) -> float:
    """Return the men who hold a place, troops and screen; never less than one, so that ratios make sense."""
    return max(1.0, men + p.screen)


@rule
def demand(w: World, p: Laws, place: Place, s: int) -> float:
    """Return the call for troops of a place at the front, before it is relieved, in men who face one man."""
    facing = p.screen + p.alarm * place.alarm
    plan = 0.0
    for neighbour in w.neighbours[place.first : place.last]:
        beyond = w.places[neighbour.place]
        if beyond.holder != s:
            facing += beyond.picture / beyond.fronts
            plan = max(plan, beyond.axis[s])
    return facing * (1.0 + place.symbol + p.concentration * plan) / garrison(p, place.men)


@rule
def relief_at(p: Laws, place: Place, men: float) -> float:
    """Return how loud a place calls when ``men`` more (or fewer, if negative) are planned there.

    Only men at the front relieve a call; behind it troops pass through, and the call goes on being heard.
    """
    if place.fronts == 0:
        return place.need
    return place.need * garrison(p, place.men) / garrison(p, max(0.0, place.planned + men))

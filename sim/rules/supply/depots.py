"""Depots: what they can send, and the strikes that lower it."""

from sim.rules.depth.hits import hit_chance
from sim.vocabulary import LEDGER
from sim.world.chance import DEPOT, of_pair, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Place, World

DEPOTS_HIT = LEDGER.index("depots_hit_0")


@rule
def can_still_send(p: Constants, depot: Place) -> float:
    """Return what a depot can send today beyond what it sent, t: its capacity less the damage (none in enemy hands)."""
    if depot.depot != depot.holder:
        return 0.0
    whole = depot.sends if depot.sends >= 0.0 else p.depot_capacity
    return whole * (1.0 - depot.depot_damage) - depot.dispatched


@rule
def delay_at_depot(p: Constants, depot: Place) -> float:
    """Return the way that a truck could make while it waits at a damaged depot, whose loads are dispersed, km."""
    return 0.5 * p.turnaround * p.truck_speed * depot.depot_damage / (1.0 - depot.depot_damage)


@rule
def repair_depots(w: World, p: Constants) -> None:
    """Repair depots for a day."""
    for place in w.places:
        if place.depot_damage > 0.0:
            place.depot_damage = max(0.0, place.depot_damage - p.depot_repair)


@rule
def strike_depots(w: World, p: Constants, day: int, s: int) -> None:
    """Spread side ``s``'s sorties over the enemy depots in reach by what they sent yesterday."""
    sorties = w.sides[s].depot_strikes * w.sides[s].intelligence
    if sorties <= 0.0:
        return
    sent = 0.0
    for place in w.places:
        if place.depot == 1 - s and place.holder == 1 - s and place.hostile <= p.depot_reach:
            sent += place.dispatched
    if sent <= 0.0:
        return
    for place in w.places:
        if place.depot == 1 - s and place.holder == 1 - s and place.hostile <= p.depot_reach:
            chance = hit_chance(sorties * place.dispatched / sent, p.strike_accuracy)
            if uniform(w.key, day, DEPOT, of_pair(place.id, w.sides[s].id)) < chance:
                place.depot_damage = min(1.0, place.depot_damage + p.depot_damage)
                w.ledger[day][DEPOTS_HIT + 1 - s] += 1.0

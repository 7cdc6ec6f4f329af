"""Supply: what formations consume, what the roads bring them, and what being short does to them."""

from sim.rules.command.aims import may_come
from sim.rules.supply.delivery import deliver, trace_routes
from sim.rules.supply.last_mile import track_share
from sim.rules.supply.links import open_links, wear_links
from sim.rules.supply.trucks import count_need, lose_trucks, ration, replace_trucks
from sim.vocabulary import ASSAULT, FAR, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World

SHORT_OF_TRUCKS = LEDGER.index("supply_short_of_trucks_0")
SHORT_OF_ROAD = LEDGER.index("supply_short_of_road_0")
RECEIVED = LEDGER.index("supply_received_0")
USED = LEDGER.index("supply_used_0")
DESTROYED_ON_ROAD = LEDGER.index("supply_destroyed_0")


@rule
def consumption(w: World, p: Constants, formation: Formation) -> float:
    """Return what a formation uses at its posture, t/day: quiet, in contact or assaulting.

    On a border that the enemy may not cross it uses as much as behind the line, or little more.
    """
    here = w.places[formation.place]
    if formation.order == ASSAULT:
        rate = p.use_assaulting
    elif here.fronts > 0:
        share = 1.0 if may_come(w, 1 - here.holder, here) else p.closed_border_use
        rate = p.use_quiet + share * (p.use_in_contact - p.use_quiet)
    else:
        rate = p.use_quiet
    return rate * formation.strength


@rule
def supply_effect(p: Constants, days: float) -> float:
    """Return the share of fighting value that ``days`` of supply allow: full from ``critical_days`` on."""
    return p.least_effect + (1.0 - p.least_effect) * min(1.0, days / p.critical_days)


@rule
def supply(w: World, p: Constants, day: int) -> None:
    """Send what is wanted as far as trucks and roads allow, consume for a day, and feel the shortage."""
    for road in w.roads:
        road.flow = 0.0
    open_links(w, day)
    replace_trucks(w, p)
    for place in w.places:
        place.dispatched = 0.0
        place.carried_across = 0.0
        place.wanted_across = 0.0
    trace_routes(w, p)
    for s in range(2):
        ask(w, p, day, s)
    deliver(w, p)
    wear_links(w)
    for formation in w.formations:
        if formation.status == PRESENT:
            account(w, p, day, formation)
            consume(w, p, day, formation)


@rule
def ask(w: World, p: Constants, day: int, s: int) -> None:
    """Set what a side sends to each formation: what it lacks, rationed alike when trucks are too few."""
    for formation in w.formations:
        if formation.status == PRESENT and formation.side == s:
            formation.use = consumption(w, p, formation)
            lacking = (p.stock_days + 1.0) * formation.use - formation.stock
            formation.wanted = max(0.0, min(lacking, p.resupply_days * formation.use))
            formation.sent = 0.0
            formation.received = 0.0
            place = w.places[formation.place]
            formation.reached = 1 if place.route < FAR else 0
            formation.supplier = place.source
            if formation.reached == 1:
                formation.risk = place.risk
                count_need(w, p, formation, place.haul)
    for formation in w.formations:
        if formation.status == PRESENT and formation.side == s and formation.reached == 1:
            share = ration(w, formation)
            w.ledger[day][SHORT_OF_TRUCKS + s] += formation.wanted * (1.0 - share)
            formation.wanted *= share
            if w.places[formation.place].across >= 0:
                w.places[formation.place].wanted_across += formation.wanted
    for formation in w.formations:
        if formation.status == PRESENT and formation.side == s and formation.reached == 1:
            share = track_share(p, w.places[formation.place])
            w.ledger[day][SHORT_OF_ROAD + s] += formation.wanted * (1.0 - share)
            formation.wanted *= share


@rule
def account(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Count what a formation was not sent, what was destroyed on the way and with how many trucks, and days cut off."""
    destroyed = formation.sent - formation.received
    lose_trucks(w, formation, destroyed / p.payload * p.truck_loss)
    w.ledger[day][SHORT_OF_ROAD + formation.side] += formation.wanted - formation.sent
    w.ledger[day][DESTROYED_ON_ROAD + formation.side] += destroyed
    is_full = formation.stock >= p.stock_days * formation.use
    starved = formation.received < p.cut_share * formation.use and not is_full
    formation.cut = formation.cut + 1 if formation.reached == 0 or starved else 0


@rule
def consume(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Use up a day's supplies, and fight as well as the days of supply at hand before allow.

    So men who live from hand to mouth fight by what comes in: more men who share what does not suffice fight no worse.
    """
    at_hand = formation.stock + formation.received
    used = min(formation.use, at_hand)
    formation.stock = at_hand - used
    w.ledger[day][RECEIVED + formation.side] += formation.received
    w.ledger[day][USED + formation.side] += used
    if formation.use > 0.0:
        formation.effect = supply_effect(p, at_hand / formation.use)

"""Supply: what formations want, what trucks, roads and tracks bring them, and what being short does to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT

from .trucks import Fleet, trucks_for

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .headquarters import Headquarters
    from .supply_network import SupplyNetwork


def supply(model: ReferenceCampaign, network: SupplyNetwork) -> None:
    """Send what is wanted as far as trucks and roads allow, consume for a day, and feel the shortage."""
    for fleet in fleets(model):
        fleet.replace(model.laws.truck_response)
    network.trace()
    for side in model.headquarters:
        ask(side, network)
    network.deliver()
    for link in model.links:
        link.wear()
    for formation in model.present():
        account(formation)
        consume(formation)


def ask(side: Headquarters, network: SupplyNetwork) -> None:
    """Set what a side sends to each formation: what it lacks, rationed alike when trucks or tracks are too few."""
    model, laws = side.model, side.model.laws
    for formation in model.present(side.side):
        formation.use = consumption(formation)
        lacking = (laws.stock_days + 1.0) * formation.use - formation.stock
        formation.wanted = max(0.0, min(lacking, laws.resupply_days * formation.use))
        formation.sent = formation.received = 0.0
        formation.reached = int(formation.place in network.routes)
    served = [formation for formation in model.present(side.side) if formation.reached]
    for formation in served:
        route = network.routes[formation.place]
        formation.supplier, formation.risk = route.depot, route.risk
        fleet_of(formation).needed += trucks_for(laws, model.mud, formation.wanted, route.haul)
    across: dict[str, float] = defaultdict(float)
    for formation in served:
        ration(formation, fleet_of(formation).ration(), "supply_short_of_trucks")
        if network.is_across(formation.place):
            across[formation.place] += formation.wanted
    for formation in served:
        if across[formation.place] > laws.last_mile_capacity:
            ration(formation, laws.last_mile_capacity / across[formation.place], "supply_short_of_road")


def ration(formation: Formation, share: float, cause: str) -> None:
    """Send a formation only a share of what it asks for."""
    formation.note(cause, formation.wanted * (1.0 - share))
    formation.wanted *= share


def fleets(model: ReferenceCampaign) -> list[Fleet]:
    """Return the trucks of both sides, and of all depots that have their own."""
    of_depots = [place["fleet"] for place in model.theatre.places if place["fleet"] is not None]
    return [*(side.fleet for side in model.headquarters), *of_depots]


def fleet_of(formation: Formation) -> Fleet:
    """Return the trucks that supply a formation: those of its depot, if it has its own, or else of its side."""
    own: Fleet | None = formation.model.theatre.place(str(formation.supplier))["fleet"]
    return formation.headquarters.fleet if own is None else own


def consumption(formation: Formation) -> float:
    """Return what a formation uses at its posture, t/day; little more than quiet where the enemy may not come."""
    laws, here = formation.model.laws, formation.here
    if formation.order == ASSAULT:
        return laws.use_assaulting * formation.strength
    rate = laws.use_quiet
    if here["fronts"] > 0:
        share = 1.0 if formation.headquarters.enemy.may_come(here) else laws.closed_border_use
        rate += share * (laws.use_in_contact - laws.use_quiet)
    return rate * formation.strength


def account(formation: Formation) -> None:
    """Count the trucks lost on the way, and the days a formation is cut off."""
    laws = formation.model.laws
    destroyed = formation.sent - formation.received
    formation.note("supply_short_of_road", formation.wanted - formation.sent)
    formation.note("supply_destroyed", destroyed)
    if destroyed > 0.0:
        fleet = fleet_of(formation)
        fleet.trucks -= min(fleet.trucks, destroyed / laws.payload * laws.truck_loss)
    is_full = formation.stock >= laws.stock_days * formation.use
    starved = formation.received < laws.cut_share * formation.use and not is_full
    formation.cut = formation.cut + 1 if starved or not formation.reached else 0


def consume(formation: Formation) -> None:
    """Use up a day's supplies, and fight as well as what is at hand before that allows."""
    laws = formation.model.laws
    at_hand = formation.stock + formation.received
    used = min(formation.use, at_hand)
    formation.stock = at_hand - used
    formation.note("supply_received", formation.received)
    formation.note("supply_used", used)
    if formation.use > 0.0:
        days = at_hand / formation.use
        formation.effect = laws.least_effect + (1.0 - laws.least_effect) * min(1.0, days / laws.critical_days)

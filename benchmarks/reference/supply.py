"""Supply: what formations want, what trucks, roads and tracks bring them, and what being short does to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sim.vocabulary import ASSAULT

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .headquarters import Headquarters
    from .supply_network import SupplyNetwork


def supply(model: ReferenceCampaign, network: SupplyNetwork) -> None:
    """Send what is wanted as far as trucks and roads allow, consume for a day, and feel the shortage."""
    replace_trucks(model)
    network.trace()
    for side in model.headquarters:
        ask(side, network)
    network.deliver()
    for link in model.links:
        link.wear()
    for formation in model.present():
        account(formation)
        consume(formation)


def replace_trucks(model: ReferenceCampaign) -> None:
    """Replace the trucks of sides, and of depots that have their own, and let them follow yesterday's demand."""
    response = model.laws.truck_response
    for side in model.headquarters:
        whole = min(max(side.trucks, side.most_trucks), side.trucks + side.replacement)
        side.trucks = whole + response * max(0.0, side.trucks_needed - whole)
        side.trucks_needed = 0.0
    for depot in model.theatre.places:
        if depot["trucks"] >= 0.0:
            depot["trucks"] += response * max(0.0, depot["trucks_needed"] - depot["trucks"])
            depot["trucks_needed"] = 0.0


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
        formation.supplier = route.depot
        hours = 2.0 * route.haul / (laws.truck_speed * (1.0 - model.mud)) + laws.turnaround
        needed = formation.wanted * hours / (laws.truck_hours * laws.payload)
        fleet(formation)["trucks_needed"] += needed
    across: dict[str, float] = defaultdict(float)
    for formation in served:
        trucks, needed = fleet(formation)["trucks"], fleet(formation)["trucks_needed"]
        if needed > trucks:
            formation.wanted *= trucks / needed
        if network.is_across(formation.place):
            across[formation.place] += formation.wanted
    for formation in served:
        if across[formation.place] > laws.last_mile_capacity:
            formation.wanted *= laws.last_mile_capacity / across[formation.place]


def fleet(formation: Formation) -> dict[str, Any]:
    """Return who owns the trucks that supply a formation: its depot, if that has its own, or else its side."""
    depot = formation.model.theatre.place(str(formation.supplier))
    return depot if depot["trucks"] >= 0.0 else vars(formation.headquarters)


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
    if destroyed > 0.0:
        owner = fleet(formation)
        owner["trucks"] -= min(owner["trucks"], destroyed / laws.payload * laws.truck_loss)
    is_full = formation.stock >= laws.stock_days * formation.use
    starved = formation.received < laws.cut_share * formation.use and not is_full
    formation.cut = formation.cut + 1 if starved or not formation.reached else 0


def consume(formation: Formation) -> None:
    """Use up a day's supplies, and fight as well as what is at hand before that allows."""
    laws = formation.model.laws
    at_hand = formation.stock + formation.received
    formation.stock = max(0.0, at_hand - formation.use)
    if formation.use > 0.0:
        days = at_hand / formation.use
        formation.effect = laws.least_effect + (1.0 - laws.least_effect) * min(1.0, days / laws.critical_days)

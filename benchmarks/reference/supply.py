"""Supply: what formations want, what trucks and roads bring them, and what being short does to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .supply_network import SupplyNetwork


def supply(model: ReferenceCampaign, network: SupplyNetwork) -> None:
    """Send what is wanted as far as trucks and roads allow, consume for a day, and feel the shortage."""
    network.trace()
    for side in model.headquarters:
        side.trucks = min(max(side.trucks, side.most_trucks), side.trucks + side.replacement)
        ask(model, network, side.side)
    network.deliver()
    for formation in model.present():
        account(formation)
        consume(formation)


def ask(model: ReferenceCampaign, network: SupplyNetwork, side: int) -> None:
    """Set what a side sends to each formation: what it lacks, rationed alike when trucks are too few."""
    laws, needed = model.laws, 0.0
    formations = model.present(side)
    for formation in formations:
        formation.use = consumption(formation)
        lacking = (laws.stock_days + 1.0) * formation.use - formation.stock
        formation.wanted = max(0.0, min(lacking, laws.resupply_days * formation.use))
        formation.sent = formation.received = 0.0
        formation.reached = formation.place in network.paths
        if formation.reached:
            hours = 2.0 * network.haul(formation.place) / (laws.truck_speed * (1.0 - model.mud)) + laws.turnaround
            needed += formation.wanted * hours / (laws.truck_hours * laws.payload)
    trucks = model.headquarters[side].trucks
    for formation in formations if needed > trucks else []:
        if formation.reached:
            formation.wanted *= trucks / needed


def consumption(formation: Formation) -> float:
    """Return what a formation uses at its posture, t/day."""
    laws = formation.model.laws
    if formation.order == ASSAULT:
        return laws.use_assaulting * formation.strength
    return (laws.use_in_contact if formation.here["fronts"] > 0 else laws.use_quiet) * formation.strength


def account(formation: Formation) -> None:
    """Count the trucks lost on the way, and the days a formation is cut off."""
    laws, side = formation.model.laws, formation.headquarters
    side.trucks -= min(side.trucks, (formation.sent - formation.received) / laws.payload * laws.truck_loss)
    is_full = formation.stock >= laws.stock_days * formation.use
    starved = formation.received < laws.cut_share * formation.use and not is_full
    formation.cut = formation.cut + 1 if starved or not formation.reached else 0


def consume(formation: Formation) -> None:
    """Use up a day's supplies, and fight as well as what is left allows."""
    laws = formation.model.laws
    formation.stock = max(0.0, formation.stock + formation.received - formation.use)
    if formation.use > 0.0:
        days = formation.stock / formation.use
        formation.effect = laws.least_effect + (1.0 - laws.least_effect) * min(1.0, days / laws.critical_days)

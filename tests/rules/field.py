"""A field of battle: a place under assault from another."""

from sim.rules.day import take_stock
from sim.vocabulary import ASSAULT
from sim.world.laws import Laws
from sim.world.state import World
from tests.given import Given, laws, world

P = laws(
    preparation=2, screen=0, morale_floor=1, noise_spread=0, battle_spread=0, quiet=0, surprise=1.3, envelopment=0.3,
    support=0.5, advance_pace=2, hold_ratio=0.8, works_delay=1, overrun=0.03, storm_captured=0.8, restore_pace=0.1,
)  # fmt: skip
READY: Given = {"side": 1, "place": 1, "order": ASSAULT, "objective": 0, "prepared": 9}


def field(*attackers: Given, p: Laws = P, defenders: float = 1000.0) -> World:
    """Place 0 with its depot behind it in place 2 is assaulted from place 1."""
    w = world(
        [{"contested": 1}, {"holder": 1}, {"depot": 0}],
        [(0, 1, {}), (0, 2, {})],
        formations=[{"place": 0, "strength": defenders}, *({**READY, **attacker} for attacker in attackers)],
    )
    take_stock(w, p, 0)
    return w

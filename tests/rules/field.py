"""A field of battle: a place under assault from another, where everybody is in reach and nobody is kept back."""

from sim.rules.day import take_stock
from sim.vocabulary import ASSAULT
from sim.world.constants import Constants
from sim.world.state import Neighbour, World
from tests.given import Given, laws, world

P = laws(
    preparation=2, screen=0, morale_floor=1, noise_spread=0, battle_spread=0, quiet=0, surprise=1.3, envelopment=0.3,
    advance_pace=2, hold_ratio=0.8, resistance=0, drone_resistance=0, works_delay=1, overrun=0.006, storm_captured=0.8,
    reach=1e9, half_front=0, garrison=0, attack_share=1, battle_depth=5,
)  # fmt: skip
READY: Given = {"side": 1, "place": 1, "order": ASSAULT, "objective": 0, "prepared": 9}


def field(*attackers: Given, p: Constants = P, defenders: float = 1000.0) -> World:
    """Place 0 with its depot behind it in place 2 is assaulted from place 1."""
    w = world(
        [{"contested": 1}, {"holder": 1}, {"depot": 0}],
        [(0, 1, {}), (0, 2, {})],
        formations=[{"place": 0, "strength": defenders}, *({**READY, **attacker} for attacker in attackers)],
    )
    take_stock(w, p, 0)
    return w


def border(w: World, place: int, beyond: int) -> Neighbour:
    """Return the border between two places as seen from the first."""
    here = w.places[place]
    (found,) = (row for row in w.neighbours[here.first : here.last] if row.place == beyond)
    return found

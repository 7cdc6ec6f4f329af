"""Warming: the rules compiled, or fetched from the cache, before anybody waits for them."""

from sim.campaign.engine import play
from sim.world.compilation import cache_folder
from sim.world.laws import Laws
from sim.world.tables import KINDS, table, world_of


def warm_rules() -> None:
    """Compile the campaign and the standard doctrine, on a world without anything in it, for no days."""
    nothing = {name: table(kind, []) for name, kind in KINDS.items()}
    play(world_of(nothing, 0, 0), Laws._make([0.0] * len(Laws._fields)), 0, 0)


def is_warm() -> bool:
    """Return whether these rules have been compiled before for this Python and processor, and kept."""
    return any(cache_folder().rglob("*.nbc"))

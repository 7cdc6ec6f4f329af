"""A doctrine that gives no orders, as a user might write one."""

from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World


@rule
def sit_still(w: World, p: Constants, day: int, s: int) -> None:
    """Give no orders at all."""

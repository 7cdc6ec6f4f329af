"""The standard campaign: both headquarters command by the standard doctrine."""

from sim.rules.command.orders import command
from sim.rules.day import play_day
from sim.world.constants import Constants
from sim.world.state import World


def standard_campaign(w: World, p: Constants, first: int, last: int) -> None:
    """Play the days from ``first`` up to but without ``last``, as ``campaign`` does with ``command`` on both sides.

    Compiled, the doctrine is part of the code; passing it would cost more than a rollout's day.
    """
    for day in range(first, last):
        play_day(w, p, day, (command, command))

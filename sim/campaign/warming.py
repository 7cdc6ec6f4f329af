"""Warming: the rules compiled, or fetched from the cache, before anybody waits for them."""

import math

import numpy as np

from sim.campaign.engine import play
from sim.talks.continuation import COLUMNS, Ending, Stakes, war_value
from sim.talks.course import LOSSES, course_read
from sim.talks.elsewhere import Elsewhere, shares_elsewhere
from sim.talks.package import Issue, frontier
from sim.talks.position import Position, explained, table_at
from sim.talks.rules import settle_on
from sim.world.compilation import cache_folder
from sim.world.constants import Constants
from sim.world.tables import KINDS, table, tables_of


def warm_rules() -> None:
    """Compile the campaign and the standard doctrine, on a world without anything in it, for no days."""
    nothing = {name: table(kind, []) for name, kind in KINDS.items()}
    play(tables_of(nothing, 0, 0), Constants._make([0.0] * len(Constants._fields)), 0, 0)
    warm_talks()


def warm_talks() -> None:
    """Compile the laws of bargaining, on a table with one issue and a war of one day."""
    land = frontier((Issue("land", (1.0, 1.0)),))
    even = Position((0.0, 0.0), (0.4, 0.4), (0.0, 0.0), 0.5)
    stakes = Stakes(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, math.nan)
    columns = np.arange(3 + LOSSES)
    course_read(np.zeros((1, 3 + LOSSES)), columns, (1.0, 1.0), 0, np.zeros((2, COLUMNS)), np.zeros((2, 2)))
    war_value(np.zeros((2, COLUMNS)), (stakes, stakes), Ending(1.0, 0.0), (0.0, 0.0))
    shares_elsewhere(np.zeros((2, 2)), 1.0, Elsewhere(0.5, 0.0, 0.0, 0.0, 1.0, 1.0, 0))
    if land is not None:
        table_at(land.lines, even)
        explained(land.lines, even, even)
        settle_on(0, land, 0.4, 0.4, 0.5)


def is_warm() -> bool:
    """Return whether these rules have been compiled before for this Python and processor, and kept."""
    return any(cache_folder().rglob("*.nbc"))

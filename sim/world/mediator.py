"""A mediator and the state it is in."""

from sim.world.row import Pair, Row


class Mediator(Row):
    """A third party that presses for an end and can vouch for it."""

    engagement: float
    """How far it engages, in [0, 1]."""
    follows: float
    """How strongly its engagement follows movement of the front, either way."""
    pressure: Pair
    """Hazard that its full engagement adds to the end of each side's war, 1/day."""
    guarantee: float
    """Share of a later shift in power that its full engagement undoes, in [0, 1]."""

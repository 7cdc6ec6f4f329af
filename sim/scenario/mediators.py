"""Mediators: third parties at the table."""

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import SHARE, Quantity, quantity


class MediatorDeclared(Declaration):
    """A third party that presses for an end of the war and can vouch for it."""

    engagement: Quantity = quantity(
        "1", "How far it engages on the first day, in [0, 1]; 0 switches it off.", bounds=SHARE
    )
    follows: Quantity = quantity(
        "1", "Change of its engagement a day per unit of the front's momentum, either way.", bounds=(0, 100)
    )
    pressure: dict[str, Quantity] = quantity(
        "1/day", "Hazard its full engagement adds to the end of a side's war.", bounds=(0, 10)
    )
    guarantee: Quantity = quantity(
        "1", "Share of a later shift in power that its full engagement undoes.", bounds=SHARE
    )

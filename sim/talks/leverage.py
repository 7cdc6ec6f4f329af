"""Bargaining leverage: how far what is to be had at the table leans to one side."""

from sim.world.compilation import rule


@rule
def leverage(u_a: float, u_b: float) -> float:
    """Return the first side's part, in [0, 1], of what both have; the second side's is 1 minus it.

    Utilities are on the negotiable range of each side. One below 0 counts as 0, since a side can always concede
    everything; with nothing on either side it is 1/2. At a settlement of one issue it is that issue's division
    (Esteban and Sakovics, 2008).
    """
    first, second = max(u_a, 0.0), max(u_b, 0.0)
    total = first + second
    return first / total if total > 0.0 else 0.5

"""A link: a way by air, sea or rail that needs no ground between its ends."""

from sim.world.row import Row


class Link(Row):
    """What plies a link; its way is the road row ``road``, which only its own side may use."""

    id: int
    road: int
    capacity: float
    """t/day at the most."""
    carriers: float
    """Aircraft, ships or trains that ply it; negative where they are not counted."""
    most_carriers: float
    """Carriers on the first day; replacements go no higher."""
    replacement: float
    """Carriers that replace losses a day."""
    load: float
    """What one of them brings a day, t."""
    loss: float
    """Share of what is sent that never arrives."""
    carrier_loss: float
    """Carriers lost for each carrier's load that is sent."""
    weather: float
    """Chance that weather closes it for a day."""
    hindered: float
    """Share of its capacity that is closed, in [0, 1]."""

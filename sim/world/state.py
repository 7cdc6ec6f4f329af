"""The state of a campaign: everything that is true on a day of war."""

from typing import NamedTuple

from sim.world.formation import Formation
from sim.world.ground import Neighbour, Place, Reach, Road, RoadEnd
from sim.world.link import Link
from sim.world.mediator import Mediator
from sim.world.side import Conditions, Event, Side, Supporter

__all__ = [
    "Conditions",
    "Event",
    "Formation",
    "Link",
    "Mediator",
    "Neighbour",
    "Place",
    "Reach",
    "Road",
    "RoadEnd",
    "Side",
    "Supporter",
    "World",
]


class World(NamedTuple):
    """Everything that is true: tables of rows, the series so far, and the key of all chance."""

    formations: list[Formation]
    places: list[Place]
    roads: list[Road]
    road_ends: list[RoadEnd]
    links: list[Link]
    neighbours: list[Neighbour]
    reaches: list[Reach]
    """Working space: which borders men in each place reach."""
    sides: list[Side]
    supporters: list[Supporter]
    mediators: list[Mediator]
    events: list[Event]
    conditions: list[Conditions]
    series: list[list[float]]
    """Measures by day; its columns are ``sim.vocabulary.SERIES``."""
    ledger: list[list[float]]
    """What moved the numbers, by day; its columns are ``sim.vocabulary.LEDGER``."""
    queue: list[int]
    """Working space of searches over places, two for each place."""
    turns: list[int]
    """Formations in the order in which headquarters look at them: by stable id, whatever their order in the table."""
    key: int

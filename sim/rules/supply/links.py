"""Links: airlifts, ferries and railways, with carriers and weather of their own, whoever holds the ground between."""

import math

from sim.world.chance import WEATHER, uniform
from sim.world.compilation import rule
from sim.world.link import Link
from sim.world.state import World


@rule
def throughput(link: Link) -> float:
    """Return what a link can carry on a fair day, t: its capacity, or what its carriers bring if that is less."""
    carried = link.capacity if link.carriers < 0.0 else min(link.capacity, link.carriers * link.load)
    return carried * (1.0 - link.hindered)


@rule
def open_links(w: World, day: int) -> None:
    """Open every link for the day, unless weather closes it."""
    for link in w.links:
        way = w.roads[link.road]
        closed = uniform(w.key, day, WEATHER, link.id) < link.weather
        way.capacity = 0.0 if closed else throughput(link)
        way.hazard = -math.log(1.0 - link.loss) / way.length


@rule
def wear_links(w: World) -> None:
    """Lose carriers by the loads that they flew, sailed or drew today, and replace some of those lost so far."""
    for link in w.links:
        if link.carriers >= 0.0:
            lost = min(link.carriers, abs(w.roads[link.road].flow) / link.load * link.carrier_loss)
            link.carriers = min(link.most_carriers, link.carriers - lost + link.replacement)

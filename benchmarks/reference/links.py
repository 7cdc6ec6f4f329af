"""Links: airlifts, ferries and railways as agents, whoever holds the ground between their ends."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import mesa

from sim.world.chance import WEATHER, uniform

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign


class Link(mesa.Agent):
    """What plies a way by air, sea or rail."""

    model: ReferenceCampaign
    id: int
    capacity: float
    carriers: float
    most_carriers: float
    replacement: float
    load: float
    loss: float
    carrier_loss: float
    weather: float
    hindered: float

    def __init__(self, model: ReferenceCampaign, row: dict[str, Any]) -> None:
        super().__init__(model)
        self.__dict__.update(row)
        self.way = model.theatre.all_roads[row["road"]]

    @property
    def is_counted(self) -> bool:
        """Return whether its carriers are counted."""
        return self.carriers >= 0.0

    def open(self) -> None:
        """Open it for the day, unless weather closes it."""
        carried = min(self.capacity, self.carriers * self.load) if self.is_counted else self.capacity
        closed = uniform(self.model.key, self.model.day, WEATHER, self.id) < self.weather
        self.way["capacity"] = 0.0 if closed else carried * (1.0 - self.hindered)
        self.way["hazard"] = -math.log(1.0 - self.loss) / self.way["length"]

    def wear(self) -> None:
        """Lose carriers by the loads that they brought today, and replace some of those lost so far."""
        if self.is_counted:
            lost = min(self.carriers, abs(self.way["flow"]) / self.load * self.carrier_loss)
            self.carriers = min(self.most_carriers, self.carriers - lost + self.replacement)

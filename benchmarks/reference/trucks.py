"""Trucks: how many a demand takes, how they are shared when too few, lost on the way and replaced."""

from dataclasses import dataclass

from sim.world.constants import Constants


@dataclass
class Fleet:
    """The trucks of a side, or those that serve one of its depots alone."""

    trucks: float
    most: float
    """Trucks on the first day; replacements go no higher."""
    replacement: float
    """Trucks that replace losses a day."""
    needed: float = 0.0
    """Trucks that today's demand takes."""

    def replace(self, response: float) -> None:
        """Replace what was lost, and add a share of what the demand of yesterday lacked."""
        whole = min(max(self.trucks, self.most), self.trucks + self.replacement)
        self.trucks = whole + response * max(0.0, self.needed - whole)
        self.needed = 0.0

    def ration(self) -> float:
        """Return the share of today's demand that it can carry."""
        return 1.0 if self.needed <= self.trucks else self.trucks / self.needed


def trucks_for(laws: Constants, mud: float, tonnes: float, haul: float) -> float:
    """Return the trucks that a day's load takes over a haul of so many km (the rule behind FM 55-15)."""
    hours = 2.0 * haul / (laws.truck_speed * (1.0 - mud)) + laws.turnaround
    return tonnes * hours / (laws.truck_hours * laws.payload)

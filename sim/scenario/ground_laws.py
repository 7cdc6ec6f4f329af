"""Constants of the ground: what terrain adds to a defence, and what roads carry."""

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import Quantity, quantity


class TerrainFactors(Declaration):
    """Terrain: factor on the strength of a defence (deployment)."""

    open: Quantity = quantity("1", "Open ground.", bounds=(0.1, 100))
    mixed: Quantity = quantity("1", "Fields, hedges and villages.", bounds=(0.1, 100))
    wooded: Quantity = quantity("1", "Woods.", bounds=(0.1, 100))
    urban: Quantity = quantity("1", "Towns.", bounds=(0.1, 100))


class RoadCapacities(Declaration):
    """Road capacity when dry and whole (deployment)."""

    primary: Quantity = quantity("t/day", "Numbered main road.", bounds=(0, 1e6))
    secondary: Quantity = quantity("t/day", "Numbered secondary road.", bounds=(0, 1e6))
    local: Quantity = quantity("t/day", "Country road or track.", bounds=(0, 1e6))

"""Constants of the ground: what terrain adds to a defence, and what roads carry."""

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import Quantity, quantity


class TerrainFactors(Declaration):
    """Terrain: factor on the strength of a defence (deployment)."""

    open: Quantity = quantity("1", "Open ground.")
    mixed: Quantity = quantity("1", "Fields, hedges and villages.")
    wooded: Quantity = quantity("1", "Woods.")
    urban: Quantity = quantity("1", "Towns.")


class RoadCapacities(Declaration):
    """Road capacity when dry and whole (deployment)."""

    primary: Quantity = quantity("t/day", "Numbered main road.")
    secondary: Quantity = quantity("t/day", "Numbered secondary road.")
    local: Quantity = quantity("t/day", "Country road or track.")

"""Records: what Mesa's data collector keeps of a campaign by day, for the model and for its formations."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import mesa
import pandas as pd

from sim.campaign.agents import Formation
from sim.vocabulary import PRESENT, SERIES

if TYPE_CHECKING:
    from sim.campaign.model import Campaign

FORMATIONS: Final = "formations"
COLUMNS: Final = ("Step", "AgentID", "name", "side", "place", "strength", "morale", "supply")
"""Columns of the table of formations; ``strength`` in men, ``morale`` in [0, 1], ``supply`` in days."""


class Records(mesa.DataCollector):
    """A data collector with the daily series for the model and a table of the formations present each day.

    The formations stand in a table of their own, not among the agents of Mesa's collector: places and headquarters have
    no morale, and ``mesa.batch_run`` would write a row for every agent where a row for every run is wanted.
    """

    def __init__(self) -> None:
        reporters = {name: partial(measured, column) for column, name in enumerate(SERIES)}
        super().__init__(reporters, tables={FORMATIONS: list(COLUMNS)})

    def collect(self, model: Campaign) -> None:
        """Keep the day that was just played."""
        super().collect(model)
        names = list(model.declared.theatre.places)
        for each in model.actors(Formation):
            if each.status == PRESENT:
                supply = each.stock / each.use if each.use > 0.0 else 0.0
                state = (each.name, each.side, names[each.place], each.strength, each.morale, supply)
                self.add_table_row(FORMATIONS, dict(zip(COLUMNS, (model.steps, each.unique_id, *state), strict=True)))

    def get_agent_vars_dataframe(self) -> pd.DataFrame:
        """Return the formations present by step and agent: name, side (0 or 1), place, strength, morale and supply."""
        formations: pd.DataFrame = self.get_table_dataframe(FORMATIONS).set_index(["Step", "AgentID"])
        return formations


def measured(column: int, model: Campaign) -> float:
    """Return one measure of the day just played."""
    return model.world.series[model.day - 1][column]

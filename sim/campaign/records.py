"""Records: what Mesa's data collector keeps of a campaign by day, for the model and for its agents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeGuard

import mesa

from sim.campaign.agents import Actor, Formation, Headquarters, Mediator, Place, Supporter
from sim.vocabulary import PRESENT, SERIES

if TYPE_CHECKING:
    from sim.campaign.model import Campaign

AgentReporters = Mapping[str, Callable[[Any], object]]
"""What to keep of every agent by day: name to function of an agent, as Mesa's collector takes it."""


def kind_of(agent: Actor) -> str:
    """Return what an agent is, in one word of ``sim.campaign.agents``, whatever its subclass."""
    kinds = (Formation, Headquarters, Supporter, Mediator, Place)
    name: str = next(kind.__name__ for kind in kinds if isinstance(agent, kind))
    return name


def side_of(agent: Actor) -> int | None:
    """Return the side, 0 or 1, that an agent belongs to or helps; of a place, who holds it; None of a mediator."""
    match agent:
        case Formation() | Supporter():
            return agent.side
        case Headquarters():
            return agent.number
        case Place():
            return agent.holder
    return None


def place_of(agent: Actor) -> str | None:
    """Return the name of the place where a formation stands, or of a place itself."""
    if isinstance(agent, Place):
        return agent.name
    return list(agent.model.declared.theatre.places)[agent.place] if is_present(agent) else None


def strength_of(agent: Actor) -> float | None:
    """Return the men of a formation that is present."""
    return agent.strength if is_present(agent) else None


def morale_of(agent: Actor) -> float | None:
    """Return the morale, in [0, 1], of a formation that is present."""
    return agent.morale if is_present(agent) else None


def supply_of(agent: Actor) -> float | None:
    """Return the supplies at hand, days, of a formation that is present."""
    if not is_present(agent):
        return None
    return agent.stock / agent.use if agent.use > 0.0 else 0.0


def is_present(agent: Actor) -> TypeGuard[Formation]:
    """Return whether an agent is a formation that is in the theatre."""
    return isinstance(agent, Formation) and agent.status == PRESENT


def name_of(agent: Actor) -> str:
    """Return the name by which the scenario declares an agent."""
    return agent.name


AGENT_REPORTERS: Final[AgentReporters] = {
    "kind": kind_of,
    "name": name_of,
    "side": side_of,
    "place": place_of,
    "strength": strength_of,
    "morale": morale_of,
    "supply": supply_of,
}
"""What is kept of agents unless another choice is given; None is what an agent has not."""


class Records(mesa.DataCollector):
    """Mesa's data collector with the daily series for the model, and reporters for its agents.

    A day is kept when it has been played, so the first is day 1. Mesa 3.3's batch runner looks for the agents of a day
    under the number that the day has among those kept, counted from 0; that is where they stand.
    """

    def __init__(self, agent_reporters: AgentReporters | None) -> None:
        reporters = {name: partial(measured, column) for column, name in enumerate(SERIES)}
        super().__init__(reporters, agent_reporters)

    def collect(self, model: Campaign) -> None:
        """Keep the day that was just played."""
        super().collect(model)
        if self.agent_reporters and not hasattr(self, "_collection_steps"):
            self._agent_records[model.day - 1] = self._agent_records.pop(model.day)


def measured(column: int, model: Campaign) -> float:
    """Return one measure of the day just played."""
    return model.world.series[model.day - 1][column]

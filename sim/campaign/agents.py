"""The agents: formations, headquarters, supporters and places of the world, acting by the rules.

An agent is the very row that the rules read and write, and its methods are named like the rules they call. Override
one to give it a mind of its own.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import mesa
from mesa.discrete_space import CellAgent, FixedAgent

from sim.rules import manoeuvre
from sim.rules.battle import cohesion, encirclement
from sim.rules.outside import diplomacy, mediation
from sim.world import state

if TYPE_CHECKING:
    from sim.campaign.model import Campaign


class _Numbers:
    """Numbers agents within their model; Mesa 3.3's own table would keep every model for ever."""

    def __getitem__(self, model: mesa.Model) -> count[int]:
        numbers: count[int] = model.__dict__.setdefault("_agent_numbers", count(1))
        return numbers


class Actor(mesa.Agent):
    """An agent that is a row of the world."""

    model: Campaign
    name: str
    """The name by which the scenario declares it."""
    _ids = _Numbers()

    def __init__(self, model: Campaign, **row: Any) -> None:  # noqa: ANN401 - the columns of its table
        super().__init__(model)
        self.name = ""
        self.__dict__.update(row)

    def __repr__(self) -> str:
        """Return its kind and name."""
        return f"{type(self).__name__}({self.name!r})"


class Formation(Actor, CellAgent, state.Formation):
    """A body of troops that marches, holds out and takes heart.

    ``cell`` is the place where it stands, in ``model.space``; none before it arrives and after it has gone.
    """

    def march(self) -> None:
        """Carry out a day of its order."""
        manoeuvre.march(self.model.world, self.model.laws, self.model.day, self)

    def encircle(self) -> None:
        """Find whether it is cut off, and live with it."""
        encirclement.encircle(self.model.world, self.model.laws, self.model.day, self)

    def update_morale(self) -> None:
        """Gain or lose morale."""
        cohesion.update_morale(self.model.world, self.model.laws, self.model.day, self)


class Headquarters(Actor, state.Side):
    """A side's headquarters: it sees a picture and commands by its doctrine."""

    @property
    def number(self) -> int:
        """Return which side it commands, 0 or 1."""
        return self.model.world.sides.index(self)

    def command(self) -> None:
        """Give today's orders to its formations."""
        doctrine = self.model.doctrines[self.number]
        doctrine(self.model.world, self.model.laws, self.model.day, self.number)


class Supporter(Actor, state.Supporter):
    """A foreign power that lends a side intelligence and arms."""

    def reconsider(self) -> None:
        """Let its support follow what it perceives."""
        diplomacy.reconsider(self.model.world, self)


class Mediator(Actor, state.Mediator):
    """A third party that presses for an end and can vouch for it."""

    def mediate(self) -> None:
        """Let its engagement follow how fast the front moves."""
        mediation.mediate(self.model.world, self)


class Place(Actor, FixedAgent, state.Place):
    """A place on the map, in a ``cell`` of ``model.space``; the rules act on it."""

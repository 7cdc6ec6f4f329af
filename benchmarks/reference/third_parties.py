"""Third parties as agents: supporters who lend a side reconnaissance, arms and money, and mediators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mesa

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign


class Supporter(mesa.Agent):
    """A foreign power whose deliveries follow the fortunes of the side it supports."""

    model: ReferenceCampaign
    side: int
    coverage: float
    intelligence: float
    materiel: float
    share: float
    money: float
    money_share: float
    follows: float

    def __init__(self, model: ReferenceCampaign, row: dict[str, Any]) -> None:
        super().__init__(model)
        self.__dict__.update(row)

    def reconsider(self) -> None:
        """Let its deliveries follow its side's momentum."""
        momentum = self.model.headquarters[self.side].momentum
        self.materiel = min(1.0, max(0.0, self.materiel + self.follows * momentum))


class Mediator(mesa.Agent):
    """A third party whose engagement follows how fast the front moves, either way."""

    model: ReferenceCampaign
    engagement: float
    follows: float

    def __init__(self, model: ReferenceCampaign, row: dict[str, Any]) -> None:
        super().__init__(model)
        self.__dict__.update(row)

    def reconsider(self) -> None:
        """Engage as the front moves."""
        movement = abs(self.model.headquarters[0].momentum)
        self.engagement = min(1.0, max(0.0, self.engagement + self.follows * movement))

"""Mediation: third parties engage when the front moves, and rest when it does not."""

from sim.world.compilation import rule
from sim.world.state import Mediator, World


@rule
def mediate(w: World, mediator: Mediator) -> None:
    """Let a mediator's engagement follow how fast the front moves, either way (Touval and Zartman 1985)."""
    movement = abs(w.sides[0].momentum)
    mediator.engagement = min(1.0, max(0.0, mediator.engagement + mediator.follows * movement))

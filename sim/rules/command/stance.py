"""Stance: standing where one is."""

from sim.vocabulary import HOLD
from sim.world.compilation import rule
from sim.world.state import Formation


@rule
def stand(formation: Formation) -> None:
    """Order a formation to hold where it is, to be looked at again at once."""
    formation.order = HOLD
    formation.objective = -1
    formation.marched = 0.0
    formation.prepared = 0
    formation.wait = 0

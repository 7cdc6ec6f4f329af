"""Stance: standing where one is."""

from sim.vocabulary import ASSAULT, HOLD, WITHDRAW
from sim.world.compilation import rule
from sim.world.state import Formation, World


@rule
def stand(formation: Formation) -> None:
    """Order a formation to hold where it is, to be looked at again at once."""
    formation.order = HOLD
    formation.objective = -1
    formation.marched = 0.0
    formation.prepared = 0
    formation.wait = 0


@rule
def obey(w: World) -> None:
    """Let formations take up their orders: one that leads to no place on the map is none, and who has it stands.

    The standard doctrine gives no such order; a doctrine of the user's own may.
    """
    for formation in w.formations:
        if not is_an_order(w, formation):
            stand(formation)


@rule
def is_an_order(w: World, formation: Formation) -> bool:
    """Return whether a formation is sent to a place of the map, or to none: to hold, or to break out of a pocket."""
    nearest = 0 if formation.order == ASSAULT else -1
    return HOLD <= formation.order <= WITHDRAW and nearest <= formation.objective < len(w.places)

"""Danger: what makes a commander give ground - threatened flanks and supply far more than casualties (McQuie 1987)."""

from sim.rules.battle.reach import find_reach
from sim.rules.depth.fire_control import survival
from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World


@rule
def danger(w: World, p: Constants, formation: Formation) -> float:
    """Return how threatened a formation is: 0 for not at all, 1 when surrounded, cut off and losing all it tolerates.

    McQuie (1987) counted why 52 defeated forces gave up: manoeuvre in most cases, casualties in one of ten.
    """
    here = w.places[formation.place]
    find_reach(w, p, formation.place)
    sealed = here.retreat >= FAR
    flank = 1.0 if sealed else here.enveloped
    road = 1.0 if sealed or formation.cut > 0 else 1.0 - survival(formation.risk, 1.0)
    losses = formation.loss / p.loss_tolerance
    return p.danger_flank * flank + p.danger_road * road + p.danger_losses * losses

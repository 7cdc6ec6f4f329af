"""Danger: what makes a commander give ground - threatened flanks and supply far more than casualties (McQuie 1987)."""

from sim.rules.fire_control import survival
from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, World


@rule
def danger(w: World, p: Laws, formation: Formation) -> float:
    """Return how threatened a formation is: 0 for not at all, 1 when flanks, road and losses are all at their worst.

    McQuie (1987) counted why 52 defeated forces gave up: manoeuvre in most cases, casualties in one of ten.
    """
    here = w.places[formation.place]
    sealed = here.retreat >= FAR
    flank = 1.0 if sealed else here.fronts / (here.last - here.first)
    road = 1.0 if sealed or formation.cut > 0 else 1.0 - survival(here.risk, 1.0)
    losses = min(1.0, formation.loss / p.loss_tolerance)
    return p.danger_flank * flank + p.danger_road * road + p.danger_losses * losses

"""Coalition: a member of a side goes home, with all its formations, when its will is exhausted."""

from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, World


@rule
def go_home(w: World, p: Constants, day: int) -> None:
    """Let the formations of each member whose will is exhausted leave tomorrow, as on a declared date.

    Who is in a sealed pocket then stays in it.
    """
    for formation in w.formations:
        stays = formation.leaves < 0 or formation.leaves > day + 1
        if formation.member > 0 and stays and member_will(w, p, formation) <= 0.0:
            formation.leaves = day + 1


@rule
def member_will(w: World, p: Constants, formation: Formation) -> float:
    """Return the will of a formation's member: it shares what its side's has lost, and loses more to its own losses.

    u = u_0 + (U - U_0) - k x, where x is the share of the member's men who were lost.
    """
    men, lost = 0.0, 0.0
    for other in w.formations:
        if other.member == formation.member and other.side == formation.side:
            men += other.established + other.joined
            lost += other.casualties + other.captured + other.dispersed
    side = w.sides[formation.side]
    return formation.member_will + side.will - side.starting_will - p.will_member * lost / max(1.0, men)

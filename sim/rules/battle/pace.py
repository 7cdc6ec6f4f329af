"""Pace: how fast a front moves, from a march against nothing to a creep.

v = v_free (1 - mud) max(0, 1 - h / r) r / (r + r_x), with the ratio of powers r, the ratio h that holds and the
resistance r_x at which an advance is down to half a march.
"""

from sim.rules.depth.fire_control import drone_sight, drones_in_use
from sim.vocabulary import FAR
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World


@rule
def pace(p: Constants, mud: float, ratio: float, resistance: float) -> float:
    """Return the pace of a front at a ratio of power, protection included, against a resistance, km/day."""
    if ratio <= p.hold_ratio:
        return 0.0
    march = p.advance_pace * (1.0 - mud)
    return march * (1.0 - p.hold_ratio / ratio) * ratio / (ratio + resistance)


@rule
def ratio_of(attack: float, defence: float) -> float:
    """Return the ratio of two powers; nothing holds nothing."""
    return min(FAR, attack / defence) if defence > 0.0 else FAR


@rule
def resist(w: World, p: Constants) -> None:
    """Set how much each side's fire slows an advance: more drones, and those that see more, stop more of it."""
    for s in range(2):
        drones = drones_in_use(w, s) * drone_sight(p, w.sides[s].intelligence)
        w.sides[s].resistance = p.resistance + p.drone_resistance * drones

"""Attrition: what two forces in contact cost each other.

x' = -a y^W x^(1-W) [m + (1-m) min(1, x/K)], and the same for y: Helmbold (1965) and Weiss (1966) for the exponents,
Kress and Szechtman (2009) for the bracket. W = 1 and m = 1 is Lanchester's square law, W = 1 and m = 0 his linear law.
The law is of degree one: a front cut into equal segments loses what it loses as a whole.
"""

from sim.rules.depth.intelligence import fire_effect
from sim.world.compilation import rule


@rule
def loss_rate(men: float, enemy: float, rate: float, weiss: float, aimed: float, room: float) -> float:
    """Return the men a force of ``men`` loses a day to ``enemy`` men.

    ``rate`` is the loss per man and day at parity under wholly aimed fire, ``aimed`` the share of the enemy's fire
    that is aimed, ``room`` the men that would saturate the ground (0 switches the area part off). By the square law
    (``weiss`` 1) the loss does not depend on ``men``: the first to land meet the whole of the fire.
    """
    if men < 0.0 or enemy <= 0.0:
        return 0.0
    density = min(1.0, men / room) if room > 0.0 else 1.0
    exchange = rate * men * (enemy / men) ** weiss if men > 0.0 else first_to_land(enemy, rate, weiss)
    return exchange * fire_effect(aimed, density)


@rule
def first_to_land(enemy: float, rate: float, weiss: float) -> float:
    """Return the loss rate of the first man against ``enemy`` men: all their fire by the square law, else none."""
    return rate * enemy if weiss >= 1.0 else 0.0


@rule
def duel(
    x: float,
    y: float,
    a: float,
    b: float,
    weiss: float,
    aimed_at_x: float,
    aimed_at_y: float,
    room_x: float,
    room_y: float,
    arriving_x: float,
    arriving_y: float,
) -> tuple[float, float]:
    """Return both forces after a day of mutual fire, by one classical Runge-Kutta step; neither falls below zero.

    ``a`` is y's rate against x and ``b`` x's against y; ``arriving_x`` and ``arriving_y`` men a day join meanwhile.
    """
    p1 = arriving_x - loss_rate(x, y, a, weiss, aimed_at_x, room_x)
    q1 = arriving_y - loss_rate(y, x, b, weiss, aimed_at_y, room_y)
    x2, y2 = x + 0.5 * p1, y + 0.5 * q1
    p2 = arriving_x - loss_rate(x2, y2, a, weiss, aimed_at_x, room_x)
    q2 = arriving_y - loss_rate(y2, x2, b, weiss, aimed_at_y, room_y)
    x3, y3 = x + 0.5 * p2, y + 0.5 * q2
    p3 = arriving_x - loss_rate(x3, y3, a, weiss, aimed_at_x, room_x)
    q3 = arriving_y - loss_rate(y3, x3, b, weiss, aimed_at_y, room_y)
    x4, y4 = x + p3, y + q3
    p4 = arriving_x - loss_rate(x4, y4, a, weiss, aimed_at_x, room_x)
    q4 = arriving_y - loss_rate(y4, x4, b, weiss, aimed_at_y, room_y)
    return (
        max(0.0, x + (p1 + 2.0 * p2 + 2.0 * p3 + p4) / 6.0),
        max(0.0, y + (q1 + 2.0 * q2 + 2.0 * q3 + q4) / 6.0),
    )

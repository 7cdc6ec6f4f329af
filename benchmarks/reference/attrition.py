"""Attrition: Helmbold's and Weiss's exponents with the bracket of Kress and Szechtman, over one day."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Force:
    """Men who fight together."""

    men: float
    rate: float
    """Losses it inflicts per man and day at parity under wholly aimed fire."""
    aimed: float
    """Share of its fire that is aimed."""


def loss_rate(men: float, enemy: Force, weiss: float, room: float) -> float:
    """Return the men lost a day to an enemy; ``room`` men would saturate the ground."""
    if men < 0.0 or enemy.men <= 0.0:
        return 0.0
    density = min(1.0, men / room) if room > 0.0 else 1.0
    exchange: float = enemy.rate * enemy.men**weiss * men ** (1.0 - weiss)
    return exchange * (enemy.aimed + (1.0 - enemy.aimed) * density)


def day_of_battle(one: Force, other: Force, weiss: float, room: float) -> tuple[float, float]:
    """Return the men both forces have left after a day of mutual fire, by a classical Runge-Kutta step."""

    def slope(x: float, y: float) -> tuple[float, float]:
        one_now, other_now = replace(one, men=x), replace(other, men=y)
        return -loss_rate(x, other_now, weiss, room), -loss_rate(y, one_now, weiss, room)

    x, y = one.men, other.men
    p1, q1 = slope(x, y)
    p2, q2 = slope(x + 0.5 * p1, y + 0.5 * q1)
    p3, q3 = slope(x + 0.5 * p2, y + 0.5 * q2)
    p4, q4 = slope(x + p3, y + q3)
    return (
        max(0.0, x + (p1 + 2.0 * p2 + 2.0 * p3 + p4) / 6.0),
        max(0.0, y + (q1 + 2.0 * q2 + 2.0 * q3 + q4) / 6.0),
    )

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
    room: float
    """Men who would saturate the ground it is on; 0 where it fills any."""

    @property
    def density(self) -> float:
        """Return how densely it fills its ground, in [0, 1]."""
        return min(1.0, self.men / self.room) if self.room > 0.0 else 1.0

    def effect_on(self, density: float) -> float:
        """Return the effect of its fire on targets so dense, relative to wholly aimed fire."""
        return self.aimed + (1.0 - self.aimed) * density


def loss_rate(force: Force, enemy: Force, weiss: float) -> float:
    """Return the men a force loses a day to an enemy; by the square law the first man meets the whole of his fire."""
    if force.men < 0.0 or enemy.men <= 0.0:
        return 0.0
    exchange: float = enemy.rate * enemy.men**weiss * force.men ** (1.0 - weiss)
    return exchange * enemy.effect_on(force.density)


def day_of_battle(one: Force, other: Force, weiss: float) -> tuple[float, float]:
    """Return the men both forces have left after a day of mutual fire, by a classical Runge-Kutta step."""

    def slope(x: float, y: float) -> tuple[float, float]:
        one_now, other_now = replace(one, men=x), replace(other, men=y)
        return -loss_rate(one_now, other_now, weiss), -loss_rate(other_now, one_now, weiss)

    x, y = one.men, other.men
    p1, q1 = slope(x, y)
    p2, q2 = slope(x + 0.5 * p1, y + 0.5 * q1)
    p3, q3 = slope(x + 0.5 * p2, y + 0.5 * q2)
    p4, q4 = slope(x + p3, y + q3)
    return (
        max(0.0, x + (p1 + 2.0 * p2 + 2.0 * p3 + p4) / 6.0),
        max(0.0, y + (q1 + 2.0 * q2 + 2.0 * q3 + q4) / 6.0),
    )

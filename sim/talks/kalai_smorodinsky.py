"""The Kalai-Smorodinsky solution: both gain in proportion to the most they could hope for.

Gains over fighting on stand as alpha (best_a - d_a) to (1 - alpha) (best_b - d_b), where best is a side's utility in
the package it would choose among all that leave the other at least what fighting on is worth to it: the textbook's
ideal point (Kalai and Smorodinsky, 1975). Packages that the other side would never accept do not matter.
"""

from sim.talks.agreement import gain_on
from sim.talks.nash import first_at, nash_position, second_at
from sim.talks.package import Lines
from sim.world.compilation import rule


@rule
def hope(lines: Lines, side: int, d_a: float, d_b: float) -> float:
    """Return the most that a side (0, 1) can gain over fighting on in a package the other side accepts."""
    most = 0.0
    for line in range(lines.shape[0]):
        if gain_on(lines, line, d_a, d_b) >= 0.0:
            position = nash_position(lines, line, d_a, d_b, 1.0 - side)
            gain = second_at(lines, line, position) - d_b if side else first_at(lines, line, position) - d_a
            most = max(most, gain)
    return most

"""Beliefs: what each side holds to be the balance of power, beside what it is.

theta is the natural logarithm of the first side's power over the second's, less what it truly is: both would bargain by
the truth if both believed in 0. A side's belief is N(m, v). It begins with what the order of battle shows it: the
enemy's declared strength less what deception hides. A week of battle that both sides see is an observation of the truth
with variance sigma^2, so that 1/v grows by 1/sigma^2 (Slantchev, 2003; Smith and Stam, 2004). Success emboldens: ground
gained of late moves the side's belief in its own favour. What a side makes of fighting on is the truth, moved by how
much power is worth.
"""

import math

from sim.scenario.scenario import Scenario
from sim.talks.learning import belief_after
from sim.world.constants import Constants
from sim.world.tables import Tables


def opening_beliefs(scenario: Scenario) -> tuple[float, float]:
    """Return what both sides believe of theta on the first morning, from order of battle and deception."""
    first, second = (side.reconnaissance for side in scenario.sides.values())
    hidden_from_first, hidden_from_second = (
        -math.log(max(1.0 - float(other.deception), 1e-9)) for other in (second, first)
    )
    return hidden_from_first, -hidden_from_second


def beliefs_on(scenario: Scenario, laws: Constants, t: Tables, day: int) -> tuple[float, float]:
    """Return the mean of both sides' beliefs of theta on the morning of ``day``.

    What battle shows is the truth on average, so opening beliefs fade as evidence mounts; emboldening comes on top.
    """
    talks = scenario.talks
    opening = opening_beliefs(scenario)
    if talks.doubt is not None and talks.noise is not None:
        opening = (
            belief_after(day / 7.0, opening[0], float(talks.doubt), float(talks.noise)),
            belief_after(day / 7.0, opening[1], float(talks.doubt), float(talks.noise)),
        )
    bold_a, bold_b = emboldened(scenario, laws, t)
    return opening[0] + bold_a, opening[1] - bold_b


def emboldened(scenario: Scenario, laws: Constants, t: Tables) -> tuple[float, float]:
    """Return how far ground gained of late moves each side's belief in its own favour."""
    talks = scenario.talks
    first, second = (
        float(talks.patience[name].emboldening)
        * max(0.0, float(t.sides["momentum"][s]) * laws.momentum_ground * laws.momentum_days / float(talks.whole))
        for s, name in enumerate(scenario.sides)
    )
    return first, second


def as_believed(scenario: Scenario, d: tuple[float, float], beliefs: tuple[float, float]) -> tuple[float, float]:
    """Return fighting on as each side sees it: its true worth ``d``, and what the power it believes in adds."""
    first, second = (
        value + (0.0 if (power := scenario.talks.patience[side].power) is None else float(power)) * sign * belief
        for side, value, sign, belief in zip(scenario.sides, d, (1.0, -1.0), beliefs, strict=True)
    )
    return first, second

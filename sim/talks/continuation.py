"""The worth of a war that goes on: it ends from outside some day, nobody knows which.

A war that ends at a constant rate from outside leaves a side the worth of what it then holds, and charges it for all
days until then. With the rate at which the war ends lambda, the discount rate rho and r their sum, a side's value of
fighting on is the sum over days of lambda e^(-r t) U(t) less e^(-r t) c(t): every day of one path that is played ahead
serves as a day on which the war may end. Worth is taken as linear, and cost as spread evenly, within a day; behind the
last day that was played ground goes on to wane or grow as of late, and losses fade at a declared rate. (Yaari, 1965,
for the uncertain end; Binmore, Rubinstein and Wolinsky, 1986, for breakdown.)

Pressure of third parties is a hazard too: at its rate a side's support ends and leaves it the breakdown payoff.
"""

import math
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.world.compilation import compiled, rule

SHARE, CASUALTIES, CAPTURED, ELSEWHERE = 0, 1, 3, 5
"""Columns of a path: first side's share of the territory; killed and wounded of both; prisoners of both;
first side's share of what else is fought over."""
COLUMNS: Final = 6
WORTH, OF_CASUALTIES, OF_CAPTURED, OF_TIME = range(4)
"""Parts of the value of a war: what a side has at its end, less three costs."""
PARTS: Final = 4
RECENT: Final = 30
"""Days at the end of a path whose losses go on, fading, behind it, and whose changes of ground go on."""
TERMS: Final = 16
"""Terms of the series for the weights of a day: enough for any rate up to 1 a day to the last bit."""


class Stakes(NamedTuple):
    """What a war is to one side, on its negotiable range."""

    territory: float
    """Worth of all of the territory."""
    elsewhere: float
    """Worth of all of what else is fought over and moves with the war; 0 where nothing does."""
    rest: float
    """Worth of its share of everything else if the war goes on."""
    casualty: float
    """Cost of a man killed or wounded."""
    captive: float
    """Cost of a man taken prisoner."""
    day: float
    """Cost of a day."""
    discounting: float
    """Rate at which it discounts, 1/day."""
    breakdown: float
    """What it has when its support ends; not a number where that is declared to be as good as fighting on."""


class Ending(NamedTuple):
    """How a war that is played ahead ends."""

    rate: float
    """Rate at which it ends from outside, 1/day."""
    fading: float
    """Rate at which losses fade behind the last day played, 1/day."""


@rule
def weights_of_a_day(r: float) -> tuple[float, float]:
    """Return what a day's first and last moment count for: the integrals of (1 - x) e^(-r x) and x e^(-r x)."""
    if r > 1.0:
        last = (1.0 - math.exp(-r) * (1.0 + r)) / r**2
        return (1.0 - math.exp(-r)) / r - last, last
    first, last, term = 0.0, 0.0, 1.0
    for n in range(TERMS):
        first += term / ((n + 1.0) * (n + 2.0))
        last += term / (n + 2.0)
        term *= -r / (n + 1.0)
    return first, last


@rule
def worth_of(held: float, elsewhere: float, side: int, stakes: Stakes) -> float:
    """Return what a side has when the first side holds so much of the territory, and of what else is fought over."""
    if side == 0:
        return stakes.rest + stakes.territory * held + stakes.elsewhere * elsewhere
    return stakes.rest + stakes.territory * (1.0 - held) + stakes.elsewhere * (1.0 - elsewhere)


@rule
def held_behind(before: float, last: float, days: float, r: float) -> float:
    """Return the integral of e^(-r t) times the share held behind the last day of a path.

    It came from ``before`` to ``last`` in so many days; what is left of it, or of what the other side holds, goes on to
    wane by the same share a day.
    """
    if last <= before:
        return waning(before, last, days, r)
    return 1.0 / r - waning(1.0 - before, 1.0 - last, days, r)


@rule
def waning(before: float, last: float, days: float, r: float) -> float:
    """Return the integral of e^(-r t) times what wanes exponentially, from ``last``, as it did from ``before``."""
    return last / (r + math.log(before / last) / days) if last > 0.0 else 0.0


@rule
def value_for(
    path: NDArray[np.float64], side: int, stakes: Stakes, ending: Ending, pressure: float
) -> tuple[float, float, float, float]:
    """Return the parts of what fighting on is worth to a side on one path; see ``PARTS``.

    ``path`` has a row for each morning, from today's on, and ``COLUMNS``; losses are totals so far. ``pressure`` is the
    hazard, 1/day, that the side's support ends.
    """
    days = path.shape[0] - 1
    hazard = 0.0 if math.isnan(stakes.breakdown) else pressure
    r = ending.rate + stakes.discounting + hazard
    at_first, at_last = weights_of_a_day(r)
    worth, killed, caught, weight = 0.0, 0.0, 0.0, 1.0
    fade = math.exp(-r)
    value = worth_of(path[0, SHARE], path[0, ELSEWHERE], side, stakes)
    for day in range(days):
        tomorrow = worth_of(path[day + 1, SHARE], path[day + 1, ELSEWHERE], side, stakes)
        worth += weight * (at_first * value + at_last * tomorrow)
        killed += weight * (path[day + 1, CASUALTIES + side] - path[day, CASUALTIES + side])
        caught += weight * (path[day + 1, CAPTURED + side] - path[day, CAPTURED + side])
        value = tomorrow
        weight *= fade
    window = min(RECENT, days)
    tail = weight * math.exp(-ending.fading * window / 2.0) / (r + ending.fading) / window
    late_killed = path[days, CASUALTIES + side] - path[days - window, CASUALTIES + side]
    late_caught = path[days, CAPTURED + side] - path[days - window, CAPTURED + side]
    whole_day = at_first + at_last
    shift = held_behind(path[days - window, SHARE], path[days, SHARE], window, r) - path[days, SHARE] / r
    behind = value / r + (stakes.territory if side == 0 else -stakes.territory) * shift
    ended = ending.rate * (worth + weight * behind)
    if hazard > 0.0:
        ended += hazard * stakes.breakdown / r
    return (
        ended,
        stakes.casualty * (whole_day * killed + tail * late_killed),
        stakes.captive * (whole_day * caught + tail * late_caught),
        stakes.day / r,
    )


@rule
def values_of_path(
    path: NDArray[np.float64],
    first: Stakes,
    second: Stakes,
    ending: Ending,
    pressure_a: float,
    pressure_b: float,
    out: NDArray[np.float64],
) -> None:
    """Write the parts of the value of a war to ``out``, shape (2, ``PARTS``), in a fixed order of sums."""
    out[0, 0], out[0, 1], out[0, 2], out[0, 3] = value_for(path, 0, first, ending, pressure_a)
    out[1, 0], out[1, 1], out[1, 2], out[1, 3] = value_for(path, 1, second, ending, pressure_b)


_values_of_path = compiled(values_of_path)


def war_value(
    path: NDArray[np.float64], stakes: tuple[Stakes, Stakes], ending: Ending, pressure: tuple[float, float]
) -> NDArray[np.float64]:
    """Return the parts of the value of a war to both sides on one path, shape (2, ``PARTS``); see ``value_for``."""
    found = np.empty((2, PARTS))
    _values_of_path(path, stakes[0], stakes[1], ending, pressure[0], pressure[1], found)
    return found

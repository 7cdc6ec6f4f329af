"""Rest: once the first side holds nothing of the contested ground and nothing can win it back, a rollout may stop.

What the table reads of the days behind it is then known: the ground stays gone, and what is left of the fighting goes
on from day to day as it did of late.
"""

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import STANDARD, play
from sim.campaign.own_doctrine import Doctrines
from sim.vocabulary import ASSAULT, BY_DOCTRINE, MEASURES, SERIES, TOTAL
from sim.world.constants import Constants
from sim.world.tables import Tables

LULL = 15
"""Days in a row without any ground of the first side after which a rollout may stop."""
OF_LATE = 5
"""Days at their end whose losses go on."""

_AREA = SERIES.index("area_0")
_TOTALS = [column for measure in MEASURES if measure.kind == TOTAL for column in measure.columns]
_IS_TOTAL = np.array([column in _TOTALS for column in SERIES])


def play_ahead(t: Tables, laws: Constants, day: int, until: int, doctrines: Doctrines = STANDARD) -> Tables:
    """Play the days from ``day`` up to but without ``until``, or to the guns at rest; the tables change in place.

    The series has all of the days in either case; the state is that of the last day that was played.
    """
    while day < until:
        if is_at_rest(t, day, doctrines):
            go_on_as_of_late(t.series, day, until)
            return t
        stop = min(day + LULL, until)
        t = play(t, laws, day, stop, doctrines)
        day = stop
    return t


def is_at_rest(t: Tables, day: int, doctrines: Doctrines = STANDARD) -> bool:
    """Return whether no ground has been held by the first side for so long, and none can change hands any more."""
    if day < LULL or t.series[day - LULL : day, _AREA].any():
        return False
    return not any(_can_attack(t, side, doctrines) for side in range(2))


def go_on_as_of_late(series: NDArray[np.float64], day: int, until: int) -> None:
    """Write the days from ``day`` on as the last days before were: totals grow at their pace, all else stays."""
    last = series[day - 1]
    pace = np.where(_IS_TOTAL, (last - series[day - 1 - OF_LATE]) / OF_LATE, 0.0)
    np.multiply(np.arange(1.0, until - day + 1.0)[:, None], pace, out=series[day:until])
    series[day:until] += last


def has_ground_to_take(t: Tables, side: int) -> bool:
    """Return whether the enemy holds a place that a side ``may_take`` (``sim.rules.command.aims``), all at a glance."""
    places = t.places
    open_to_it = (places["home"] == side) | (places["contested"] == 1) | (t.sides[side]["crosses_border"] == 1)
    return bool(((places["holder"] != side) & (places["spared"][:, side] < 1.0) & open_to_it).any())


def _can_attack(t: Tables, side: int, doctrines: Doctrines) -> bool:
    formations = t.formations
    if doctrines == STANDARD and t.sides[side]["assaults"] <= 0.0:
        sent = (formations["order"] == ASSAULT) | (formations["ordered"] != BY_DOCTRINE)
        if not (sent & (formations["side"] == side)).any():
            return False
    return has_ground_to_take(t, side)

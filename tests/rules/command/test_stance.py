"""Orders that lead to no place of the map are none: who gets one stands."""

import pytest

from sim.rules.command.stance import obey
from sim.vocabulary import ASSAULT, HOLD, MOVE, WITHDRAW
from tests.given import world

PLACES = 2


@pytest.mark.parametrize(
    ("order", "objective", "obeyed"),
    [
        (HOLD, -1, True),
        (HOLD, 1, True),
        (ASSAULT, 1, True),
        (MOVE, 0, True),
        (WITHDRAW, -1, True),
        (ASSAULT, -1, False),
        (MOVE, -2, False),
        (ASSAULT, PLACES, False),
        (HOLD, PLACES, False),
        (17, 1, False),
    ],
)
def test_who_is_sent_nowhere_stands(order: int, objective: int, obeyed: bool) -> None:  # noqa: FBT001 - a case
    w = world([{}] * PLACES, formations=[{"order": order, "objective": objective, "wait": 3}])
    (formation,) = w.formations
    obey(w)

    assert (formation.order, formation.objective, formation.wait) == (
        (order, objective, 3) if obeyed else (HOLD, -1, 0)
    )

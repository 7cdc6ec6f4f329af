import random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.agenda import Agenda
from sim.experiment.designs.design import StoppingDeclared
from sim.experiment.sweeps.batch import Task
from sim.experiment.sweeps.study import Values

POINTS: list[Values] = [{"x": float(n)} for n in range(4)]
RULE = StoppingDeclared(outcome="y", half_width=0.5, most=12)


def luck(point: int, replication: int) -> float:
    """Return an outcome whose spread grows with the point."""
    return point * random.Random(100 * point + replication).gauss(0, 1)  # noqa: S311 - no secret


def played(agenda: Agenda, order: random.Random, runs: int = 10**6) -> list[tuple[int, int]]:
    """Return the runs that an agenda asks for when they end in any order."""
    under_way: list[tuple[int, int]] = []
    over: list[tuple[int, int]] = []
    while len(over) < runs:
        under_way += [(task.point, r) for task in agenda.take(order.randint(1, 5)) for r in task.replications]
        if not under_way:
            break
        over.append(under_way.pop(order.randrange(len(under_way))))
        agenda.settle(*over[-1], luck(*over[-1]))
    return over


def test_every_point_is_taken_once_before_any_is_taken_twice_and_each_run_once() -> None:
    agenda = Agenda(POINTS[:2], 3, None)

    taken = [agenda.take(3), agenda.take(10), agenda.take(1)]

    assert taken[0] == [Task(0, POINTS[0], (0,)), Task(1, POINTS[1], (0,)), Task(0, POINTS[0], (1,))]
    assert [(task.point, task.replications) for task in taken[1]] == [(1, (1,)), (0, (2,)), (1, (2,))]
    assert taken[2] == []


def test_points_that_were_left_behind_come_first() -> None:
    agenda = Agenda(POINTS[:3], 2, None, pd.DataFrame({"point": [0, 2, 0], "replication": [0, 0, 1]}))

    assert [(task.point, task.replications) for task in agenda.take(9)] == [(1, (0,)), (1, (1,)), (2, (1,))]


def test_what_is_held_is_not_taken_again() -> None:
    agenda = Agenda(POINTS[:2], 2, None, pd.DataFrame({"point": [0, 1, 1], "replication": [1, 0, 1]}))

    assert agenda.take(10) == [Task(0, POINTS[0], (0,))]


@given(seed=st.integers(0, 10**6), other=st.integers(0, 10**6))
def test_stopping_asks_for_the_same_runs_whatever_order_they_end_in(seed: int, other: int) -> None:
    one, two = (played(Agenda(POINTS, 3, RULE), random.Random(order)) for order in (seed, other))  # noqa: S311

    assert sorted(one) == sorted(two)


@given(seed=st.integers(0, 10**6), stop=st.integers(0, 40))
def test_stopping_asks_for_the_same_runs_after_an_interruption(seed: int, stop: int) -> None:
    order = random.Random(seed)  # noqa: S311
    whole = played(Agenda(POINTS, 3, RULE), order)
    before = played(Agenda(POINTS, 3, RULE), order, stop)
    held = pd.DataFrame([(p, r, luck(p, r)) for p, r in before], columns=["point", "replication", "y"])
    after = played(Agenda(POINTS, 3, RULE, held), order)

    assert sorted(before + after) == sorted(whole)


@pytest.mark.parametrize(("point", "runs"), [(0, 3), (3, 12)])
def test_a_point_has_the_runs_that_its_spread_asks_for(point: int, runs: int) -> None:
    over = played(Agenda(POINTS, 3, RULE), random.Random(1))  # noqa: S311

    assert sum(p == point for p, _ in over) == runs


def test_a_point_whose_runs_fail_is_left_at_the_most() -> None:
    agenda = Agenda(POINTS[:1], 3, RULE)
    failed: list[int] = []
    while tasks := agenda.take(5):
        for task in tasks:
            agenda.settle(0, *task.replications)
            failed += task.replications

    assert failed == list(range(12))
    assert agenda.limit == 12

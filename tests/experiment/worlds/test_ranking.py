from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from sim.experiment.worlds.ranking import ranking
from sim.experiment.worlds.runs import Runs
from sim.vocabulary import SERIES

COUNT = 40


def runs(nash: float, kalai: float) -> Runs:
    """Return runs that all have the same leverage under each of two rules."""
    return Runs(
        draw=np.arange(COUNT) // 2,
        table=np.zeros(COUNT, dtype=np.int64),
        replication=np.arange(COUNT) % 2,
        mornings={name: np.ones((COUNT, 3)) for name in SERIES},
        talk_days=(0, 2),
        talks={
            name: np.full((COUNT, 2), value)
            for name, value in {
                "leverage_0": nash,
                "leverage_0 by nash": nash,
                "leverage_0 by kalai": kalai,
                "counter": 0.0,
                "zone": 1.0,
                "chance": 0.0,
            }.items()
        },
        agreed=np.full(COUNT, np.nan),
        holders=np.zeros((COUNT, 3, 1), dtype=np.int8),
    )


def test_scenarios_come_in_order_of_leverage_with_their_ranks_under_every_rule() -> None:
    played = {"first": runs(0.3, 0.3), "better": runs(0.4, 0.2), "worse": runs(0.2, 0.1)}

    found, agreement = ranking(list(played), played.__getitem__, ("Blue", "Red"), date(2000, 1, 1))

    assert [each.name for each in found] == ["better", "first", "worse"]
    assert found[0].rank == {"nash": 1, "kalai": 2}
    assert agreement == pytest.approx(0.5)
    assert found[1].contrast is None
    assert found[0].contrast
    assert found[0].contrast.depends_on_rule
    assert found[0].contrast.leverage_at_talks.band.mean == pytest.approx(0.1)


def test_a_run_without_a_value_does_not_spoil_a_rank() -> None:
    path = np.full((COUNT, 2), 0.4)
    path[0] = np.nan
    spoilt = runs(0.4, 0.4)
    spoilt = replace(spoilt, talks={**spoilt.talks, "leverage_0 by nash": path})
    played = {"first": runs(0.3, 0.3), "other": spoilt}

    found, _ = ranking(list(played), played.__getitem__, ("Blue", "Red"), date(2000, 1, 1))

    assert found[0].name == "other"

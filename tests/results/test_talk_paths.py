from datetime import date
from typing import Any

from sim.results.spread import Spread, required
from sim.results.talk_paths import Talked, spaced, talk_paths


def row(replication: int, day: int, leverage: float, adds: float) -> dict[str, Any]:
    """Return what a run's talks on a day come to."""
    return {
        "replication": replication,
        "talks_day": day,
        "leverage_0": leverage,
        "leverage_1": 1.0 - leverage,
        "chip_value_0": adds,
    }


def test_every_date_speaks_of_all_runs_and_a_run_that_agreed_keeps_its_last_talks() -> None:
    talks = [row(0, 0, 0.25, 0.125), row(1, 0, 0.75, 0.375), row(0, 7, 0.5, 0.0)]

    paths = talk_paths(talks, ["Blue", "Red"], date(2025, 2, 27))

    first, second = paths.dates
    assert [first.date, second.date] == ["2025-02-27", "2025-03-06"]
    assert (first.leverage["Blue"].mean, first.leverage["Red"].mean) == (0.5, 0.5)
    assert second.leverage["Blue"].mean == 0.625  # the run that agreed stays at .75
    assert [at.counter.mean for at in paths.dates] == [0.25, 0.1875]
    assert required(second.leverage["Blue"].low) < 0.625 < required(second.leverage["Blue"].high)
    assert paths.as_json()["counter"][1]["mean"] == 0.1875


def test_a_few_dates_of_a_path_hold_its_first_and_its_last() -> None:
    path = [Talked(str(day), {}, Spread(None, None, None), {}) for day in range(10)]

    assert [at.date for at in spaced(path, 4)] == ["0", "3", "6", "9"]
    assert spaced(path[:1], 4) == path[:1]
    assert spaced([], 4) == []

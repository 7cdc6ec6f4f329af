from datetime import date
from typing import Any

from sim.results.talk_paths import spaced, talk_paths


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

    first, second = paths["leverage_path"]
    assert [first["date"], second["date"]] == ["2025-02-27", "2025-03-06"]
    assert (first["Blue"]["mean"], first["Red"]["mean"]) == (0.5, 0.5)
    assert second["Blue"]["mean"] == 0.625  # the run that agreed stays at .75
    assert [at["mean"] for at in paths["counter"]] == [0.25, 0.1875]
    assert second["Blue"]["low"] < 0.625 < second["Blue"]["high"]


def test_a_few_dates_of_a_path_hold_its_first_and_its_last() -> None:
    path = [{"date": str(day)} for day in range(10)]

    assert [at["date"] for at in spaced(path, 4)] == ["0", "3", "6", "9"]
    assert spaced(path[:1], 4) == path[:1]
    assert spaced([], 4) == []

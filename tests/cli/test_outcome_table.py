from typing import Any

from sim.cli.outcome_table import by_date


def at(day: int, mean: float) -> dict[str, Any]:
    """Return a date of a path with its interval."""
    return {"date": f"2025-03-{day:02}", "mean": mean, "low": mean - 0.01, "high": mean + 0.01}


def told(*adds: float) -> dict[str, Any]:
    """Return what is told of paths on consecutive days."""
    days = range(1, len(adds) + 1)
    return {
        "leverage_path": [{"date": f"2025-03-{day:02}", "Blue": at(day, 0.3)} for day in days],
        "counter": [at(day, value) for day, value in zip(days, adds, strict=True)],
    }


def test_leverage_is_printed_by_date_and_the_counter_where_it_adds_most() -> None:
    *path, counter = by_date("Salient", "Blue", told(0.02, 0.05, 0.0))

    assert [line.split()[0] for line in path[1:]] == ["2025-03-01", "2025-03-02", "2025-03-03"]
    assert "0.020" in counter
    assert "most on 2025-03-02: 0.050" in counter


def test_a_counter_that_only_loses_worth_is_said_to_never_add_more() -> None:
    assert by_date("Salient", "Blue", told(0.05, 0.02))[-1].endswith("on the first day, and never more.")

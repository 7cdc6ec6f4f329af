"""Readouts: what the page says beside the map about each day of the run it shows."""

from collections.abc import Sequence
from typing import Any

from sim.report.days import Session
from sim.vocabulary import SERIES

COUNTS = ("casualties", "captured", "encircled")


def readouts(session: Session, replication: int, frames: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the figures of each frame, by side where there is one; before the first day nothing has happened yet.

    Leverage is that of the last talks by then.
    """
    series = session.series[session.replications.index(replication)]
    talks = session.talks[session.talks["replication"] == replication].sort_values("talks_day")
    areas = session.deployment.tables["places"]
    found = []
    for day, frame in enumerate(frames):
        known = talks[talks["talks_day"] <= day]
        if day == 0:
            held = [
                float(
                    sum(
                        area
                        for area, c, h in zip(areas["area"], areas["contested"], frame["holders"], strict=True)
                        if c and h == side
                    )
                )
                for side in "01"
            ]
            values = {name: [0.0, 0.0] for name in COUNTS}
        else:
            values = {name: _pair(series[day - 1], name) for name in COUNTS}
            held = _pair(series[day - 1], "area")
        found.append(
            {
                "date": frame["date"],
                "day": day,
                "leverage": [round(float(known[f"leverage_{side}"].iloc[-1]), 3) for side in (0, 1)],
                "zone": bool(known["zone"].iloc[-1]),
                "area": [round(value, 1) for value in held],
                **{name: [round(value) for value in pair] for name, pair in values.items()},
            }
        )
    return found


def _pair(row: Any, name: str) -> list[float]:  # noqa: ANN401 - a row of the series
    return [float(row[SERIES.index(f"{name}_{side}")]) for side in (0, 1)]

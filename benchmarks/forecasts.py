"""What the dated forecasts in docs/forecasts say, as one table.

Example:
    python benchmarks/forecasts.py
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "docs" / "forecasts"
MARKS = (1 / 4, 1 / 2, 1.0)
"""Shares of the campaign after which the area is told."""
KIND = "westphalia forecast"


def row(found: Mapping[str, Any]) -> str:
    """Return a forecast as a row of the table: medians with the middle 90 %."""
    low, middle, high = (found["levels"].index(level) for level in (0.05, 0.5, 0.95))
    days = [max(0, round(share * len(found["dates"])) - 1) for share in MARKS]
    areas = [
        f"{area[middle]:,.0f} [{area[low]:,.0f}, {area[high]:,.0f}] on {found['dates'][day]}"
        for day, area in ((day, found["area_km2"][day]) for day in days)
    ]
    taken = found["counts"][found["side"]]["captured"][-1]
    cells = [
        found["title"],
        found["made"],
        "<br>".join(areas),
        f"{taken[middle]:,.0f} [{taken[low]:,.0f}, {taken[high]:,.0f}]",
        ever(found["ring_closed"], middle),
        f"{found['got_out'][middle]:,.0f} [{found['got_out'][low]:,.0f}, {found['got_out'][high]:,.0f}]",
        ever(found["given_up"], middle),
        found["digest"],
    ]
    return f"| {' | '.join(cells)} |"


def ever(found: Mapping[str, Any], middle: int) -> str:
    """Return how probable something is, and its median date where half of the runs reach it."""
    when = found["date"][middle]
    return f"{found['probability']:.0%}" + (f", {when}" if when else "")


def main() -> int:
    """Print the table."""
    heads = ["theatre", "made", "area held, km2", "prisoners", "ring closes", "men who break out", "given up", "digest"]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for file in sorted(FOLDER.glob("*.json")):
        found = json.loads(file.read_text(encoding="utf-8"))
        if found.get("kind") == KIND:
            print(row(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())

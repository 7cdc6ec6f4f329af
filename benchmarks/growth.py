"""Growth: what a campaign costs as a theatre has more places and more formations.

    python benchmarks/growth.py --factors 1 2 4 8

The theatre is a lattice of places between two capitals, half of them held by either side, every place joined to its
neighbours by roads and to nothing else. Places grow with as many formations, formations with the places as they are.
Compiled, without talks, sixty days; processor time in turn, medians of rounds.
"""

import argparse
import json
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import read_scenario

COLUMNS, ROWS, TROOPS = 10, 5, 20
"""Places across and along at factor 1, and formations in all."""
DAYS = 60
STEP = 0.1
"""Degrees between places."""


def lattice(rows: int, troops: int) -> dict[str, object]:
    """Return a scenario of so many rows of places and so many formations, half of either side."""
    names = [[f"P{row}-{column}" for column in range(COLUMNS)] for row in range(rows)]
    owner = ["West" if column < COLUMNS // 2 else "East" for column in range(COLUMNS)]
    places = {
        names[row][column]: {
            "lat": 48.0 + STEP * row,
            "lon": 8.0 + STEP * 1.4 * column,
            "side": owner[column],
            "region": "Field",
        }
        for row in range(rows)
        for column in range(COLUMNS)
    }
    across = [(names[row][n], names[row][n + 1]) for row in range(rows) for n in range(COLUMNS - 1)]
    along = [(names[row][n], names[row + 1][n]) for row in range(rows - 1) for n in range(COLUMNS)]
    front = {"West": COLUMNS // 2 - 1, "East": COLUMNS // 2}
    formations = {
        f"{side} {number}": {"side": side, "strength": 2000, "place": names[number % rows][front[side]]}
        for side in front
        for number in range(troops // 2)
    }
    edge = [7.9, 47.9, 8.0 + STEP * 1.4 * COLUMNS, 48.0 + STEP * rows]
    return {
        "title": "Lattice",
        "start": "2030-05-01",
        "days": DAYS,
        "theatre": {
            "regions": {"Field": {"file": "field.geojson"}},
            "places": places,
            "roads": [{"from": one, "to": other, "class": "primary"} for one, other in (*across, *along)],
        },
        "sides": {
            "West": {"sustainment": {"depots": [names[0][0]], "trucks": 400}},
            "East": {"doctrine": {"assaults": True}, "sustainment": {"depots": [names[0][-1]], "trucks": 400}},
        },
        "order_of_battle": {"formations": formations},
        "_edge": edge,
    }


def deployed(rows: int, troops: int) -> Deployment:
    """Return a lattice ready to play."""
    content = lattice(rows, troops)
    west, south, east, north = content.pop("_edge")  # type: ignore[misc]
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "field.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}), encoding="utf-8")
        (folder / "lattice.yaml").write_text(json.dumps(content), encoding="utf-8")
        return deploy(read_scenario(folder / "lattice.yaml"))


def in_turn(deployments: list[Deployment], rounds: int) -> list[tuple[float, float]]:
    """Return the processor time of a campaign of each, ms, and how many times that of the first: medians of rounds.

    Each round plays all of them, one after the other, and ratios are taken within it; the first round is not counted.
    """
    times = [[_milliseconds(each, replication) for each in deployments] for replication in range(rounds + 1)][1:]
    return [
        (median(row[n] for row in times), median(row[n] / row[0] for row in times)) for n in range(len(deployments))
    ]


def _milliseconds(deployment: Deployment, replication: int) -> float:
    began = process_time()
    play(deployment.world(1, replication), deployment.laws, 0, DAYS)
    return 1000.0 * (process_time() - began)


def main() -> int:
    """Measure, and print a line a size."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--factors", type=int, nargs="+", default=[1, 2, 4, 8])
    options.add_argument("--rounds", type=int, default=25)
    options.add_argument("--json", action="store_true", help="print one JSON object")
    given = options.parse_args()
    print("the first run compiles", file=sys.stderr)
    sizes = {
        "places and formations": [(ROWS * factor, TROOPS * factor) for factor in given.factors],
        "formations alone": [(ROWS, TROOPS * factor) for factor in given.factors],
    }
    found = {
        what: [
            {"places": rows * COLUMNS, "formations": troops, "ms": ms, "times": times}
            for (rows, troops), (ms, times) in zip(pairs, measured, strict=True)
        ]
        for what, pairs in sizes.items()
        for measured in [in_turn([deployed(*pair) for pair in pairs], given.rounds)]
    }
    if given.json:
        print(json.dumps(found))
        return 0
    for what, measured in found.items():
        print(what)
        for each in measured:
            size = f"{each['places']:6} places{each['formations']:6} formations"
            print(f"  {size}{each['ms']:10.2f} ms{each['times']:8.2f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main())

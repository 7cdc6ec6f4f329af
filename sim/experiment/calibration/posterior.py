"""The posterior file: weighted draws as a table, and beside it what they were learnt from and of whom.

Another scenario takes over what it knows in the same way: a quantity with the same path, value, range and confidence is
the same unknown. All others, such as how many men there were on another day, are drawn from their own ranges.
"""

import json
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiment.worlds.ranges import ranged
from sim.results.strict_json import json_text
from sim.results.whole_files import write_whole
from sim.scenario.files.text_file import RESULTS, read_text
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

WEIGHT = "weight"
"""Column that says how much a row counts."""
KIND = "westphalia posterior"
DIGITS = 9


def beside(table: Path) -> Path:
    """Return the file that says what a posterior table was learnt from."""
    return table.with_suffix(".json")


def is_posterior(table: Path) -> bool:
    """Return whether a table has a file beside it that says what it was learnt from."""
    return table.suffix == ".csv" and beside(table).is_file()


def as_declared(quantity: Quantity) -> dict[str, Any]:
    """Return by what a quantity is known to be the same unknown elsewhere."""
    return {"value": float(quantity), "range": list(quantity.range), "confidence": quantity.confidence}


def write_posterior(
    table: Path,
    scenario: Scenario,
    points: Sequence[Mapping[str, float]],
    weight: NDArray[np.float64],
    learnt_from: Mapping[str, Any],
) -> None:
    """Write the draws that count with their weights, and beside them what they were learnt from, each file whole."""
    kept = [n for n in range(len(points)) if weight[n] > 0.0]
    rows = pd.DataFrame([{**points[n], WEIGHT: float(weight[n])} for n in kept])
    text = rows.to_csv(index=False, float_format=f"%.{DIGITS}g", lineterminator="\n")
    known = ranged(scenario)
    quantities = {path: as_declared(known[path]) for path in points[0]}
    about = json_text({"kind": KIND, **learnt_from, "quantities": quantities}, indent=1, ascii_only=False)
    table.parent.mkdir(parents=True, exist_ok=True)
    write_whole(table, lambda path: path.write_text(text, encoding="utf-8"))
    write_whole(beside(table), lambda path: path.write_text(about + "\n", encoding="utf-8"))


def read_posterior(table: Path, scenario: Scenario) -> tuple[dict[str, list[float]], list[float]]:
    """Return the draws of a posterior by those quantities that a scenario shares with it, and their weights.

    Quantities that a scenario moves together are taken over together or not at all.

    Raises:
        BadInput: one of its files cannot be read, or the scenario shares nothing with it.

    """
    declared = _declared_in(beside(table))
    try:
        rows = pd.read_csv(StringIO(read_text(table, "a posterior that `westphalia calibrate` has written", RESULTS)))
    except ValueError as wrong:
        raise BadInput(f"{table}: it cannot be read ({wrong}); calibrate again") from None
    here = ranged(scenario)
    shared = [name for name in rows.columns if name in here and declared.get(name) == as_declared(here[name])]
    for group in scenario.together:
        if not set(group) <= set(shared):
            shared = [name for name in shared if name not in group]
    if WEIGHT not in rows or not shared:
        raise BadInput(f"{table}: it knows nothing of this scenario; take a posterior of one that shares its laws")
    values = rows[[*shared, WEIGHT]].apply(pd.to_numeric, errors="coerce")
    bad = (~np.isfinite(values.to_numpy(float)).all(axis=1) | (values[WEIGHT] < 0.0)).to_numpy().nonzero()[0]
    if bad.size or not values[WEIGHT].sum() > 0.0:
        line = int(bad[0]) + 2 if bad.size else 1
        raise BadInput(f"{table}:{line}: a value or a weight is no number; calibrate again")
    return {name: values[name].tolist() for name in shared}, values[WEIGHT].tolist()


def _declared_in(file: Path) -> dict[str, Any]:
    """Return the quantities of the scenario that a posterior was learnt of, as it declared them."""
    try:
        found = json.loads(read_text(file, "what a posterior was learnt from", RESULTS))
        return dict(found["quantities"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise BadInput(f"{file}: it does not say what a posterior was learnt from ({wrong}); calibrate again") from None

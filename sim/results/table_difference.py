"""Differences between tables of runs: which column differs most, and by how much."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

TOLERANCE = 1e-9
"""Relative difference up to which numbers are the same but for the rounding of their arithmetic."""
UNIT = 1.0
"""Differences of a column whose values are all smaller than this are relative to it: shares and leverage are."""


@dataclass(frozen=True)
class Difference:
    """By how much two tables of one name differ, at the most."""

    table: str
    column: str
    relative: float
    """Largest difference in a column as a share of its largest value, or of 1; infinite where words or rows differ."""

    @property
    def is_rounding(self) -> bool:
        """Return whether it may come from the rounding of arithmetic alone."""
        return self.relative <= TOLERANCE

    def as_json(self) -> dict[str, Any]:
        """Return the difference as ``repro --json`` prints it."""
        return asdict(self)


def difference_between(name: str, kept: pa.Table, now: pa.Table) -> Difference | None:
    """Return the largest difference in the columns that two tables share, or None when they are equal bit for bit."""
    if kept.num_rows != now.num_rows:
        return Difference(name, f"{kept.num_rows} rows, not {now.num_rows}", float("inf"))
    one, other = kept.to_pandas(), now.to_pandas()
    found = {column: _relative(one[column], other[column]) for column in one if column in other}
    worst = max(found, key=lambda column: found[column], default="")
    return Difference(name, worst, found[worst]) if worst and found[worst] > 0.0 else None


def _relative(one: "pd.Series[Any]", other: "pd.Series[Any]") -> float:
    missing = one.isna()
    if not missing.equals(other.isna()):
        return float("inf")
    a, b = one[~missing], other[~missing]
    if not all(pd.api.types.is_numeric_dtype(each) and not pd.api.types.is_bool_dtype(each) for each in (a, b)):
        return 0.0 if a.astype(str).equals(b.astype(str)) else float("inf")
    first, second = a.to_numpy(dtype=float), b.to_numpy(dtype=float)
    if np.array_equal(first, second):
        return 0.0
    scale = max(UNIT, float(np.abs(first).max()), float(np.abs(second).max()))
    apart = float(np.abs(first - second).max()) / scale
    return apart if np.isfinite(apart) else float("inf")

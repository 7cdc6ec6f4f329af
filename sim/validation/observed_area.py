"""Observed area: what maps showed a side to hold, day by day."""

from pathlib import Path

import pandas as pd

from sim.scenario.shipped import file_meant
from sim.vocabulary import BadInput

DATE = "date"


def observed_area(file: Path, column: str | None = None) -> "pd.Series[float]":
    """Return observed areas by date, km2, from a table with a column ``date`` and one of areas.

    Without ``column`` the first column of numbers is taken. Days without a number are left out.

    Raises:
        BadInput: the file is not there, is no table, or has no such column or no dates.

    """
    try:
        table = pd.read_csv(file_meant(file))
    except FileNotFoundError:
        raise BadInput(f"{file}: there is no such file; name a table of observed areas") from None
    except (OSError, ValueError) as wrong:
        raise BadInput(f"{file}: it is no table ({wrong}); write comma-separated values with a line of names") from None
    if DATE not in table:
        raise BadInput(f'{file}:1: there is no column "{DATE}"; name the column of dates so')
    numeric = [str(name) for name in table if pd.api.types.is_numeric_dtype(table[name])]
    if column is not None and column not in numeric:
        raise BadInput(
            f'{file}:1: there is no column of numbers "{column}"; choose from {", ".join(numeric) or "none"}'
        )
    if not numeric:
        raise BadInput(f"{file}:1: there is no column of numbers; add one with areas in km2")
    dates = pd.to_datetime(table[DATE], format="%Y-%m-%d", errors="coerce")
    if dates.isna().any():
        line = int(dates.isna().to_numpy().argmax()) + 2
        raise BadInput(f'{file}:{line}: "{table[DATE].iloc[line - 2]}" is no date; write dates like 2024-09-01')
    areas = pd.Series(table[column or numeric[0]].to_numpy(float), index=dates, name=column or numeric[0])
    return areas.dropna().sort_index()

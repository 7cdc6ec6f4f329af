"""Observed area: what maps showed a side to hold, day by day."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

import pandas as pd

from sim.scenario.files.faults import listed
from sim.validation.observed_table import DATE, Faults, Table, read_table
from sim.vocabulary import BadInput

NUMBER: Final = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
EARTH: Final = 5.2e8
"""Square kilometres beyond which there is no ground."""
YEARS: Final = range(1000, 3000)


def observed_area(file: Path, column: str | None = None) -> "pd.Series[float]":
    """Return observed areas by date, km2, from a table with a column ``date`` and one of areas.

    Without ``column`` there must be one column of measurements: columns without a name, of truth values, of years and
    of row numbers hold none. An empty cell says that nothing was observed; any other that is no area is a fault.

    Raises:
        BadInput: the file is no table of areas by date, more than one column could be meant, or cells are no areas.

    """
    table = read_table(file)
    name = _chosen(table, column)
    seen: dict[object, int] = {}
    areas: list[float] = []
    days: list[str] = []
    faults = Faults(file)
    for (line, text), day in zip(table.cells(name), table.dates(), strict=True):
        if not text:
            continue
        first = seen.setdefault(day, line)
        if first != line:
            faults.add(line, f"{day} stands on line {first} already", "keep one of the two")
        elif wrong := _wrong(text):
            faults.add(line, f'"{text}" is no area', wrong)
        else:
            areas.append(float(text))
            days.append(str(day))
    faults.end()
    if not areas:
        raise BadInput(f'{file}:1: the column "{name}" has no number; name one with areas in km2 by --column')
    dates = pd.to_datetime(pd.Series(days), format="%Y-%m-%d")
    return pd.Series(areas, index=pd.DatetimeIndex(dates), name=name).sort_index()


def other_areas(file: Path, column: str) -> "dict[str, pd.Series[float]]":
    """Return the areas of every other sound column of a table that is named after areas: other map sets of the same."""
    table = read_table(file)
    others = {}
    for name in table.names:
        if name != column and re.search("km2|area", name.casefold()):
            with suppress(BadInput):
                others[name] = observed_area(file, name)
    return others


def _chosen(table: Table, column: str | None) -> str:
    """Return the column of areas: the one that is named, or the only one there is."""
    date = table.column(DATE)
    measured = [name for name in table.names if name and name != date and _is_measured(table, name)]
    if column is not None:
        name = table.column(column)
        if name not in measured:
            remedy = f"choose from {listed(measured) or 'none'}"
            raise BadInput(f'{table.file}:1: there is no column of numbers "{column}" to score; {remedy}')
        return name
    if not measured:
        raise BadInput(f"{table.file}:1: there is no column of numbers; add one with areas in km2")
    if len(measured) > 1:
        several = f"{len(measured)} columns have numbers: {listed(measured)}"
        raise BadInput(f"{table.file}:1: {several}; name one of them by --column")
    return measured[0]


def _is_measured(table: Table, name: str) -> bool:
    """Return whether a column may hold measurements; one that is named after areas does if it has numbers at all."""
    texts = [text for _, text in table.cells(name) if text]
    numbers = [float(text) for text in texts if NUMBER.fullmatch(text)]
    if not numbers or name.casefold().startswith("unnamed"):
        return False
    if re.search("km2|area", name.casefold()):
        return True
    are_years = "year" in name.casefold() and all(number in YEARS for number in numbers)
    are_rows = numbers == [numbers[0] + n for n in range(len(numbers))] and numbers[0] in {0.0, 1.0}
    return not (are_years or (are_rows and len(numbers) > 1))


def _wrong(text: str) -> str | None:
    """Return what to do about a cell that is no area, or None."""
    if NUMBER.fullmatch(text):
        value = float(text)
        return None if 0.0 <= value <= EARTH else "an area is no less than 0 and no more than the earth"
    if NUMBER.fullmatch(text.replace(",", "")):
        return f"write {text.replace(',', '')} without the comma, and a point before decimals"
    return "write a number of km2, or leave the cell empty where nothing was observed"

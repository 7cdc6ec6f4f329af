"""Observed tables: comma-separated values by date, of which no cell is dropped, guessed or counted twice."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

from sim.scenario.declaration import CALENDAR_DAY
from sim.scenario.files.faults import MOST_FAULTS, listed, suggestion
from sim.scenario.files.shipped import file_meant
from sim.scenario.files.spelling import spelt
from sim.scenario.files.text_file import MEGABYTE, UnreadableError, read_text
from sim.vocabulary import BadInput

DATE: Final = "date"
LARGEST: Final = 16 * MEGABYTE
SEPARATORS: Final = ",;\t"


@dataclass(frozen=True)
class Table:
    """The cells of a table as they are written."""

    file: Path
    names: list[str]
    """Names of the columns, in the order of the file; empty where a column has none."""
    rows: list[tuple[int, list[str]]]
    """The line and the cells of each row."""

    def cells(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the line and the text of each cell of a column."""
        column = self.names.index(name)
        return ((line, row[column]) for line, row in self.rows)

    def column(self, name: str) -> str:
        """Return the name of a column as the file writes it, whatever its case.

        Raises:
            BadInput: there is no such column.

        """
        found = [each for each in self.names if each.casefold() == name.casefold()]
        if not found:
            there = listed([each for each in self.names if each])
            raise BadInput(
                f'{self.file}:1: there is no column "{name}"; {suggestion(name, self.names, f"there are: {there}")}'
            )
        return found[0]

    def dates(self) -> list[date]:
        """Return the date of each row.

        Raises:
            BadInput: a date is none; each is told with its line.

        """
        found: list[date] = []
        faults = Faults(self.file)
        for line, text in self.cells(self.column(DATE)):
            try:
                found.append(date.fromisoformat(text if CALENDAR_DAY.fullmatch(text) else ""))
            except ValueError:
                faults.add(line, f'"{text}" is no date', "write dates like 2024-09-01")
        faults.end()
        return found


class Faults:
    """The faults of a table's cells, told together once all have been looked at."""

    def __init__(self, file: Path) -> None:
        """Begin without any."""
        self.file = file
        self.messages: list[str] = []

    def add(self, line: int, message: str, remedy: str) -> None:
        """Note what is wrong on a line."""
        self.messages.append(f"{self.file}:{line}: {message}; {remedy}")

    def end(self) -> None:
        """Raise the first of what was noted, if anything was.

        Raises:
            BadInput: something was.

        """
        if self.messages:
            rest = len(self.messages) - MOST_FAULTS
            more = [f"{self.file}: {rest} more faults follow; mend these first"] if rest > 0 else []
            raise BadInput(*self.messages[:MOST_FAULTS], *more)


def read_table(file: Path) -> Table:
    """Return the table that a file holds, its cells without the spaces around them.

    Raises:
        BadInput: the file cannot be read, or a row has not as many cells as the line of names.

    """
    try:
        text = read_text(file_meant(file), "a table of comma-separated values", LARGEST)
    except UnreadableError as wrong:
        raise BadInput(f"{file}: {wrong.message}; {wrong.remedy}") from None
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    rows: list[tuple[int, list[str]]] = []
    faults = Faults(file)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = [spelt(cell).strip() for cell in next(reader, [])]
        for row in reader:
            cells = [spelt(cell).strip() for cell in row]
            if len(cells) == len(names):
                rows.append((reader.line_num, cells))
            elif any(cells):
                message = f"there are {len(cells)} cells, but {len(names)} names on line 1"
                faults.add(reader.line_num, message, "write as many cells as names, and no comma in numbers")
    except csv.Error as wrong:
        faults.add(reader.line_num, f"it is no table ({wrong})", "write comma-separated values with a line of names")
        names = names if reader.line_num > 1 else []
    faults.end()
    if not any(names):
        raise BadInput(f"{file}: it is no table; write comma-separated values with a line of names")
    for n, name in enumerate(names):
        if name and name in names[:n]:
            raise BadInput(f'{file}:1: two columns are named "{name}"; rename one of them')
    return Table(file, names, rows)

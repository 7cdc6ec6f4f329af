"""A row: one thing of the world, at once a plain object and a record of a table."""

from typing import Annotated

Pair = Annotated[list[float], ("f8", 2)]
"""One value for each side."""


class Row:
    """A row of a table as an object with the same names."""

    def __init__(self, **values: object) -> None:
        for name, value in values.items():
            setattr(self, name, value)

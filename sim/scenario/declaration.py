"""A declaration: a part of a scenario, unchangeable once read, that accepts no key it does not know.

Values are taken as they are written: a truth value is no number, text is no number and a number is no date.
"""

import datetime as dt
import re
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

CALENDAR_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Declaration(BaseModel):
    """The rules by which every part of a scenario is read."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True, populate_by_name=True
    )


def _day(written: object) -> object:
    """Return a day written as text, as files of results keep it, as a day; anything else as it is."""
    if isinstance(written, str) and CALENDAR_DAY.fullmatch(written):
        try:
            return dt.date.fromisoformat(written)
        except ValueError:
            return written
    return written


Day = Annotated[dt.date, BeforeValidator(_day)]
"""A day of the calendar, written like 2025-03-01."""
Share = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole, from none to all of it."""

"""A file of ORBAT Mapper: sides, groups and the tree of units, each with its symbol, men and places, as it is written.

The form is that of its scenario files from 0.6.0 on; what is not needed for an order of battle is not looked at.
"""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, Field, ValidationError, model_validator

from sim.scenario.files.text_file import MEGABYTE, read_text
from sim.vocabulary import BadInput

LARGEST: Final = 32 * MEGABYTE
"""Bytes of a file; the largest that its makers publish has a hundredth."""
Moment = Annotated[dt.datetime, AfterValidator(lambda when: when if when.tzinfo else when.replace(tzinfo=dt.UTC))]
"""A time as text or in milliseconds since 1970; that of Greenwich, where it does not say which."""
Longitude = Annotated[float, Field(ge=-360, le=360)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Position = tuple[Longitude, Latitude] | tuple[Longitude, Latitude, float]
"""Degrees, and a height perhaps."""


class Part(BaseModel):
    """A part of the file; but for a location, null says no more than nothing."""

    @model_validator(mode="before")
    @classmethod
    def _said(cls, given: object) -> object:
        if not isinstance(given, dict):
            return given
        return {key: value for key, value in given.items() if value is not None or key == "location"}


class People(Part):
    """Men of one sort in a unit."""

    count: float = Field(ge=0, le=1e8, allow_inf_nan=False)
    on_hand: Annotated[float, Field(ge=0, le=1e8, allow_inf_nan=False)] | None = Field(None, alias="onHand")


class State(Part):
    """What changes for a unit at a time."""

    t: Moment
    """When."""
    location: Position | None = None


class Unit(Part):
    """A unit, and those below it."""

    name: str
    sidc: str = ""
    short: str = Field("", alias="shortName")
    units: list["Unit"] = Field([], alias="subUnits")
    location: Position | None = None
    states: list[State] = Field([], alias="state")
    personnel: list[People] = []

    @property
    def men(self) -> float:
        """Men of its own, without those of the units below it."""
        return sum(each.count if each.on_hand is None else each.on_hand for each in self.personnel)


class Group(Part):
    """A group of a side's units."""

    units: list[Unit] = Field([], alias="subUnits")


class Side(Part):
    """A side."""

    name: str
    identity: str = Field("", alias="standardIdentity")
    groups: list[Group] = []
    units: list[Unit] = Field([], alias="subUnits")

    @property
    def all_units(self) -> list[Unit]:
        """The highest units of the side, in whatever group."""
        return [*self.units, *(unit for group in self.groups for unit in group.units)]


class OrbatFile(Part):
    """A scenario of ORBAT Mapper."""

    type: Literal["ORBAT-mapper"]
    name: str = ""
    start: Moment | None = Field(None, alias="startTime")
    sides: list[Side]


def read_orbat(file: Path) -> OrbatFile:
    """Return what a file of ORBAT Mapper holds.

    Raises:
        BadInput: the file cannot be read, or is no scenario of ORBAT Mapper.

    """
    text = read_text(file, "a scenario that ORBAT Mapper saved (JSON)", LARGEST)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        told = "it is nested too deeply" if isinstance(wrong, RecursionError) else str(wrong)
        raise BadInput(f"{file} is no JSON: {told}; save the scenario from ORBAT Mapper anew") from None
    if not isinstance(document, dict) or document.get("type") != "ORBAT-mapper":
        encrypted = isinstance(document, dict) and document.get("type") == "ORBAT-mapper-encrypted"
        why = "is encrypted; save it without a password" if encrypted else "is no scenario of ORBAT Mapper; save one"
        raise BadInput(f"{file} {why}")
    try:
        return OrbatFile.model_validate(document)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"] if not str(step).startswith("tuple"))
        what = re.sub(r"dictionary or instance of \w+", "object", first["msg"].lower())
        raise BadInput(f"{file}: {where}: {what}; correct it in ORBAT Mapper and save anew") from None

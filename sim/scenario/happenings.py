"""Happenings: dated events outside the will of the headquarters."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import Confidence

Level = Annotated[float, Field(ge=0, le=1)]


class _Dated(Declaration):
    date: date
    source: str = ""
    confidence: Confidence = "low"
    note: str = ""


class SupportChanges(_Dated):
    """A supporter's intelligence, arms deliveries or money go to a new level, from none (0) to all it can give (1)."""

    kind: Literal["support"]
    supporter: str
    intelligence: Level | None = None
    materiel: Level | None = None
    money: Level | None = None


class RoadIsDamaged(_Dated):
    """A road or its crossing is damaged, or repaired (damage 0)."""

    kind: Literal["road"]
    until: date | None = None
    """Day on which repair begins; on the next day if not given. The damage holds until then."""
    start: Annotated[str, Field(alias="from")]
    end: Annotated[str, Field(alias="to")]
    damage: Level


class LinkIsHindered(_Dated):
    """A link by air, sea or rail loses a share of its capacity, or has it back (hindered 0)."""

    kind: Literal["link"]
    link: str
    hindered: Level


class MudSets(_Dated):
    """Weather takes a share of road speed and capacity."""

    kind: Literal["mud"]
    level: Annotated[float, Field(ge=0, lt=1)]


class WithdrawalIsDecided(_Dated):
    """Politics allow or forbid a side to leave foreign ground, or order it to."""

    kind: Literal["withdrawal"]
    side: str
    allowed: bool
    ordered: bool = False
    """Whether all its formations are to leave foreign ground in the contested region, in danger or not."""


class CeasefireHolds(_Dated):
    """Both sides cease fire, or open it again: assaults, strikes, raids and the daily exchange of fire."""

    kind: Literal["ceasefire"]
    holds: bool


class TrucksChange(_Dated):
    """A side gains or loses lorries."""

    kind: Literal["trucks"]
    side: str
    change: float


class WillChanges(_Dated):
    """A shock to a side's will."""

    kind: Literal["will"]
    side: str
    change: Annotated[float, Field(ge=-1, le=1)]


HappeningDeclared = Annotated[
    SupportChanges
    | RoadIsDamaged
    | LinkIsHindered
    | MudSets
    | WithdrawalIsDecided
    | CeasefireHolds
    | TrucksChange
    | WillChanges,
    Field(discriminator="kind"),
]

"""Events: dated events outside the will of the headquarters."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.dated import Dated
from sim.scenario.declaration import Day, Share


class SupportChanges(Dated):
    """A supporter's intelligence, arms deliveries or money go to a new level, from none (0) to all it can give (1)."""

    kind: Literal["support"]
    supporter: str
    """Power whose help changes."""
    intelligence: Share | None = None
    """New level of lent intelligence, in [0, 1]."""
    materiel: Share | None = None
    """New level of arms deliveries, in [0, 1]."""
    money: Share | None = None
    """New level of money, in [0, 1]."""


class RoadIsDamaged(Dated):
    """A road or its crossing is damaged, or repaired (damage 0)."""

    kind: Literal["road"]
    until: Day | None = None
    """Day on which repair begins; on the next day if not given. The damage holds until then."""
    start: Annotated[str, Field(alias="from")]
    """Place at one end of the road."""
    end: Annotated[str, Field(alias="to")]
    """Place at its other end."""
    damage: Share
    """Share of its capacity that is lost."""


class LinkIsHindered(Dated):
    """A link by air, sea or rail loses a share of its capacity, or has it back (hindered 0)."""

    kind: Literal["link"]
    link: str
    """Name of the link."""
    hindered: Share
    """Share of what it carries that is kept back."""


class FormationInfiltrates(Dated):
    """A formation comes out of hiding in a place behind the enemy's front: surprise there, and no supplies."""

    kind: Literal["infiltration"]
    formation: str
    """Formation that comes out."""
    place: str
    """Place behind the enemy's front where it does."""


class MudSets(Dated):
    """Weather takes a share of road speed and capacity."""

    kind: Literal["mud"]
    level: Annotated[float, Field(ge=0, lt=1)]
    """Share of speed and capacity that roads lose."""


class WithdrawalIsDecided(Dated):
    """Politics allow or forbid a side to leave foreign ground, or order it to."""

    kind: Literal["withdrawal"]
    side: str
    """Side whose politics decide."""
    allowed: bool
    """Whether it may leave foreign ground in the contested region."""
    ordered: bool = False
    """Whether all its formations are to leave foreign ground in the contested region, in danger or not."""


class CeasefireHolds(Dated):
    """Both sides cease fire, or open it again: assaults, strikes, raids and the daily exchange of fire."""

    kind: Literal["ceasefire"]
    holds: bool
    """Whether it holds from this day on."""


class TrucksChange(Dated):
    """A side gains or loses trucks."""

    kind: Literal["trucks"]
    side: str
    """Side that gains or loses them."""
    change: Annotated[float, Field(ge=-1e6, le=1e6)]
    """Number of trucks gained; negative for a loss."""


class WillChanges(Dated):
    """A shock to a side's will."""

    kind: Literal["will"]
    side: str
    """Side whose will changes."""
    change: Annotated[float, Field(ge=-1, le=1)]
    """Change of its will, in [-1, 1]."""


class PlaceFalls(Dated):
    """A place goes to a side by a ruling, whatever the battle gave; its defenders fall back as from a lost place."""

    kind: Literal["falls"]
    place: str
    """Place that falls."""
    side: str
    """Side that has it from then on."""


class MenAreRuled(Dated):
    """A formation loses or gains men by a ruling; the lost count as killed and wounded."""

    kind: Literal["men"]
    formation: str
    """Formation that is ruled on."""
    change: Annotated[float, Field(ge=-1e6, le=1e6)]
    """Men gained; negative for a loss."""


EventDeclared = Annotated[
    SupportChanges
    | RoadIsDamaged
    | LinkIsHindered
    | FormationInfiltrates
    | MudSets
    | WithdrawalIsDecided
    | CeasefireHolds
    | TrucksChange
    | WillChanges
    | PlaceFalls
    | MenAreRuled,
    Field(discriminator="kind"),
]

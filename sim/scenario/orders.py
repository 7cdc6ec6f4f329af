"""Orders: what a commander orders by hand, from a date on; whoever is ordered nothing goes by the standard doctrine."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.dated import Dated

Weight = Annotated[float, Field(ge=0, le=10)]


class HoldOrdered(Dated):
    """A formation holds where it stands, whatever the danger, until it is ordered otherwise."""

    kind: Literal["hold"]
    formation: str
    """Formation that is ordered."""


class AttackOrdered(Dated):
    """A formation goes to a place, assaults it, and holds it once it is taken."""

    kind: Literal["attack"]
    formation: str
    """Formation that is ordered."""
    place: str
    """Place to take."""
    weight: Weight = 2.0
    """Weight of the place in the side's plan from then on, as that of an axis."""


class WithdrawalOrdered(Dated):
    """A formation goes back, under fire, and holds where it ends."""

    kind: Literal["withdraw"]
    formation: str
    """Formation that is ordered."""
    place: str | None = None
    """Place to go to; if not given, the first on the way to a depot that borders no enemy."""


class ReserveOrdered(Dated):
    """A formation goes to a place of its own side and waits there."""

    kind: Literal["reserve"]
    formation: str
    """Formation that is ordered."""
    place: str
    """Place to wait in."""


class DoctrineRestored(Dated):
    """A formation is commanded by the standard doctrine again."""

    kind: Literal["doctrine"]
    formation: str
    """Formation that is ordered."""


class AxisOrdered(Dated):
    """A side's plan of attack aims at a place, as its declared axes do."""

    kind: Literal["axis"]
    side: str
    """Side that plans."""
    place: str
    """Place that the plan aims at."""
    weight: Weight
    """Weight of the place; 0 to aim at it no more."""


class StrikesOrdered(Dated):
    """All sorties of a side go against one kind of target."""

    kind: Literal["strikes"]
    side: str
    """Side that strikes."""
    against: Literal["roads", "crossings", "depots", "assemblies", "command", "all"]
    """Kind of target; all for the sorties that the side declares."""


OrderDeclared = Annotated[
    HoldOrdered | AttackOrdered | WithdrawalOrdered | ReserveOrdered | DoctrineRestored | AxisOrdered | StrikesOrdered,
    Field(discriminator="kind"),
]

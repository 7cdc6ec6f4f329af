"""Talks: what is at stake at the table, and what war costs those who sit at it."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import Quantity, quantity


class IssueDeclared(Declaration):
    """One divisible thing at stake."""

    weights: dict[str, Quantity] = quantity("1", "What all of it is worth to each side, in units of its own.")
    if_war: Quantity | None = quantity(
        "1", "First side's share of it if both fight on; for the contested region it is what the campaign leaves.", None
    )


class PatienceDeclared(Declaration):
    """What delay costs a side, and how success changes what it wants."""

    discounting: Quantity = quantity("1/day", "Rate at which the side discounts what comes later.")
    exhaustion: Quantity = quantity("1/day", "Hazard that its war ends for want of will, when its will is gone.")
    pressure: Quantity = quantity("1/day", "Hazard that third parties other than mediators end its war.")
    emboldening: Quantity = quantity(
        "1", "Growth of what the territory is worth to it, per share of the territory gained of late; 0 for none."
    )


class WarCostDeclared(Declaration):
    """What fighting on costs a side, in units of the whole package."""

    casualties: Quantity = quantity("1/1000 men", "Cost of a thousand killed and wounded.")
    captured: Quantity = quantity("1/1000 men", "Cost of a thousand prisoners.")
    time: Quantity = quantity("1/day", "Cost of a day of war in money and exhaustion.")


class AgreementDeclared(Declaration):
    """Whether talks can end the war early."""

    hazard: Quantity = quantity("1/day", "Hazard of an agreement while the moment is ripe; 0 switches it off.")
    hurt: Quantity = quantity("1/day", "Cost of war above which a stalemate hurts a side.")
    worthwhile: Quantity = quantity("1", "Gain of territory, as a share, for which a side still prefers to fight on.")
    guarantee: Quantity = quantity("1", "Share of a later shift in power that agreements undo without mediators.")


class TalksDeclared(Declaration):
    """The table."""

    rule: Literal["nash", "alternating_offers"] = "nash"
    """Bargaining rule: asymmetric Nash, or alternating offers with outside options."""
    territory: str
    """The issue that the contested region is; what the campaign leaves of it is its disagreement share."""
    whole: Quantity = quantity("km2", "Area of the contested region that counts as all of that issue.")
    chips: dict[str, list[str]] = Field(default_factory=dict)
    """Named sets of places whose value at the table is asked for, beside that of all foreign ground held."""
    issues: Annotated[dict[str, IssueDeclared], Field(min_length=1)]
    patience: dict[str, PatienceDeclared]
    costs: dict[str, WarCostDeclared]
    agreement: AgreementDeclared
    every: Annotated[int, Field(ge=1)]
    """Days between talks."""
    horizon: Annotated[int, Field(ge=1)]
    """Days that fighting on is looked ahead."""
    rollouts: Annotated[int, Field(ge=2)]
    """Campaigns played ahead at each talk, at the most."""
    precision: Quantity = quantity("1", "Standard error of disagreement values at which fewer do; 0 for the most.")
    perceived: bool = True
    """Whether the sides' own pictures are played ahead too, and not the truth alone."""

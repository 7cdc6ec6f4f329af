"""Talks: what is at stake at the table, and what war costs those who sit at it."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import SHARE, Quantity, quantity


class IssueDeclared(Declaration):
    """One thing at stake."""

    weights: dict[str, Quantity] = quantity(
        "1", "What all of it is worth to each side, in units of its own.", bounds=(0, 1000)
    )
    if_war: Quantity | None = quantity(
        "1",
        "First side's share of it if both fight on; for the contested region it is what the campaign leaves.",
        None,
        bounds=SHARE,
    )
    divisible: bool = True
    """Whether each side can have a part of it; if not, all of it goes to one of them."""


class PatienceDeclared(Declaration):
    """What delay costs a side, and how success changes what it wants."""

    discounting: Quantity = quantity("1/day", "Rate at which the side discounts what comes later.", bounds=(0, 10))
    exhaustion: Quantity = quantity(
        "1/day", "Hazard that its war ends for want of will, when its will is gone.", bounds=(0, 10)
    )
    pressure: Quantity = quantity(
        "1/day", "Hazard that third parties other than mediators end its war.", bounds=(0, 10)
    )
    emboldening: Quantity = quantity(
        "1",
        "Growth of what the territory is worth to it, per share of the territory gained of late; 0 for none.",
        bounds=(0, 1000),
    )


class WarCostDeclared(Declaration):
    """What fighting on costs a side, in the unit of its weights of issues."""

    casualties: Quantity = quantity("1/1000 men", "Cost of a thousand killed and wounded.", bounds=(0, 1000))
    captured: Quantity = quantity("1/1000 men", "Cost of a thousand prisoners.", bounds=(0, 1000))
    time: Quantity = quantity("1/day", "Cost of a day of war in money and exhaustion.", bounds=(0, 10))


class AgreementDeclared(Declaration):
    """Whether talks can end the war early."""

    hazard: Quantity = quantity(
        "1/day", "Hazard of an agreement while the moment is ripe; 0 switches it off.", bounds=(0, 100)
    )
    hurt: Quantity = quantity("1/day", "Cost of war above which a stalemate hurts a side.", bounds=(0, 10))
    worthwhile: Quantity = quantity(
        "1", "Gain of territory, as a share, for which a side still prefers to fight on.", bounds=SHARE
    )
    guarantee: Quantity = quantity(
        "1", "Share of a later shift in power that agreements undo without mediators.", bounds=SHARE
    )


class TalksDeclared(Declaration):
    """The table."""

    rule: Literal["nash", "kalai", "kalai_smorodinsky", "alternating_offers"] = "nash"
    """Bargaining rule: asymmetric Nash, proportional, Kalai-Smorodinsky, or alternating offers with outside options."""
    territory: str
    """The issue that the contested region is; what the campaign leaves of it is its disagreement share."""
    whole: Quantity = quantity(
        "km2", "Area of the contested region that counts as all of that issue.", bounds=(0.01, 1e8)
    )
    chips: dict[str, list[str]] = Field(default_factory=dict)
    """Named sets of places whose value at the table is asked for, beside that of all foreign ground held."""
    issues: Annotated[dict[str, IssueDeclared], Field(min_length=1)]
    """What is at stake, by name."""
    patience: dict[str, PatienceDeclared]
    """What delay costs each side, by side."""
    costs: dict[str, WarCostDeclared]
    """What fighting on costs each side, by side."""
    agreement: AgreementDeclared
    every: Annotated[int, Field(ge=1, le=1000)]
    """Days between talks."""
    horizon: Annotated[int, Field(ge=1, le=1000)]
    """Days that fighting on is looked ahead."""
    rollouts: Annotated[int, Field(ge=2, le=10000)]
    """Campaigns played ahead at each talk, at the most."""
    precision: Quantity = quantity(
        "1", "Standard error of disagreement values at which fewer do; 0 for the most.", bounds=SHARE
    )
    perceived: bool = True
    """Whether the sides' own pictures are played ahead too, and not the truth alone."""

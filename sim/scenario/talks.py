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
    """What delay costs a side."""

    discounting: Quantity = quantity("1/day", "Rate at which the side discounts what comes later.")
    exhaustion: Quantity = quantity("1/day", "Hazard that its war ends for want of will, when its will is gone.")
    pressure: Quantity = quantity("1/day", "Hazard that third parties end its war, at full pressure.")


class WarCostDeclared(Declaration):
    """What fighting on costs a side, in units of the whole package."""

    casualties: Quantity = quantity("1/1000 men", "Cost of a thousand killed and wounded.")
    captured: Quantity = quantity("1/1000 men", "Cost of a thousand prisoners.")
    time: Quantity = quantity("1/day", "Cost of a day of war in money and exhaustion.")


class TalksDeclared(Declaration):
    """The table."""

    rule: Literal["nash", "alternating_offers"] = "nash"
    """Bargaining rule: asymmetric Nash, or alternating offers with outside options."""
    territory: str
    """The issue that the contested region is; what the campaign leaves of it is its disagreement share."""
    whole: Quantity = quantity("km2", "Area of the contested region that counts as all of that issue.")
    issues: Annotated[dict[str, IssueDeclared], Field(min_length=1)]
    patience: dict[str, PatienceDeclared]
    costs: dict[str, WarCostDeclared]
    every: Annotated[int, Field(ge=1)]
    """Days between talks."""
    horizon: Annotated[int, Field(ge=1)]
    """Days that fighting on is looked ahead."""
    rollouts: Annotated[int, Field(ge=2)]
    """Campaigns played ahead at each talk."""

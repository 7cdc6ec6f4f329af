"""Talks: what is at stake at the table, and what war costs those who sit at it."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import SHARE, Quantity, quantity

OLD_REACH = 3
"""Look-aheads of the first form that the new one plays: nine in ten wars that end at random end within 2.3 of them."""


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
    area: Quantity | None = quantity(
        "km2", "Its area, if it is land, so that a swap has a rate.", None, bounds=(0.01, 1e8)
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
        "Growth of its belief in its own power, in ln of the ratio, per share of the territory gained of late.",
        bounds=(0, 1000),
    )
    power: Quantity | None = quantity(
        "1",
        "Worth of fighting on that a unit of ln power in its favour adds; without it, beliefs change nothing.",
        None,
    )
    claim: Quantity | None = quantity(
        "1", "What it claims in public, as part of all that is contested; none without it.", None, bounds=SHARE
    )
    audience: Quantity | None = quantity(
        "1", "Cost at home of settling below its claim, per part ceded; none without it.", None, bounds=(0, 1000)
    )
    breakdown: Quantity | None = quantity(
        "1",
        "What it has if pressure ends its war, as part of all that is contested; without it, as much as fighting on.",
        None,
        bounds=SHARE,
    )


class WarCostDeclared(Declaration):
    """What fighting on costs a side, in the unit of its weights of issues."""

    casualties: Quantity = quantity("1/1000 men", "Cost of a thousand killed and wounded.", bounds=(0, 1000))
    captured: Quantity = quantity("1/1000 men", "Cost of a thousand prisoners.", bounds=(0, 1000))
    time: Quantity = quantity("1/day", "Cost of a day of war in money and exhaustion.", bounds=(0, 10))


class AgreementDeclared(Declaration):
    """Whether talks can end the war early."""

    hazard: Quantity = quantity(
        "1/day", "Hazard of an agreement at the joint gain that `gain` names; 0 switches it off.", bounds=(0, 100)
    )
    hurt: Quantity = quantity("1/day", "Cost of war above which a stalemate hurts a side.", bounds=(0, 10))
    worthwhile: Quantity = quantity(
        "1", "Gain of territory, as a share, for which a side still prefers to fight on.", bounds=SHARE
    )
    gain: Quantity | None = quantity(
        "1",
        "Joint gain, as both see it, at which agreements come at `hazard`; without it any gain will do.",
        None,
        bounds=(1e-6, 2),
    )
    guarantee: Quantity = quantity(
        "1", "Share of a later shift in power that agreements undo without mediators.", bounds=SHARE
    )


class ElsewhereDeclared(Declaration):
    """The rest of the war: what moves the share of what else is fought over."""

    issue: str
    """The issue that is fought over outside the theatre; its `if_war` is the share on the first day."""
    drift: Quantity = quantity("1/day", "Change of the share per unit of ln of the ratio of men there.", bounds=(0, 10))
    aid: Quantity = quantity(
        "1/day", "Change of the share per unit of foreign arms beside full support.", bounds=(0, 10)
    )
    noise: Quantity = quantity("1/day^0.5", "Standard deviation of the change of the share in a day.", bounds=(0, 1))
    lag: Quantity = quantity("days", "Time until men who are free in the theatre are there.", bounds=(0, 1000))
    men: dict[str, Quantity] = quantity("men", "Men of each side in all of the war.", bounds=(1, 1e9))


class TalksDeclared(Declaration):
    """The table."""

    rule: Literal["nash", "kalai", "kalai_smorodinsky", "alternating_offers"] = "nash"
    """Bargaining rule: asymmetric Nash, proportional, Kalai-Smorodinsky, or alternating offers with outside options."""
    territory: str = ""
    """The issue that the contested ground is; what the campaign leaves of it is its disagreement share."""
    whole: Quantity = quantity(
        "km2", "Area of the contested region that counts as all of that issue.", bounds=(0.01, 1e8)
    )
    chips: dict[str, list[str]] = Field(default_factory=dict)
    """Named sets of places whose value at the table is asked for, beside that of all foreign ground held."""
    issues: Annotated[dict[str, IssueDeclared], Field(min_length=1)]
    """What is at stake, by name."""
    elsewhere: ElsewhereDeclared | None = None
    """What moves the rest of the war; without it, every other issue keeps its `if_war`."""
    patience: dict[str, PatienceDeclared]
    """What delay costs each side, by side."""
    costs: dict[str, WarCostDeclared]
    """What fighting on costs each side, by side."""
    agreement: AgreementDeclared
    every: Annotated[int, Field(ge=1, le=1000)]
    """Days between talks."""
    end: Quantity | None = quantity(
        "1/day",
        "Rate at which the war ends from outside; without it, one over `horizon`, and then no count of days.",
        None,
        bounds=(1e-4, 1000),
    )
    fading: Quantity | None = quantity(
        "1/day", "Rate at which losses fade behind the days played ahead; without it they go on.", None, bounds=(0, 10)
    )
    horizon: Annotated[int, Field(ge=1, le=1000)]
    """Days that are played ahead, after which worth stays and losses fade; a matter of accuracy, not of the model."""
    rollouts: Annotated[int, Field(ge=2, le=1000)]
    """Campaigns played ahead from each talk with `--exact`, and from the first day in any case, at the most."""
    precision: Quantity = quantity(
        "1", "Standard error of disagreement values at which fewer do; 0 for the most.", bounds=SHARE
    )
    doubt: Quantity | None = quantity(
        "1", "Standard deviation of opening beliefs of ln power; without it, or `noise`, they do not learn.", None
    )
    noise: Quantity | None = quantity(
        "1", "Standard deviation of what a week of battle shows of ln power.", None, bounds=(1e-6, 1e6)
    )
    branches: Annotated[int, Field(ge=1, le=1000)] = 2
    """Futures of a run behind its last day, its own among them, and behind each event that nobody foresees.

    A run that talks on its last day alone, or is played in a world of its own, has its own future alone.
    """
    forks: Annotated[int, Field(ge=1, le=1000)] = 10
    """One in so many dates of talks before an event, or the end, has two futures that earlier dates look to as well."""
    counter_runs: Annotated[int, Field(ge=1, le=1000)] = 3
    """One in so many runs asks on every date what the counter adds; the others on the first and the last date."""
    exact: bool = False
    """Whether talks rest on rollouts from their own day alone, and not on branches of the run."""
    perceived: bool = True
    """Whether the sides bargain by their own beliefs, and not by the truth."""

    @property
    def end_rate(self) -> float:
        """Return the rate at which the war ends from outside, 1/day."""
        return 1.0 / self.horizon if self.end is None else float(self.end)

    @property
    def look_ahead(self) -> int:
        """Return the days that are played ahead: as declared, or thrice the look-ahead of a file of the first form."""
        return min(OLD_REACH * self.horizon, 1000) if self.end is None else self.horizon

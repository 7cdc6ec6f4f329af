"""The words that every floor shares: what a formation is doing, what a series measures, what a ledger accounts for."""

from typing import Final, NamedTuple

LINE, SPECIAL = range(2)
"""Kinds of formation: line formations hold and assault; special forces also raid behind the line."""

AWAITED, PRESENT, DESTROYED, LEFT = range(4)
"""Status of a formation."""

HOLD, ASSAULT, MOVE, WITHDRAW = range(4)
"""Orders."""

FREE, POROUS, SEALED = range(3)
"""Encirclement: not cut off; cut off by road but not on foot; cut off entirely."""

(
    INTELLIGENCE_SUPPORT,
    MATERIEL_SUPPORT,
    ROAD_DAMAGE,
    MUD,
    LEAVE_TO_WITHDRAW,
    TRUCKS,
    WILL,
    MONEY_SUPPORT,
    ORDER_TO_WITHDRAW,
    CEASEFIRE,
    LINK,
    INFILTRATION,
    AXIS,
    STRIKES,
    ORDERED,
    RULED_GROUND,
    RULED_MEN,
) = (*range(12), 12, 14, 19, 24, 25)
"""Kinds of event. An axis counts from ``AXIS`` by side, sorties from ``STRIKES`` by kind of target, an order to a
formation from ``ORDERED`` by what it is to do."""

BY_DOCTRINE, TO_HOLD, TO_ATTACK, TO_WITHDRAW, TO_WAIT = range(5)
"""What a formation is ordered to do by hand."""

TARGETS: Final = ("roads", "crossings", "depots", "assemblies", "command")
"""What sorties are flown against."""

FAR: Final = 1e18
"""The distance of what cannot be reached, km."""

CRUMB: Final = 1e-9
"""Tonnes too few to send."""

LEVEL, TOTAL, FLOW = "level", "total", "flow"
"""Kinds of measure: as it stands at the end of a day; summed since the first day; of that day alone."""


class Measure(NamedTuple):
    """What a column of the daily series measures."""

    name: str
    label: str
    """In words, as charts and tables are headed."""
    unit: str
    kind: str = LEVEL
    by_side: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of the series that hold it; the suffix is the side."""
        return (f"{self.name}_0", f"{self.name}_1") if self.by_side else (self.name,)

    @property
    def heading(self) -> str:
        """Return the label with its unit; a share has none."""
        return self.label if self.unit == "1" else f"{self.label}, {self.unit}"


MEASURES: Final = (
    Measure("area", "Contested ground held", "km²"),
    Measure("strength", "Men in the ranks", "men"),
    Measure("casualties", "Killed and wounded", "men", TOTAL),
    Measure("captured", "Prisoners lost", "men", TOTAL),
    Measure("stock_days", "Supplies at hand", "days"),
    Measure("effect", "Effect of supply on fighting power", "1"),
    Measure("delivered", "Supplies delivered", "t/day", FLOW),
    Measure("intelligence", "Coverage of the battlefield by intelligence", "1"),
    Measure("aimed", "Share of fire that is aimed", "1"),
    Measure("morale", "Morale", "1"),
    Measure("will", "Will to go on", "1"),
    Measure("encircled", "Men cut off", "men"),
    Measure("assaults", "Formations under assault orders", "formations", FLOW),
    Measure("places", "Places held", "places"),
    Measure("roads_cut", "Roads cut", "roads"),
    Measure("trucks", "Trucks", "trucks"),
    Measure("sealed", "Men in sealed pockets", "men"),
    Measure("porous", "Men cut off by road alone", "men"),
    Measure("displaced", "Civilians displaced", "people", by_side=False),
    Measure("harmed", "Civilians killed and wounded", "people", TOTAL, by_side=False),
)
"""What is measured every day: the one place that names, labels and units come from."""

POCKETS: Final = ("sealed", "porous")
"""Measures of men in pockets."""

SERIES: Final = tuple(column for measure in MEASURES for column in measure.columns)
"""Columns of the daily series; the suffix is the side."""


def measured(name: str) -> Measure:
    """Return the measure of a name, such as ``area``."""
    return next(measure for measure in MEASURES if measure.name == name)


MEN, GROUND, SHORTAGES, SUPPLY, HITS, ORDERS, MORALE, WILL_LOST = (
    "men",
    "ground",
    "shortages",
    "supply",
    "hits",
    "orders",
    "morale",
    "will",
)
"""Families of causes: ``men`` sums to all who left the ranks, ``ground`` to all that fell."""


class Cause(NamedTuple):
    """What a column of the ledger accounts for, by day and by the side to which it happened."""

    name: str
    words: str
    """As sentences of the report end: "61 % assaulting, 39 % taken prisoner"."""
    unit: str
    family: str


CAUSES: Final = (
    Cause("lost_holding", "holding", "men", MEN),
    Cause("lost_assaulting", "assaulting", "men", MEN),
    Cause("lost_defending", "under assault", "men", MEN),
    Cause("lost_assembling", "assembling", "men", MEN),
    Cause("lost_withdrawing", "withdrawing", "men", MEN),
    Cause("lost_breaking_out", "breaking out", "men", MEN),
    Cause("lost_by_ruling", "by an umpire's ruling", "men", MEN),
    Cause("surrendered", "taken prisoner", "men", MEN),
    Cause("dispersed", "dispersed", "men", MEN),
    Cause("encircled", "newly cut off", "men", ORDERS),
    Cause("broke_out", "out of a sealed pocket", "men", ORDERS),
    Cause("joined", "who joined the ranks", "men", ORDERS),
    Cause("withdrawals", "ordered to withdraw", "formations", ORDERS),
    Cause("rear_guards", "ordered to cover a withdrawal", "formations", ORDERS),
    Cause("routs", "that broke", "formations", ORDERS),
    Cause("area_by_assault", "with its defenders beaten", "km²", GROUND),
    Cause("area_undefended", "with hardly anybody there", "km²", GROUND),
    Cause("area_by_ruling", "by an umpire's ruling", "km²", GROUND),
    Cause("supply_short_of_trucks", "for want of trucks", "t", SHORTAGES),
    Cause("supply_short_of_road", "for want of road", "t", SHORTAGES),
    Cause("supply_destroyed", "destroyed on the way", "t", SHORTAGES),
    Cause("supply_received", "received", "t", SUPPLY),
    Cause("supply_used", "used", "t", SUPPLY),
    Cause("supply_abandoned", "abandoned", "t", SUPPLY),
    Cause("roads_hit", "roads hit by the enemy", "hits", HITS),
    Cause("crossings_hit", "crossings hit by the enemy", "hits", HITS),
    Cause("depots_hit", "depots hit by the enemy", "hits", HITS),
    Cause("assemblies_hit", "assembly areas hit by the enemy", "hits", HITS),
    Cause("command_hit", "command posts hit by the enemy", "hits", HITS),
    Cause("raids", "raids by the enemy", "raids", HITS),
    Cause("infiltrated", "places seized from within by the enemy", "places", HITS),
    Cause("alarms", "assaults noticed in time", "alarms", HITS),
    Cause("surprises", "places times days under an assault that surprised", "place-days", HITS),
    Cause("morale_lost_to_losses", "morale lost to losses", "men", MORALE),
    Cause("morale_lost_to_shortage", "morale lost to shortage", "men", MORALE),
    Cause("morale_lost_in_pockets", "morale lost in pockets", "men", MORALE),
    Cause("morale_restored", "morale restored", "men", MORALE),
    Cause("will_lost_to_losses", "will lost to losses", "1", WILL_LOST),
    Cause("will_lost_to_symbols", "will lost to symbolic places", "1", WILL_LOST),
    Cause("will_lost_to_setbacks", "will lost to setbacks", "1", WILL_LOST),
    Cause("will_lost_to_want", "will lost to want", "1", WILL_LOST),
)
"""What moves the measures: the one place that the ledger, the report and the balance of men come from.

The unit of morale is morale times men, that of will a share of the greatest will.
"""

LEDGER: Final = tuple(f"{cause.name}_{side}" for cause in CAUSES for side in range(2))
"""Columns of the ledger of causes, by day; the suffix is the side to which it happened."""


def family(name: str) -> tuple[Cause, ...]:
    """Return the causes of a family, such as ``men``."""
    return tuple(cause for cause in CAUSES if cause.family == name)


class BadInput(Exception):  # noqa: N818 - what the user gave, not an error of the program
    """Input that the user must mend: one message a fault, each with its place and remedy."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages

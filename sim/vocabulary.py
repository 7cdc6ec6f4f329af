"""The words that every floor shares: what a formation is doing, what a series measures, what a ledger accounts for."""

from typing import Final

LINE, SPECIAL = range(2)
"""Kinds of formation: line formations hold and assault; special forces also raid behind the line."""

AWAITED, PRESENT, DESTROYED, LEFT = range(4)
"""Status of a formation."""

HOLD, ASSAULT, MOVE, WITHDRAW = range(4)
"""Orders."""

FREE, POROUS, SEALED = range(3)
"""Encirclement: not cut off; cut off by road but not on foot; cut off entirely."""

INTELLIGENCE_SUPPORT, MATERIEL_SUPPORT, ROAD_DAMAGE, MUD, LEAVE_TO_WITHDRAW, TRUCKS, WILL = range(7)
"""Kinds of happening."""

FAR: Final = 1e18
"""The distance of what cannot be reached, km."""

SERIES: Final = tuple(
    f"{measure}_{side}"
    for measure in (
        "area",
        "strength",
        "casualties",
        "captured",
        "stock_days",
        "effect",
        "delivered",
        "intelligence",
        "aimed",
        "morale",
        "will",
        "encircled",
        "assaults",
        "places",
        "roads_cut",
        "trucks",
    )
    for side in range(2)
) + ("displaced", "harmed")
"""Columns of the daily series; the suffix is the side."""

LEDGER: Final = tuple(
    f"{reason}_{side}"
    for reason in (
        "lost_holding",
        "lost_assaulting",
        "lost_defending",
        "lost_withdrawing",
        "lost_in_pockets",
        "area_by_assault",
        "area_by_withdrawal",
        "supply_short_of_trucks",
        "supply_short_of_road",
        "supply_destroyed",
        "strikes",
        "surprises",
    )
    for side in range(2)
)
"""Columns of the ledger of reasons: what a side lost, and by what cause; men, km2 or t."""


class BadInput(Exception):  # noqa: N818 - what the user gave, not an error of the program
    """Input that the user must mend: one message a fault, each with its place and remedy."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages

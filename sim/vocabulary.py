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
) = range(10)
"""Kinds of happening."""

FAR: Final = 1e18
"""The distance of what cannot be reached, km."""

SERIES: Final = (
    *(
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
    ),
    "displaced",
    "harmed",
)
"""Columns of the daily series; the suffix is the side."""

LEDGER: Final = tuple(
    f"{reason}_{side}"
    for reason in (
        "lost_holding",
        "lost_assaulting",
        "lost_defending",
        "lost_withdrawing",
        "lost_breaking_out",
        "surrendered",
        "dispersed",
        "encircled",
        "broke_out",
        "withdrawals",
        "rear_guards",
        "routs",
        "area_by_assault",
        "area_undefended",
        "supply_short_of_trucks",
        "supply_short_of_road",
        "supply_destroyed",
        "supply_received",
        "supply_used",
        "supply_abandoned",
        "roads_hit",
        "crossings_hit",
        "depots_hit",
        "raids",
        "alarms",
        "surprises",
        "morale_lost_to_losses",
        "morale_lost_to_shortage",
        "morale_lost_in_pockets",
        "morale_restored",
        "will_lost_to_losses",
        "will_lost_to_symbols",
        "will_lost_to_setbacks",
        "will_lost_to_want",
    )
    for side in range(2)
)
"""Columns of the ledger of reasons, by day; the suffix is the side to which it happened.

``lost_*``, ``surrendered`` and ``dispersed`` are men who left the ranks, and sum to all who did; ``encircled`` men
newly cut off, ``broke_out`` men who came out of a sealed pocket; ``withdrawals`` and ``rear_guards`` orders given,
``routs`` formations that broke; ``area_*`` contested ground lost, km2, where formations held it or where hardly more
than a screen did; ``supply_*``
tonnes; ``roads_hit``, ``crossings_hit``, ``depots_hit`` and ``raids`` what the enemy hit; ``alarms`` assaults noticed
in time, ``surprises`` places times days under one that surprised; ``morale_*`` morale times men; ``will_*`` shares of
the greatest will.
"""


class BadInput(Exception):  # noqa: N818 - what the user gave, not an error of the program
    """Input that the user must mend: one message a fault, each with its place and remedy."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages

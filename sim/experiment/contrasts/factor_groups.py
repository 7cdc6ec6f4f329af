"""Factor groups: which factor of the campaign each part of a scenario belongs to."""

from collections.abc import Mapping, Sequence
from typing import Final

from sim.scenario.files.located import Steps

FACTORS: Final = ("force", "supply", "intelligence", "aid", "diplomacy", "ground", "calendar")
"""Every factor, in the order in which results list them."""

PLACES_OF_PARTS: Final = (
    ("sides.*.sustainment.reliance", "aid"),
    ("sides.*.sustainment.dependence", "aid"),
    ("sides.*.sustainment", "supply"),
    ("sides.*.deep_fires", "supply"),
    ("sides.*.reconnaissance", "intelligence"),
    ("sides.*.will", "diplomacy"),
    ("sides", "force"),
    ("supporters.*.coverage", "intelligence"),
    ("supporters.*.intelligence", "intelligence"),
    ("supporters", "aid"),
    ("mediators", "diplomacy"),
    ("held", "force"),
    ("order_of_battle", "force"),
    ("orders", "force"),
    ("damaged", "supply"),
    ("laws.intelligence", "intelligence"),
    ("laws.supply", "supply"),
    ("laws.interdiction", "supply"),
    ("laws.road_capacity", "supply"),
    ("laws.society", "diplomacy"),
    ("laws.aid", "aid"),
    ("laws.terrain", "ground"),
    ("laws", "force"),
    ("talks", "diplomacy"),
    ("theatre.roads", "supply"),
    ("theatre", "ground"),
    ("contested", "diplomacy"),
    ("start", "calendar"),
    ("days", "calendar"),
    ("against", "calendar"),
    ("together", "calendar"),
)
"""Parts of a scenario by their path, ``*`` for any name, and the factor each belongs to; the first that fits counts."""

KINDS_OF_EVENTS: Final = {
    "road": "supply",
    "trucks": "supply",
    "mud": "ground",
    "withdrawal": "force",
    "will": "diplomacy",
    "ceasefire": "diplomacy",
    "link": "supply",
    "infiltration": "force",
    "falls": "force",
    "men": "force",
}
"""Kinds of event and the factor each belongs to; support belongs by what of it changes."""


def factor_of(steps: Steps) -> str:
    """Return the factor that the part of a scenario at a path belongs to.

    Raises:
        KeyError: no factor is known for it.

    """
    for place, factor in PLACES_OF_PARTS:
        if _leads_to(place.split("."), steps):
            return factor
    raise KeyError(steps)


def factor_of_event(event: Mapping[str, object]) -> str:
    """Return the factor that one effect of an event belongs to."""
    if event["kind"] == "support":
        return "intelligence" if event.get("intelligence") is not None else "aid"
    return KINDS_OF_EVENTS[str(event["kind"])]


def _leads_to(place: Sequence[str], steps: Steps) -> bool:
    return len(place) <= len(steps) and all(
        name in ("*", step) for name, step in zip(place, steps[: len(place)], strict=True)
    )

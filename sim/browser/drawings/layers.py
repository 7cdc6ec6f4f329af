"""Layers: what a map can show besides troops, roads and fronts - beliefs, civilians, support."""

import math
from collections.abc import Collection, Iterator
from html import escape
from typing import Final

from sim.browser.drawings.cartography import Ground
from sim.browser.drawings.troops_drawing import FRAMES, RAISED, men_in_words
from sim.browser.snapshot import Snapshot
from sim.scenario.scenario import Scenario

SIGHT, CIVILIANS = "sight", "civilians"
"""Layers that are drawn only when somebody wants to see them."""
TOLD: Final = 50.0
"""Men believed to be in a place from which they are drawn."""
WEEK: Final = 7
"""Days back to the front that is drawn as a ghost."""
GIVEN: Final = ("intelligence", "materiel", "money")
"""What supporters give, in the columns of their table."""


def extra_layers(ground: Ground, today: Snapshot, layers: Collection[str]) -> str:
    """Return those layers that were asked for, as SVG."""
    parts: list[str] = []
    if CIVILIANS in layers:
        parts += _civilians(ground, today)
    if SIGHT in layers:
        parts += [believed_drawing(ground, today, side) for side in range(2)]
    return "".join(parts)


def believed_drawing(ground: Ground, today: Snapshot, side: int) -> str:
    """Return the enemy as a side believes him to stand: dashed frames with men, at his places."""
    return "".join(_believed(ground, today, side))


def ghost_of(snapshots: list[Snapshot], day: int) -> list[int] | None:
    """Return who held each place a week before a day; None in the first week."""
    holders: list[int] = list(snapshots[day - WEEK].places["holder"]) if day >= WEEK else []
    return holders or None


def support_badges(scenario: Scenario, today: Snapshot) -> str:
    """Return what each supporter gives today, as HTML; nothing where it is not known."""
    sides = list(scenario.sides)
    if not today.supporters:
        return ""
    badges = []
    for n, (name, power) in enumerate(scenario.supporters.items()):
        levels = ", ".join(f"{kind} {today.supporters[kind][n]:.0%}" for kind in GIVEN)
        scarce = " withheld" if min(today.supporters[kind][n] for kind in GIVEN[:2]) <= 0.0 else ""
        badges.append(f'<span class="badge s{sides.index(power.side)}{scarce}"><b>{escape(name)}</b> {levels}</span>')
    return "".join(badges)


def _believed(ground: Ground, today: Snapshot, side: int) -> Iterator[str]:
    for place, (holder, men) in enumerate(zip(today.places["holder"], today.places["picture"], strict=True)):
        if holder != side and men >= TOLD:
            yield (
                f'<g transform="translate({ground.x[place]:.2f} {ground.y[place]:.2f})">'
                f'<g class="px troops believed s{1 - side}" data-place="{place}" data-pick="place:{place}">'
                f'<g transform="translate(0 {RAISED})"><path class="frame" d="{FRAMES[1 - side]}"/>'
                f'<text class="sof" y="3">?</text><text class="men" x="16" y="7">{men_in_words(men)}</text></g></g></g>'
            )


def _civilians(ground: Ground, today: Snapshot) -> Iterator[str]:
    for place, people in enumerate(today.places["civilians"]):
        if people >= 1.0:
            radius = min(30.0, 0.35 * math.sqrt(people))
            yield (
                f'<g transform="translate({ground.x[place]:.2f} {ground.y[place]:.2f})">'
                f'<circle class="px civilians" r="{radius:.1f}"/></g>'
            )

"""The troops drawn: formations by standard symbols with their strength, and the assaults and withdrawals of the day.

Frames as in NATO's APP-6 seen from the first side: its own formations are rectangles, those of the second diamonds.
"""

import math
from collections.abc import Iterator
from html import escape

from sim.browser.drawings.app6 import short_of, symbol_of
from sim.browser.drawings.cartography import Ground
from sim.browser.snapshot import Snapshot
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import ASSAULT, PRESENT, SPECIAL, WITHDRAW

FRAMES = ("M-13-9H13V9H-13Z", "M0-13L15 0 0 13-15 0Z")
"""The frame of a symbol of either side, in pixels around its centre."""
CROSSES = ("M-13-9L13 9M-13 9L13-9", "M-7.5-6.5L7.5 6.5M-7.5 6.5L7.5-6.5")
"""Crossed straps: troops that hold the line."""
RAISED = -20
"""How far over its place a symbol stands, pixels."""
SHORTENED = 0.82
"""Share of the way to its objective that an arrow covers."""
THOUSAND = 1000.0
SCARCE = (1.0, 2.0)
"""Days of supply below which they are very scarce, and scarce."""


def troops_drawing(ground: Ground, deployment: Deployment, today: Snapshot) -> str:
    """Return arrows and symbols as SVG: one symbol for all of a side's formations in a place."""
    return "".join([*_arrows(ground, deployment, today), *_symbols(ground, deployment, today)])


def stacks(deployment: Deployment, today: Snapshot) -> dict[tuple[int, int], list[int]]:
    """Return the formations present, as rows by (place, side)."""
    sides = deployment.tables["formations"]["side"].tolist()
    stacked: dict[tuple[int, int], list[int]] = {}
    for n, status in enumerate(today.formations["status"]):
        if status == PRESENT:
            stacked.setdefault((today.formations["place"][n], sides[n]), []).append(n)
    return stacked


def days_of_supply(today: Snapshot, rows: list[int]) -> float:
    """Return for how many days the supplies of some formations last at today's use."""
    use = sum(today.formations["use"][n] for n in rows)
    return sum(today.formations["stock"][n] for n in rows) / use if use > 0.0 else 0.0


def supply_class(days: float) -> int:
    """Return how scarce supplies are: 0 below a day, 1 below two, 2 beyond."""
    return sum(days >= bound for bound in SCARCE)


def men_in_words(men: float) -> str:
    """Return a number of men as maps write it."""
    return f"{men / THOUSAND:.1f}k" if men >= THOUSAND else f"{men:.0f}"


def _symbols(ground: Ground, deployment: Deployment, today: Snapshot) -> Iterator[str]:
    table = deployment.tables["formations"]
    bodies = list(deployment.scenario.order_of_battle.formations.items())
    from_right = sorted(stacks(deployment, today).items(), key=lambda each: -ground.x[each[0][0]])
    for (place, side), rows in from_right:  # figures stand at the right of a sign, and must lie over the next one
        men = sum(today.formations["strength"][n] for n in rows)
        kept = men / sum(float(table["established"][n]) for n in rows)
        special = all(table["kind"][n] == SPECIAL for n in rows)
        cut = any(not today.formations["reached"][n] for n in rows) and today.day > 0
        pick = f"formation:{rows[0]}" if len(rows) == 1 else f"place:{place}"
        sign = '<text class="sof" y="3">SOF</text>' if special else f'<path class="straps" d="{CROSSES[side]}"/>'
        plain = f'<g class="plain"><path class="frame" d="{FRAMES[side]}"/>{sign}</g>'
        ring = f'<path class="ring" d="{FRAMES[side]}"/>' if cut else ""
        name, body = bodies[max(rows, key=lambda n: today.formations["strength"][n])]
        app6 = f'<use class="app6" href="#app6-{symbol_of(name, body, side)}"/>'
        short = f'<text class="short" x="-16" y="4">{escape(short_of(name, body))}</text>' if len(rows) == 1 else ""
        many = f'<text class="many" x="16" y="-5">{len(rows)}</text>' if len(rows) > 1 else ""
        days = days_of_supply(today, rows)
        supply = f'<text class="days d{supply_class(days)}" x="16" y="17">{days:.1f} d</text>'
        length = 26 * min(1.0, kept)
        yield (
            f'<g transform="translate({ground.x[place]:.2f} {ground.y[place]:.2f})">'
            f'<g class="px troops s{side}{" starved" if cut else ""}" data-place="{place}" data-pick="{pick}">'
            f'<g transform="translate(0 {RAISED})">{plain}{app6}{ring}{short}{many}'
            f'<path class="bar" d="M-13 12.5H13"/><path class="bar kept" d="M-13 12.5h{length:.1f}"/>'
            f'<text class="men" x="16" y="7">{men_in_words(men)}</text>{supply}</g></g></g>'
        )


def _arrows(ground: Ground, deployment: Deployment, today: Snapshot) -> Iterator[str]:
    sides = deployment.tables["formations"]["side"].tolist()
    moves: dict[tuple[int, int, int, int], float] = {}
    for n, order in enumerate(today.formations["order"]):
        there = today.formations["objective"][n]
        if today.formations["status"][n] == PRESENT and order in (ASSAULT, WITHDRAW) and there >= 0:
            move = (today.formations["place"][n], there, sides[n], order)
            moves[move] = moves.get(move, 0.0) + today.formations["strength"][n]
    for (here, there, side, order), men in moves.items():
        dx, dy = ground.x[there] - ground.x[here], ground.y[there] - ground.y[here]
        kind = "assault" if order == ASSAULT else "withdrawal"
        line = f"M{ground.x[here]:.2f} {ground.y[here]:.2f}l{dx * SHORTENED:.2f} {dy * SHORTENED:.2f}"
        width = min(7.0, 1.2 + math.sqrt(men / THOUSAND) * 1.6)
        yield (f'<path class="arrow {kind} s{side}" marker-end="url(#head{side})" style="--w:{width:.1f}" d="{line}"/>')

"""The network drawn: the state of roads, the supplies that flow on them, pockets and today's strikes."""

import math
from collections.abc import Iterator
from typing import Any

from sim.browser.drawings.cartography import Ground
from sim.browser.snapshot import Snapshot
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import FREE, PRESENT, SEALED

UNDER_FIRE = 0.02
"""Share of its traffic that a road loses from end to end, from which it is drawn as under fire."""
STAR = "M0-9L2.2-3.2 8-6.5 4-1.2 9 2 3 2.6 4 9 0 4.5-4 9-3 2.6-9 2-4-1.2-8-6.5-2.2-3.2Z"
"""A burst, in pixels around its centre."""


def network_drawing(ground: Ground, deployment: Deployment, today: Snapshot, before: Snapshot | None) -> str:
    """Return what a day adds to roads and places as SVG: pockets, crosses on cut roads, strikes."""
    parts = [*_pockets(ground, today), *_crosses(ground, deployment, today)]
    if before is not None:
        parts += _strikes(ground, deployment, today, before)
    return "".join(parts)


def road_states(deployment: Deployment, today: Snapshot) -> list[str]:
    """Return the state of each road."""
    lengths = deployment.tables["roads"]["length"].tolist()
    return [road_state(*state) for state in zip(today.roads["damage"], today.roads["hazard"], lengths, strict=True)]


def flows(today: Snapshot) -> list[tuple[int, int, float]]:
    """Return each road on which supplies flowed today, whose they were, and the width of their line in pixels."""
    holders = today.roads["holder"]
    return [(n, holders[n], round(flow_width(flow), 1)) for n, flow in enumerate(today.roads["flow"]) if flow]


def road_state(damage: float, hazard: float, length: float) -> str:
    """Return whether a road is ``cut``, ``fire`` (under it) or ``open``."""
    if damage >= 1.0:
        return "cut"
    return "fire" if lost_on(hazard, length) >= UNDER_FIRE else "open"


def lost_on(hazard: float, length: float) -> float:
    """Return the share of traffic that a road loses from end to end."""
    return 1.0 - math.exp(-hazard * length)


def flow_width(tonnes: float) -> float:
    """Return the width of the line that shows a flow of supplies, pixels: its area grows with the tonnes."""
    return min(14.0, 0.55 * math.sqrt(abs(tonnes)))


def _crosses(ground: Ground, deployment: Deployment, today: Snapshot) -> Iterator[str]:
    for n, damage in enumerate(today.roads["damage"]):
        if damage >= 1.0:
            x, y = _middle(ground, deployment.tables["roads"][n])
            yield f'<g transform="translate({x:.2f} {y:.2f})"><path class="px cross" d="M-5-5L5 5M-5 5L5-5"/></g>'


def _pockets(ground: Ground, today: Snapshot) -> Iterator[str]:
    formations = today.formations
    tightest: dict[int, int] = {}
    for n, pocket in enumerate(formations["pocket"]):
        if formations["status"][n] == PRESENT and pocket != FREE:
            place = formations["place"][n]
            tightest[place] = max(pocket, tightest.get(place, FREE))
    for place, pocket in tightest.items():
        kind = "sealed" if pocket == SEALED else "porous"
        yield f'<path class="pocket {kind} s{today.places["holder"][place]}" d="{ground.cells[place]}"/>'


def _strikes(ground: Ground, deployment: Deployment, today: Snapshot, before: Snapshot) -> Iterator[str]:
    for n, road in enumerate(deployment.tables["roads"]):
        if today.roads["damage"][n] > before.roads["damage"][n]:
            yield _burst(*_middle(ground, road))
    for n, (x, y) in enumerate(zip(ground.x, ground.y, strict=True)):
        if today.places["depot_damage"][n] > before.places["depot_damage"][n]:
            yield _burst(x, y)


def _burst(x: float, y: float) -> str:
    return f'<g transform="translate({x:.2f} {y:.2f})"><path class="px burst" d="{STAR}"/></g>'


def _middle(ground: Ground, road: Any) -> tuple[float, float]:  # noqa: ANN401 - a record of the table of roads
    a, b = int(road["a"]), int(road["b"])
    return (ground.x[a] + ground.x[b]) / 2, (ground.y[a] + ground.y[b]) / 2

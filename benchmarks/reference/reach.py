"""Reach: which parts of the front the men in a place cover, and how far they are enveloped."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from sim.world.constants import Constants

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign

HORIZON = 3.0
"""Reaches of own ground beyond which nothing is covered."""


@dataclass(frozen=True)
class Share:
    """What a border has of those who are in reach of it from one place."""

    border: dict[str, Any]
    hold: float
    """Share of the men there who hold the line on this border."""
    open: float
    """Front that they may attack across, faded with distance, km."""


@dataclass(frozen=True)
class Reach:
    """All that men in a place can reach."""

    shares: list[Share]
    opened: float
    """Front that they may attack across in all, faded with distance, km."""
    enveloped: float
    """How far they are enveloped: 0 where the front is no sharper than a right angle, 1 in a ring."""


def reach_from(model: ReferenceCampaign, name: str) -> Reach:
    """Return what men in a place reach over own ground."""
    laws, theatre = model.laws, model.theatre
    side = model.headquarters[theatre.place(name)["holder"]]
    ways = nx.single_source_dijkstra_path_length(theatre.own, name, cutoff=HORIZON * laws.reach, weight="km")
    weighed, opened, threats = [], 0.0, []
    for near, km in ways.items():
        place = theatre.place(near)
        enemy_comes = side.enemy.may_come(place)
        counts = (1.0 + laws.garrison * place["worth"]) * (1.0 if enemy_comes else laws.idle)
        for border in theatre.front_of(near):
            fade = math.exp(-(km + 0.5 * border["km"]) / laws.reach)
            may_attack = border["front"] * fade if side.may_take(border["beyond"]) else 0.0
            weighed.append((border, border["front"] * fade * counts, may_attack))
            opened += may_attack
            if enemy_comes:
                threats.append((border, border["length"] * fade))
    line = in_line(laws, sum(weight for _, weight, _ in weighed))
    shares = [Share(border, weight * line, may_attack) for border, weight, may_attack in weighed]
    return Reach(shares, opened, envelopment(threats))


def in_line(laws: Constants, km: float) -> float:
    """Return the share of a force that stands in the line for each km of front in its reach."""
    return 1.0 / (km + laws.half_front) if km > 0.0 else 0.0


def envelopment(threats: list[tuple[dict[str, Any], float]]) -> float:
    """Return how far borders with their weights envelop those who cover them."""
    total = sum(weight for _, weight in threats)
    if total <= 0.0:
        return 0.0
    east = sum(weight * border["east"] for border, weight in threats)
    north = sum(weight * border["north"] for border, weight in threats)
    return max(0.0, 1.0 - math.sqrt(2.0) * math.hypot(east, north) / total)

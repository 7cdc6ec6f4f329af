"""Every road: what closing each road from the first day on costs the first side, the costliest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from sim.experiment.contrasts.cut_offs import road_closed
from sim.experiment.contrasts.endings import Play
from sim.experiment.sensitivity.certainty import Certain, certain
from sim.scenario.scenario import Scenario

ASKED = ["area_0", "leverage_0"]


@dataclass(frozen=True)
class ClosedRoad:
    """What closing a road changes for the first side, in pairs of runs under the luck of the open road."""

    road: list[str]
    """Its two ends."""
    area_km2: Certain
    """Contested ground at the end."""
    leverage: Certain
    """At the last talks."""


def roads_of_first_side(scenario: Scenario) -> list[tuple[str, str]]:
    """Return the roads with an end on ground that the first side holds on the first day."""
    side = next(iter(scenario.sides))
    holders = {name: place.side for name, place in scenario.theatre.places.items()}
    holders |= {name: holder for holder, names in scenario.held.items() for name in names}
    return [
        (road.start, road.end) for road in scenario.theatre.roads if side in (holders[road.start], holders[road.end])
    ]


def every_road(scenario: Scenario, roads: Iterable[tuple[str, str]], play: Play) -> list[ClosedRoad]:
    """Return for each road what its closure changes, in order of ground lost, then of leverage."""
    without = play(scenario, "all roads open")[ASKED]
    found = []
    for start, end in roads:
        closed = road_closed(scenario, (start, end), scenario.start, scenario.days)
        change = play(closed, f"{start} - {end} closed")[ASKED] - without
        found.append(
            ClosedRoad([start, end], certain(change["area_0"].dropna()), certain(change["leverage_0"].dropna()))
        )
    return sorted(found, key=lambda each: (each.area_km2.mean or 0.0, each.leverage.mean or 0.0))

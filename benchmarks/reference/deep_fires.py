"""Deep fires: strikes and raids behind the enemy's line, drones over his roads, and how what was hit recovers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx

from sim.vocabulary import ASSAULT, CRUMB, FAR, SPECIAL
from sim.world.chance import ASSEMBLY, COMMAND, DEPOT, INTERDICTION, RAID, of_pair, uniform

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .headquarters import Headquarters
    from .theatre import Road


def repair(model: ReferenceCampaign) -> None:
    """Repair roads, crossings, depots and command for a day."""
    laws = model.laws
    for road in model.theatre.all_roads:
        mended = laws.crossing_repair if road["crossing"] else laws.road_repair
        road["damage"] = max(0.0, road["damage"] - mended)
    for place in model.theatre.places:
        place["depot_damage"] = max(0.0, place["depot_damage"] - laws.depot_repair)
    for side in model.headquarters:
        side.disrupted *= 1.0 - laws.command_recovery


def interdict(model: ReferenceCampaign) -> None:
    """Let each side strike and raid, and watch the roads with drones."""
    laws = model.laws
    for side in [] if model.ceasefire else model.headquarters:
        strike_roads(side, side.road_strikes, laws.road_damage, crossing=0)
        strike_roads(side, side.crossing_strikes, laws.crossing_damage, crossing=1)
        strike_depots(side)
        strike_assembly_areas(side)
        strike_command_posts(side)
        raid(side)
    for road in model.theatre.all_roads:
        road["hazard"] = drone_hazard(model, road["holder"], road["watched"]) if road["holder"] >= 0 else 0.0


def drone_hazard(model: ReferenceCampaign, side: int, watched: float) -> float:
    """Return the hazard per km of a side's traffic where such a share of the enemy's drones reaches it."""
    return 0.0 if model.ceasefire else model.laws.exposure * model.headquarters[1 - side].drone_threat * watched


def hit_chance(side: Headquarters, sorties: float) -> float:
    """Return the chance that at least one of so many sorties hits."""
    return 1.0 - math.exp(-sorties * side.model.laws.strike_accuracy)


def strike_roads(side: Headquarters, sorties: float, damage: float, crossing: int) -> None:
    """Send sorties to the enemy road, or crossing, on which one hit holds up most of what came by it yesterday."""
    model, laws = side.model, side.model.laws
    draw = uniform(model.key, model.day, INTERDICTION, of_pair(side.id, crossing))
    hits = poisson(draw, sorties * side.intelligence * laws.strike_accuracy)
    if hits == 0:
        return
    held_up = {
        number: abs(road["flow"]) * added_by_hit(model, road, number, damage)
        for number, road in enumerate(model.theatre.all_roads)
        if road["holder"] == 1 - side.side
        and road["owner"] < 0
        and road["crossing"] == crossing
        and road["flow"] != 0.0
        and road["damage"] < 1.0
        and road["hostile"] <= laws.strike_reach
    }
    target = max(held_up, key=lambda number: held_up[number], default=-1)
    if target >= 0 and held_up[target] > 0.0:
        road = model.theatre.all_roads[target]
        road["damage"] = min(1.0, road["damage"] + hits * damage)
        model.note("crossings_hit" if crossing else "roads_hit", 1 - side.side, float(hits))


def poisson(draw: float, expected: float) -> int:
    """Return the number of hits, 30 at most, up to which the chances sum to more than a draw."""
    chances, below = [math.exp(-expected)], 0.0
    for hits in range(1, 31):
        chances.append(chances[-1] * (expected / hits))
    for hits, chance in enumerate(chances):
        below += chance
        if draw < below:
            return hits
    return 30


def added_by_hit(model: ReferenceCampaign, road: Road, number: int, damage: float) -> float:
    """Return by how much a hit lengthens a road, which no traffic uses that has a shorter way round it."""
    laws = model.laws
    price = 1.0 + laws.danger_aversion * road["hazard"]
    now, left = road["length"] / (1.0 - road["damage"]) * price, 1.0 - road["damage"]
    then = [way_round(model, road, number)]
    if laws.last_mile > 0.0:
        then.append(now * laws.last_mile)
    if left > damage:
        then.append(now * left / (left - damage))
    return min(*then, FAR) - now


def way_round(model: ReferenceCampaign, avoided: Road, number: int) -> float:
    """Return the cost of the shortest open way between the ends of a road without it; none is infinitely long."""

    def cost(_start: str, _end: str, roads: dict[int, Road]) -> float | None:
        """Return the cost of the cheapest open road between two places."""
        costs = [
            road["length"] / (1.0 - road["damage"]) * (1.0 + model.laws.danger_aversion * road["hazard"])
            for n, road in roads.items()
            if n != number and road["holder"] >= 0 and room(model, road) > CRUMB
        ]
        return min(costs, default=None)

    start, end = avoided["ends"]
    try:
        length: float = nx.dijkstra_path_length(model.theatre.roads, start, end, weight=cost)
    except nx.NetworkXNoPath:
        return math.inf
    return length


def room(model: ReferenceCampaign, road: Road) -> float:
    """Return what a road or link can carry today, t."""
    worn = 1.0 if road["owner"] >= 0 else (1.0 - road["damage"]) * (1.0 - model.mud)
    capacity: float = road["capacity"] * worn
    return capacity


def strike_depots(side: Headquarters) -> None:
    """Spread sorties over the enemy depots in reach by what they sent yesterday."""
    model, laws = side.model, side.model.laws
    sorties = side.depot_strikes * side.intelligence
    targets = [
        place
        for place in model.theatre.places
        if place["depot"] == place["holder"] == 1 - side.side and place["hostile"] <= laws.depot_reach
    ]
    sent = sum(place["dispatched"] for place in targets)
    for place in targets if sent > 0.0 and sorties > 0.0 else []:
        chance = hit_chance(side, sorties * place["dispatched"] / sent)
        if uniform(model.key, model.day, DEPOT, of_pair(place["id"], side.id)) < chance:
            place["depot_damage"] = min(1.0, place["depot_damage"] + laws.depot_damage)
            model.note("depots_hit", 1 - side.side, 1.0)


def strike_assembly_areas(side: Headquarters) -> None:
    """Spread sorties over enemy formations massed for an assault by their men; hits cost men, and preparation."""
    model, laws = side.model, side.model.laws
    sorties = side.assembly_strikes * side.depth * (1.0 - side.enemy.deception)
    massed = [formation for formation in model.present(1 - side.side) if formation.order == ASSAULT]
    men = sum(formation.strength for formation in massed)
    for formation in massed if sorties > 0.0 and men > 0.0 else []:
        chance = hit_chance(side, sorties * formation.strength / men)
        draw = uniform(model.key, model.day, ASSEMBLY, of_pair(formation.id, side.id))
        if draw < chance:
            formation.lose(min(formation.strength, laws.assembly_loss), "lost_assembling")
            formation.note("assemblies_hit", 1.0)
            formation.set_back(int(laws.assembly_delay + draw / chance))


def strike_command_posts(side: Headquarters) -> None:
    """Strike at the enemy's command posts, as far as the side sees behind his front."""
    chance = hit_chance(side, side.command_strikes * side.depth)
    draw = uniform(side.model.key, side.model.day, COMMAND, side.id)
    if draw < chance:
        side.enemy.disrupted += side.model.laws.command_delay
        side.model.note("command_hit", 1 - side.side, 1.0)
        for formation in side.model.present(1 - side.side):
            if formation.order == ASSAULT:
                formation.set_back(int(side.model.laws.command_delay + draw / chance))


def raid(side: Headquarters) -> None:
    """Let each of a side's special forces try to disrupt the busiest road in reach."""
    if side.raids <= 0.0:
        return
    chance = side.model.laws.raid_success * side.intelligence
    for formation in side.model.present(side.side):
        if formation.kind == SPECIAL and uniform(side.model.key, side.model.day, RAID, formation.id) < chance:
            road = busiest_road(formation)
            if road is not None:
                road["damage"] = min(1.0, road["damage"] + side.raids)
                side.model.note("raids", 1 - side.side, 1.0)


def busiest_road(formation: Formation) -> Road | None:
    """Return the enemy road in reach that carried most yesterday."""
    theatre, here = formation.model.theatre, formation.here
    in_reach = []
    for road in theatre.all_roads:
        if road["holder"] == 1 - formation.side and road["owner"] < 0 and road["flow"] != 0.0:
            a, b = (theatre.place(end) for end in road["ends"])
            east, north = 0.5 * (a["east"] + b["east"]), 0.5 * (a["north"] + b["north"])
            if math.hypot(east - here["east"], north - here["north"]) <= formation.model.laws.raid_reach:
                in_reach.append(road)
    return max(in_reach, key=lambda road: abs(road["flow"]), default=None)

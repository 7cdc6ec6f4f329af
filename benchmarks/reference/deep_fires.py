"""Deep fires: strikes, raids and drones against the roads and depots that supply the enemy."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from sim.vocabulary import FAR, SPECIAL
from sim.world.chance import DEPOT, INTERDICTION, RAID, of_pair, uniform

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .headquarters import Headquarters

Road = dict[str, Any]


def repair(model: ReferenceCampaign) -> None:
    """Repair roads, crossings and depots for a day."""
    laws = model.laws
    for road in model.theatre.all_roads:
        mended = laws.crossing_repair if road["crossing"] else laws.road_repair
        road["damage"] = max(0.0, road["damage"] - mended)
    for place in model.theatre.places:
        place["depot_damage"] = max(0.0, place["depot_damage"] - laws.depot_repair)


def interdict(model: ReferenceCampaign) -> None:
    """Let each side strike and raid, and watch the roads with drones."""
    for side in [] if model.ceasefire else model.headquarters:
        strike_roads(side, side.road_strikes, model.laws.road_damage, crossing=0)
        strike_roads(side, side.crossing_strikes, model.laws.crossing_damage, crossing=1)
        strike_depots(side)
        raid(side)
    for road in model.theatre.all_roads:
        road["hazard"] = fire_control(model, road)


def hostile_distance(model: ReferenceCampaign, road: Road) -> float:
    """Return the mean distance of a road's ends to hostile ground, km."""
    distances = [model.theatre.place(end)["hostile"] for end in road["ends"]]
    return FAR if max(distances) >= FAR else float(0.5 * sum(distances))


def fire_control(model: ReferenceCampaign, road: Road) -> float:
    """Return the hazard per km of a road's traffic from enemy drones."""
    if road["holder"] < 0 or model.ceasefire:
        return 0.0
    laws, enemy = model.laws, model.headquarters[1 - road["holder"]]
    sight = laws.drone_sight_least + (1.0 - laws.drone_sight_least) * enemy.intelligence
    reach = math.exp(-hostile_distance(model, road) / laws.drone_reach)
    return float(laws.exposure * enemy.drones * sight * reach)


def hit_chance(sorties: float, accuracy: float) -> float:
    """Return the chance that at least one of so many sorties hits."""
    return 1.0 - math.exp(-sorties * accuracy)


def strike_roads(side: Headquarters, sorties: float, damage: float, crossing: int) -> None:
    """Spread sorties over the enemy roads, or crossings, in reach by the traffic they carried yesterday."""
    model, laws = side.model, side.model.laws
    targets = [
        road
        for road in model.theatre.all_roads
        if road["holder"] == 1 - side.side
        and road["crossing"] == crossing
        and road["flow"] != 0.0
        and hostile_distance(model, road) <= laws.strike_reach
    ]
    traffic = sum(abs(road["flow"]) for road in targets)
    for road in targets if sorties * side.intelligence > 0.0 else []:
        chance = hit_chance(sorties * side.intelligence * abs(road["flow"]) / traffic, laws.strike_accuracy)
        if uniform(model.key, model.day, INTERDICTION, of_pair(road["id"], side.id)) < chance:
            road["damage"] = min(1.0, road["damage"] + damage)


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
        chance = hit_chance(sorties * place["dispatched"] / sent, laws.strike_accuracy)
        if uniform(model.key, model.day, DEPOT, of_pair(place["id"], side.id)) < chance:
            place["depot_damage"] = min(1.0, place["depot_damage"] + laws.depot_damage)


def raid(side: Headquarters) -> None:
    """Let each of a side's special forces try to disrupt the busiest road in reach."""
    if side.raids <= 0.0:
        return
    for formation in side.model.present(side.side):
        road = busiest_road(formation) if formation.kind == SPECIAL else None
        if road is not None:
            chance = side.model.laws.raid_success * side.intelligence
            if uniform(side.model.key, side.model.day, RAID, formation.id) < chance:
                road["damage"] = min(1.0, road["damage"] + side.raids)


def busiest_road(formation: Formation) -> Road | None:
    """Return the enemy road in reach that carried most yesterday."""
    theatre, here = formation.model.theatre, formation.here
    in_reach = []
    for road in theatre.all_roads:
        if road["holder"] == 1 - formation.side and road["flow"] != 0.0:
            a, b = (theatre.place(end) for end in road["ends"])
            east, north = 0.5 * (a["east"] + b["east"]), 0.5 * (a["north"] + b["north"])
            if math.hypot(east - here["east"], north - here["north"]) <= formation.model.laws.raid_reach:
                in_reach.append(road)
    return max(in_reach, key=lambda road: abs(road["flow"]), default=None)

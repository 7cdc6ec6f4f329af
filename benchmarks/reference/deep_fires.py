"""Deep fires: strikes and raids behind the enemy's line, drones over his roads, and how what was hit recovers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT, SPECIAL
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
    """Spread sorties over the enemy roads, or crossings, in reach by the traffic they carried yesterday."""
    model, aimed = side.model, sorties * side.intelligence
    if aimed <= 0.0:
        return
    targets = [
        road
        for road in model.theatre.all_roads
        if road["holder"] == 1 - side.side
        and road["owner"] < 0
        and road["crossing"] == crossing
        and road["flow"] != 0.0
        and road["hostile"] <= model.laws.strike_reach
    ]
    traffic = sum(abs(road["flow"]) for road in targets)
    for road in targets:
        chance = hit_chance(side, aimed * abs(road["flow"]) / traffic)
        if uniform(model.key, model.day, INTERDICTION, of_pair(road["id"], side.id)) < chance:
            road["damage"] = min(1.0, road["damage"] + damage)
            model.note("crossings_hit" if crossing else "roads_hit", 1 - side.side, 1.0)


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

"""Orders by hand: what a scenario commands in place of the doctrine, from its date on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from sim.vocabulary import (
    AXIS,
    BY_DOCTRINE,
    FAR,
    MOVE,
    ORDERED,
    STRIKES,
    TO_ATTACK,
    TO_HOLD,
    TO_WAIT,
    WITHDRAW,
)

from .orders import take_aim
from .withdrawal import withdraw

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation

SORTIES = ("road_strikes", "crossing_strikes", "depot_strikes", "assembly_strikes", "command_strikes")
"""A side's sorties by kind of target, in the order of ``sim.vocabulary.TARGETS``."""

GOAL = "the goal"


def take_order(model: ReferenceCampaign, event: dict[str, Any]) -> None:
    """Note what a formation is ordered to do, where a plan aims, or what sorties are flown against."""
    kind, target, value = event["kind"], event["target"], event["value"]
    if ORDERED <= kind <= ORDERED + TO_WAIT:
        formation = model.formations[target]
        formation.ordered, formation.wait = kind - ORDERED, 0
        formation.goal = model.theatre.names[int(value)] if value >= 0 else None
        if formation.ordered == TO_ATTACK:
            model.theatre.place(str(formation.goal))["spared"][formation.side] = 0.0
            model.theatre.moved = True
    elif STRIKES <= kind < ORDERED:
        setattr(model.headquarters[target], SORTIES[kind - STRIKES], value)
    elif AXIS <= kind < STRIKES:
        model.theatre.place(model.theatre.names[target])["axis"][kind - AXIS] = value


def obeys(formation: Formation) -> bool:
    """Carry out what a formation is ordered by hand; return whether it is ordered anything."""
    if formation.ordered == BY_DOCTRINE:
        return False
    here, theatre = formation.here, formation.model.theatre
    is_goal_own = formation.goal is not None and theatre.place(formation.goal)["holder"] == formation.side
    if formation.ordered == TO_ATTACK and not is_goal_own:
        attack(formation)
    elif formation.ordered == TO_HOLD or formation.place == formation.goal:
        formation.stand()
    elif formation.goal is not None:
        go_to_goal(formation)
    elif (here["fronts"] == 0 and here["retreat"] < FAR) or not withdraw(formation):
        formation.stand()
    return True


def attack(formation: Formation) -> None:
    """Assault the ordered place from beside it, if politics and a ceasefire allow; else go there over own ground."""
    way = way_to_goal(formation)
    if way is not None:
        go_on(formation, MOVE, way)
        return
    borders = [
        share.border
        for share in formation.model.reach(formation.place).shares
        if share.border["beyond"]["name"] == formation.goal and share.open > 0.0
    ]
    if formation.model.ceasefire or not borders:
        formation.stand()
    else:
        take_aim(formation, max(borders, key=lambda border: border["promise"]))


def go_to_goal(formation: Formation) -> None:
    """Go towards the ordered place over own ground, under fire where the enemy is near; out of a pocket, break out."""
    way, here = way_to_goal(formation), formation.here
    if way is not None:
        order = WITHDRAW if here["fronts"] > 0 else MOVE
        if order == WITHDRAW and formation.order != WITHDRAW:
            formation.note("withdrawals", 1.0)
        go_on(formation, order, way)
    elif here["retreat"] < FAR or not withdraw(formation):
        formation.stand()


def go_on(formation: Formation, order: int, place: str) -> None:
    """Go to a neighbouring place; way made towards it counts on, whatever the order was."""
    if formation.objective != place:
        formation.marched = 0.0
    formation.order, formation.objective = order, place


def way_to_goal(formation: Formation) -> str | None:
    """Return the neighbouring place next on the shortest way over own ground to the ordered place.

    If the enemy holds that, the way leads to a place beside it. There is none for who has arrived or is cut off.
    """
    theatre, goal = formation.model.theatre, str(formation.goal)
    own = theatre.own.copy()
    own.add_node(GOAL)
    if theatre.place(goal)["holder"] == formation.side:
        own.add_edge(GOAL, goal, km=0.0)
    else:
        beside = [name for name in theatre.borders[goal] if theatre.place(name)["holder"] == formation.side]
        own.add_edges_from((GOAL, name, {"km": theatre.borders.edges[goal, name]["km"]}) for name in beside)
        if formation.place in beside:
            return None
    ways = nx.single_source_dijkstra_path_length(own, GOAL, weight="km")
    near = {name: way["km"] + ways[name] for name, way in theatre.own[formation.place].items() if name in ways}
    return min(near, key=lambda name: near[name], default=None)

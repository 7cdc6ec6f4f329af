"""Advance: borders move by the ground won across them, cells fall when all of their ground is gained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .front import hostile_km
from .pocket import refuge

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .theatre import Place


def advance(model: ReferenceCampaign) -> None:
    """Move the front; all cells that fall are found before anybody moves."""
    move_borders(model)
    fallen = falling(model)
    if not fallen:
        return
    while fallen:
        for place, spilt in fallen:
            if spilt > 0.0:
                spread_gain(model, place, spilt)
        fallen = falling(model)
    model.theatre.moved = True
    for formation in model.present():
        if formation.here["holder"] != formation.side:
            fall_back(formation)
        elif formation.is_assaulting:
            follow(formation)


def move_borders(model: ReferenceCampaign) -> None:
    """Let borders move by what one side won across them beyond what the other did: first back, then on."""
    for place in model.theatre.places:
        place["lost"] = place["lost_empty"] = 0.0
    for place, borders in model.theatre.front_places():
        for border in borders:
            won = border["won"] - border["opposite"]["won"]
            if won > 0.0:
                beyond, empty = border["beyond"], border["men"] < model.laws.screen * border["front"]
                back = min(beyond["gained"], won)
                beyond["gained"] -= back
                note_ground(model, beyond, place["holder"], back, back if empty else 0.0)
                lose_ground(model, place, won - back, won - back if empty else 0.0)


def lose_ground(model: ReferenceCampaign, place: Place, ground: float, empty: float) -> None:
    """Let the holder of a place lose some of its ground, a part of which hardly anybody held."""
    place["gained"] += ground
    place["lost"] += ground
    place["lost_empty"] += empty
    note_ground(model, place, place["holder"], ground, empty)


def note_ground(model: ReferenceCampaign, place: Place, loser: int, ground: float, empty: float) -> None:
    """Note the contested ground that a side loses, by whether anybody held it."""
    if place["contested"]:
        model.note("area_by_assault", loser, ground - empty)
        model.note("area_undefended", loser, empty)


def falling(model: ReferenceCampaign) -> list[tuple[Place, float]]:
    """Give every cell that is gained whole to the attacker; return them with what was gained today beyond them."""
    fallen = []
    for place in model.theatre.places:
        if place["gained"] >= place["area"]:
            fallen.append((place, min(place["gained"] - place["area"], place["lost"])))
            change_holder(model, place, 1 - place["holder"])
    return fallen


def change_holder(model: ReferenceCampaign, place: Place, side: int) -> None:
    """Give a place to a side, which finds no works there and no ground that it has lost of it."""
    place.update(holder=side, gained=0.0, works=0.0, picture=0.0, taken=model.day)
    model.theatre.moved = True


def spread_gain(model: ReferenceCampaign, place: Place, spilt: float) -> None:
    """Carry what was gained beyond a cell on to the loser's cells behind that the winner wants, by length of border."""
    winner, borders = model.headquarters[place["holder"]], model.theatre.borders
    behind = [
        (beyond, borders.edges[place["name"], beyond["name"]]["length"])
        for beyond in model.theatre.around(place["name"])
        if beyond["holder"] != place["holder"] and winner.may_take(beyond)
    ]
    empty = spilt * place["lost_empty"] / place["lost"]
    place["lost"] -= spilt
    place["lost_empty"] -= empty
    note_ground(model, place, 1 - place["holder"], -spilt, -empty)
    km = sum(length for _, length in behind)
    for beyond, length in behind:
        lose_ground(model, beyond, length / km * spilt, length / km * empty)


def follow(formation: Formation) -> None:
    """Let an assaulting formation without an enemy before it move into ground just won that has."""
    model, theatre = formation.model, formation.model.theatre
    if hostile_km(theatre, formation.here) > 0.0:
        return
    won = [
        (hostile_km(theatre, place), place)
        for place in theatre.around(formation.place)
        if place["taken"] == model.day and place["holder"] == formation.side
    ]
    longest, goal = max(won, key=lambda each: each[0], default=(0.0, formation.here))
    if longest > 0.0:
        formation.place, formation.dug_in = goal["name"], 0.0
        goal["picture"] += formation.strength * (1.0 - formation.headquarters.deception)


def fall_back(formation: Formation) -> None:
    """Move a defender of fallen ground to the neighbour nearest its rear; with none left, few of them escape."""
    laws, theatre = formation.model.laws, formation.model.theatre
    ways = [place for place in theatre.around(formation.place) if place["holder"] == formation.side]
    if ways:
        back = min(ways, key=lambda place: place["retreat"])["name"]
        km = theatre.borders.edges[formation.place, back]["km"]
        formation.lose(min(1.0, laws.overrun * km) * formation.strength, "lost_defending")
        formation.move_to(back)
        return
    formation.surrender(laws.storm_captured * formation.strength)
    formation.abandon_stock()
    goal, _ = refuge(formation)
    if goal is None:
        formation.perish()
    else:
        formation.move_to(goal)

"""Sectors: how men are spread over the borders of the front, who holds them and who attacks across them."""

import math

from sim.rules.battle.reach import find_reach, in_line
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Place, World

NOBODY = 1.0
"""Men below whom a place counts as empty in a picture."""


@rule
def line_up(w: World, p: Constants) -> None:
    """Spread all men over the front, and those whom the enemy believes in; weigh what an attack there promises."""
    clear(w)
    for n in range(len(w.places)):
        base = w.places[n]
        if base.men > 0.0 or base.picture >= NOBODY:
            find_reach(w, p, n)
            available = base.power * in_line(p, base.opened)
            for reach in w.reaches[base.reach_first : base.reach_last]:
                border = w.neighbours[reach.border]
                border.men += reach.hold * base.men
                border.push += reach.open * available
                border.believed += reach.hold * base.picture
    for place in w.places:
        if place.fronts > 0:
            weigh(w, p, place)


@rule
def weigh(w: World, p: Constants, place: Place) -> None:
    """Weigh how thickly a place's front is held, and what attacks across it promise."""
    men, km = 0.0, 0.0
    for border in w.neighbours[place.first : place.last]:
        beyond = w.places[border.place]
        if beyond.holder != place.holder:
            men += border.men
            km += border.front
            border.promise = 0.0
            if border.push > 0.0:
                expected = max(1.0, believed_opposite(w, p, border.mirror)) * beyond.terrain
                border.promise = border.push / expected * math.exp(beyond.axis[place.holder])
    place.covered = men / km + p.screen if km > 0.0 else p.screen


@rule
def believed_opposite(w: World, p: Constants, border: int) -> float:
    """Return the men whom the other side believes to hold a border, the screen among them."""
    row = w.neighbours[border]
    return row.believed + p.screen * row.front


@rule
def clear(w: World) -> None:
    """Take everybody off the borders of the front."""
    for place in w.places:
        if place.fronts > 0:
            for border in w.neighbours[place.first : place.last]:
                border.men = 0.0
                border.power = 0.0
                border.dug_in = 0.0
                border.enveloped = 0.0
                border.believed = 0.0
                border.pushers = 0.0
                border.push = 0.0
                border.loss_attacking = 0.0
                border.loss_holding = 0.0
                border.won = 0.0


@rule
def engage(w: World, p: Constants) -> None:
    """Spread those who hold the line today over their borders, and those who attack by what borders promise."""
    clear(w)
    for n in range(len(w.places)):
        base = w.places[n]
        if base.men <= 0.0:
            continue
        find_reach(w, p, n)
        base.push = 0.0
        if base.force > 0.0:
            base.push = share_of_attack(w, p, base)
        artillery = 1.0 + w.sides[base.holder].artillery
        for reach in w.reaches[base.reach_first : base.reach_last]:
            border = w.neighbours[reach.border]
            border.men += reach.hold * base.staying
            border.power += reach.hold * base.staying_power
            border.dug_in += reach.hold * base.staying_dug_in
            border.enveloped += reach.hold * base.staying * base.enveloped
            part = base.push * reach.open * border.promise
            if part > 0.0:
                border.pushers += part * base.force
                border.push += part * base.strike * artillery


@rule
def share_of_attack(w: World, p: Constants, base: Place) -> float:
    """Return the share of an assaulting force that goes to a border, for each km in reach and unit of promise.

    How much of it attacks depends on the length of front in reach, how it is split on what each border promises.
    """
    pull = 0.0
    for reach in w.reaches[base.reach_first : base.reach_last]:
        pull += reach.open * w.neighbours[reach.border].promise
    if pull <= 0.0:
        return 0.0
    return p.attack_share * base.opened * in_line(p, base.opened) / pull

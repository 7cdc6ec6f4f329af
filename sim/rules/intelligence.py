"""Intelligence: what a side sees, and how much of its fire is therefore aimed."""

import math

from sim.vocabulary import ASSAULT, PRESENT
from sim.world.chance import ALARM, DETECTION, ESTIMATE, normal, uniform
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import World


@rule
def aimed_share(coverage: float, least: float, most: float) -> float:
    """Return the share of fire that is aimed, which rises with coverage from ``least`` to ``most``."""
    return least + (most - least) * coverage


@rule
def fire_effect(aimed: float, density: float) -> float:
    """Return the effect of fire relative to wholly aimed fire (Kress and Szechtman 2009).

    Aimed fire always finds a target; the rest falls on an area and finds one with the ``density`` of targets
    relative to saturation, in [0, 1]. All aimed is Lanchester's square law, none aimed his linear law.
    """
    return aimed + (1.0 - aimed) * density


@rule
def warned(detection: float, preparation: float, notice: float) -> float:
    """Return the chance that an attack prepared for ``preparation`` days is noticed ``notice`` days ahead."""
    missed: float = (1.0 - detection) ** max(preparation - notice, 0.0)
    return 1.0 - missed


@rule
def see(w: World, p: Laws, day: int) -> None:
    """Let each side's reconnaissance report: coverage, the enemy's strength by place, and assaults in preparation."""
    receive_support(w, p)
    for place in w.places:
        watcher = w.sides[1 - place.holder]
        chance = p.detection * watcher.intelligence
        if place.fronts > 0:
            chance = 1.0 - (1.0 - chance) * (1.0 - p.contact_detection)
        if uniform(w.key, day, DETECTION, place.id) >= chance:
            place.picture *= p.picture_memory
        elif place.men > 0.0:
            error = p.estimate_spread * (1.0 - watcher.intelligence) * normal(w.key, day, ESTIMATE, place.id)
            place.picture = place.men * (1.0 - w.sides[place.holder].deception) * math.exp(error)
        else:
            place.picture = 0.0
    for formation in w.formations:
        if formation.status == PRESENT and formation.order == ASSAULT and formation.seen == 0:
            enemy = w.sides[1 - formation.side]
            chance = p.detection * enemy.intelligence * (1.0 - w.sides[formation.side].deception)
            if uniform(w.key, day, ALARM, formation.id) < chance:
                formation.seen = 1


@rule
def receive_support(w: World, p: Laws) -> None:
    """Add up what supporters lend: coverage, and the share of foreign materiel that arrives."""
    for s in range(2):
        side = w.sides[s]
        side.lent_coverage = 0.0
        side.materiel = 1.0
        for supporter in w.supporters:
            if supporter.side == s:
                side.lent_coverage += supporter.coverage * supporter.intelligence
                side.materiel -= supporter.share * (1.0 - supporter.materiel)
        side.intelligence = min(1.0, side.own_coverage + side.lent_coverage)
        side.aimed = aimed_share(side.intelligence, p.aimed_least, p.aimed_most)

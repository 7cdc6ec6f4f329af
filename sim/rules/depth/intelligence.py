"""Intelligence: what a side sees, and how much of its fire is therefore aimed."""

import math

from sim.vocabulary import ASSAULT, PRESENT
from sim.world.chance import ALARM, DETECTION, ESTIMATE, WARNING, normal, uniform
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, Place, Side, World


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
def decision_lag(p: Constants, coverage: float) -> float:
    """Return the days between two reviews of a headquarters' orders, and before it reacts: more, the less it sees."""
    return p.order_lag + p.order_lag_blind * (1.0 - coverage)


@rule
def lag_of_orders(p: Constants, side: Side) -> float:
    """Return the lag of a side's decisions today, that by hits on its command posts among it, days."""
    return decision_lag(p, side.intelligence) + side.disrupted


@rule
def is_noticed_in_time(w: World, p: Constants, day: int, formation: Formation) -> bool:
    """Return whether the enemy noticed a formation's preparations early enough for its headquarters to react."""
    enemy = w.sides[1 - formation.side]
    detection = p.detection * enemy.intelligence * (1.0 - w.sides[formation.side].deception)
    chance = warned(detection, p.preparation, lag_of_orders(p, enemy))
    return uniform(w.key, day, ALARM, formation.id) < chance


@rule
def see(w: World, p: Constants, day: int) -> None:
    """Let each side's reconnaissance report the strength of the enemy by place; older reports lose their weight.

    Where nothing is reported, belief returns to what the enemy's order of battle lets one expect of any front place.
    In the rear, where nothing is and nothing is believed to be, there is nothing to see.
    """
    for s in range(2):
        side = w.sides[s]
        side.intelligence = min(1.0, side.own_coverage + side.lent_coverage)
        side.aimed = aimed_share(side.intelligence, p.aimed_least, p.aimed_most)
        side.depth = min(1.0, p.depth_share * side.own_coverage + side.lent_coverage)
    for s in range(2):
        w.sides[s].bombing = w.sides[s].bombs * (1.0 - p.bomb_warning * w.sides[1 - s].depth)
    raise_alarm(w, p, day)
    misjudge(w, p, day)
    memory = p.picture_memory if day > 0 else 0.0
    expected_0, expected_1 = expected_men(w, 0), expected_men(w, 1)
    for place in w.places:
        if place.fronts == 0 and place.men <= 0.0 and place.picture <= 0.0:
            continue
        watcher = w.sides[1 - place.holder]
        chance = p.detection * watcher.intelligence
        if place.fronts > 0:
            chance = 1.0 - (1.0 - chance) * (1.0 - p.contact_detection)
        if uniform(w.key, day, DETECTION, place.id) < chance:
            place.picture = reported_men(w, p, place, watcher.intelligence)
        else:
            expected = 0.0
            if place.fronts > 0:
                expected = expected_0 if place.holder == 0 else expected_1
            place.picture = expected + memory * (place.picture - expected)


@rule
def raise_alarm(w: World, p: Constants, day: int) -> None:
    """Let each side notice preparations against its places as days go by; an assault under way is noticed at once."""
    for place in w.places:
        place.alarm = 0.0
    for formation in w.formations:
        if formation.status == PRESENT and formation.order == ASSAULT:
            enemy = w.sides[1 - formation.side]
            chance = p.detection * enemy.intelligence * (1.0 - w.sides[formation.side].deception)
            if formation.prepared > p.preparation or uniform(w.key, day, WARNING, formation.id) < chance:
                formation.noticed = 1
            objective = w.places[formation.objective]
            if formation.noticed == 1 and objective.holder != formation.side:
                objective.alarm += formation.strength


@rule
def misjudge(w: World, p: Constants, day: int) -> None:
    """Let errors of estimate wander at the front: a misjudgement of a place outlasts the report that made it.

    In the rear, where little is watched, it stays what it was.
    """
    kept = p.estimate_memory if day > 0 else 0.0
    for place in w.places:
        if place.fronts > 0 or day == 0:
            drawn = normal(w.key, day, ESTIMATE, place.id)
            place.misjudged = kept * place.misjudged + math.sqrt(1.0 - kept * kept) * drawn


@rule
def reported_men(w: World, p: Constants, place: Place, coverage: float) -> float:
    """Return how many men reconnaissance reports in a place: fewer under deception; blindness widens the error."""
    if place.men <= 0.0:
        return 0.0
    error = p.estimate_spread * (1.0 - coverage) * place.misjudged
    return place.men * (1.0 - w.sides[place.holder].deception) * math.exp(error)


@rule
def expected_men(w: World, s: int) -> float:
    """Return the men to expect in a front place of side ``s`` without a report: its order of battle, spread evenly."""
    men, fronts = 0.0, 0
    for formation in w.formations:
        if formation.side == s and formation.status == PRESENT:
            men += formation.established
    for place in w.places:
        if place.holder == s and place.fronts > 0:
            fronts += 1
    return men * (1.0 - w.sides[s].deception) / fronts if fronts > 0 else 0.0

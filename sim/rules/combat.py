"""Combat: assaults gather on their objectives, both sides lose men, and ground is gained."""

import math

from sim.rules.advance import advance
from sim.rules.attrition import duel
from sim.rules.skirmish import skirmish
from sim.rules.strength import fighting_power, muster
from sim.vocabulary import ASSAULT, LEDGER, PRESENT
from sim.world.chance import BATTLE, normal
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, Place, World

LOST_HOLDING = LEDGER.index("lost_holding_0")
LOST_ASSAULTING = LEDGER.index("lost_assaulting_0")
LOST_DEFENDING = LEDGER.index("lost_defending_0")
SURPRISES = LEDGER.index("surprises_0")


@rule
def fight(w: World, p: Laws, day: int) -> None:
    """Fight today's battles everywhere at once, then let attackers advance where they won ground."""
    muster(w, p)
    concentrate(w, p)
    for place in w.places:
        skirmish(w, p, place)
        if place.attackers > 0.0:
            battle(w, p, day, place)
    for formation in w.formations:
        if formation.status == PRESENT:
            bleed(w, p, day, formation)
    advance(w, p, day)


@rule
def is_assaulting(p: Laws, formation: Formation) -> bool:
    """Return whether a formation's assault is prepared and under way today."""
    return formation.status == PRESENT and formation.order == ASSAULT and formation.prepared >= p.preparation


@rule
def concentrate(w: World, p: Laws) -> None:
    """Gather the men and power that assault each place today; preparation goes on where it is not finished."""
    for place in w.places:
        place.attackers = 0.0
        place.attack = 0.0
        place.unseen = 1
        place.attack_loss = 0.0
        place.defence_loss = 0.0
    for formation in w.formations:
        if is_assaulting(p, formation):
            place = w.places[formation.objective]
            place.attackers += formation.strength
            place.attack += fighting_power(w, p, formation)
            if formation.seen == 1 or formation.prepared > p.preparation:
                place.unseen = 0
        if formation.status == PRESENT and formation.order == ASSAULT:
            formation.prepared += 1


@rule
def support(w: World, p: Laws, place: Place) -> float:
    """Return the power that formations in neighbouring places of the same side lend to the defence of a place."""
    lent = 0.0
    for neighbour in w.neighbours[place.first : place.last]:
        beside = w.places[neighbour.place]
        if beside.holder == place.holder:
            lent += p.support * beside.power / (beside.last - beside.first)
    return lent


@rule
def protection(p: Laws, place: Place) -> float:
    """Return by what factor terrain, works and dug-in positions strengthen a defence (Dupuy 1979)."""
    posture = p.hasty + (p.prepared - p.hasty) * place.dug_in + (p.fortified - p.prepared) * place.works
    return posture * place.terrain


@rule
def battle(w: World, p: Laws, day: int, place: Place) -> None:
    """Set what attackers and defenders of a place lose today, and how much ground the attackers gain."""
    attacker, defender = w.sides[1 - place.holder], w.sides[place.holder]
    luck = p.noise_memory * place.fortune
    luck += math.sqrt(1.0 - p.noise_memory * p.noise_memory) * normal(w.key, day, BATTLE, place.id)
    place.fortune = luck
    place.works *= 1.0 - attacker.bombs
    attack = (
        place.attack * (1.0 + attacker.artillery) * (1.0 + p.envelopment * place.fronts / (place.last - place.first))
    )
    if place.unseen == 1:
        attack *= p.surprise
        w.ledger[day][SURPRISES + place.holder] += 1.0
    defence = place.power + support(w, p, place) + p.screen * p.screen_quality
    men = max(place.men, p.screen)
    shelter = protection(p, place)
    noise = math.exp(p.noise_spread * luck - 0.5 * p.noise_spread * p.noise_spread)
    reference = p.reference_aimed + (1.0 - p.reference_aimed) * p.reference_density
    to_defender = p.defender_rate * noise * (attack / place.attackers) ** p.weiss / (reference * shelter)
    to_attacker = p.attacker_rate / noise * (defence / men) ** p.weiss / reference
    room = p.saturation * place.area
    attackers, defenders = duel(
        place.attackers, men, to_attacker, to_defender, p.weiss, defender.aimed, attacker.aimed, room, room, 0.0, 0.0
    )
    place.attack_loss = 1.0 - attackers / place.attackers
    place.defence_loss += 1.0 - defenders / men
    ratio = attack * noise / (defence * shelter)
    if ratio > p.hold_ratio:
        pace = p.advance_pace * (1.0 - w.conditions[0].mud) * (1.0 - p.hold_ratio / ratio)
        place.gained += pace / (1.0 + p.works_delay * place.works)


@rule
def bleed(w: World, p: Laws, day: int, formation: Formation) -> None:
    """Take a formation's share of today's losses: as attacker of its objective and as defender of where it stands."""
    s = formation.side
    attacking = w.places[formation.objective].attack_loss if is_under_way(p, formation) else 0.0
    here = w.places[formation.place]
    lost_attacking = formation.strength * attacking
    lost_standing = (formation.strength - lost_attacking) * min(1.0, here.defence_loss)
    formation.loss = (lost_attacking + lost_standing) / formation.strength if formation.strength > 0.0 else 0.0
    formation.strength -= lost_attacking + lost_standing
    formation.casualties += lost_attacking + lost_standing
    w.ledger[day][LOST_ASSAULTING + s] += lost_attacking
    w.ledger[day][(LOST_DEFENDING if here.attackers > 0.0 else LOST_HOLDING) + s] += lost_standing
    if formation.order == ASSAULT:
        formation.dug_in = 0.0


@rule
def is_under_way(p: Laws, formation: Formation) -> bool:
    """Return whether a formation took part in today's assault, its day of preparation already counted."""
    return formation.order == ASSAULT and formation.prepared > p.preparation

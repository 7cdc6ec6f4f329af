"""Combat: both sides lose men where one assaults the other or lies opposite it, and ground is gained."""

from sim.rules.advance import advance
from sim.rules.assault import concentrate, took_part
from sim.rules.attrition import duel
from sim.rules.danger import enveloped
from sim.rules.fortune import fortune, luck_of_the_day
from sim.rules.intelligence import fire_effect
from sim.rules.losses import lose
from sim.rules.skirmish import skirmish
from sim.rules.strength import muster
from sim.vocabulary import ASSAULT, FAR, LEDGER, PRESENT
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
    concentrate(w, p, day)
    for place in w.places:
        if w.conditions[0].ceasefire == 0:
            skirmish(w, p, place)
        if place.attackers > 0.0:
            battle(w, p, day, place)
    for formation in w.formations:
        if formation.status == PRESENT:
            bleed(w, p, day, formation)
    advance(w, p, day)


@rule
def support(w: World, p: Laws, place: Place) -> float:
    """Return the power that neighbouring places of the same side lend to a defence by fire, as far as they see."""
    lent = 0.0
    for neighbour in w.neighbours[place.first : place.last]:
        beside = w.places[neighbour.place]
        if beside.holder == place.holder:
            lent += beside.power / (beside.last - beside.first)
    return p.support * w.sides[place.holder].intelligence * lent


@rule
def protection(p: Laws, place: Place) -> float:
    """Return by what factor terrain, works and dug-in positions strengthen a defence (Dupuy 1979)."""
    posture = p.hasty + (p.prepared - p.hasty) * place.dug_in + (p.fortified - p.prepared) * place.works
    return posture * place.terrain


@rule
def assault_power(w: World, p: Laws, day: int, place: Place) -> float:
    """Return the power of an assault with its artillery preparation and surprise."""
    power = place.attack * (1.0 + w.sides[1 - place.holder].artillery)
    if place.unseen == 1:
        power *= p.surprise
        w.ledger[day][SURPRISES + place.holder] += 1.0
    return power


@rule
def ground_of_assault(w: World, p: Laws, place: Place) -> float:
    """Return the ground over which an assault spreads, km2: the place and some of the hostile cells around it."""
    area = place.area
    for neighbour in w.neighbours[place.first : place.last]:
        beyond = w.places[neighbour.place]
        if beyond.holder != place.holder:
            area += p.assault_spread * beyond.area
    return area


@rule
def battle(w: World, p: Laws, day: int, place: Place) -> None:
    """Set what attackers and defenders of a place lose today, and how much ground the attackers gain."""
    attacker, defender = w.sides[1 - place.holder], w.sides[place.holder]
    place.works *= 1.0 - attacker.bombing
    place.dug_in *= 1.0 - attacker.bombing
    luck, turned = luck_of_the_day(w, p, day, place), p.envelopment * enveloped(place)
    attack = assault_power(w, p, day, place) * fortune(w, p, day, attacker)
    defence = place.power + support(w, p, place) + p.screen * p.screen_quality
    defence *= (1.0 - turned) * fortune(w, p, day, defender)
    shelter = 1.0 + (protection(p, place) - 1.0) * (1.0 - turned)
    men = max(place.men, p.screen)
    room, wide = p.saturation * place.area, p.saturation * ground_of_assault(w, p, place)
    if men > 0.0:
        reference = p.reference_aimed + (1.0 - p.reference_aimed) * p.reference_density
        to_defender = p.defender_rate * luck * (attack / place.attackers) ** p.weiss / (reference * shelter)
        to_attacker = p.attacker_rate / luck * (defence / men) ** p.weiss / reference
        aimed, returned = attacker.aimed, defender.aimed
        attackers, defenders = duel(
            place.attackers, men, to_attacker, to_defender, p.weiss, returned, aimed, wide, room, 0.0, 0.0
        )
        place.attack_loss = 1.0 - attackers / place.attackers
        place.defence_loss += 1.0 - defenders / men
    attack *= fire_effect(attacker.aimed, min(1.0, men / room))
    defence *= fire_effect(defender.aimed, min(1.0, place.attackers / wide))
    ratio = attack * luck / (defence * shelter) if defence > 0.0 else FAR
    if ratio > p.hold_ratio:
        pace = p.advance_pace * (1.0 - w.conditions[0].mud) * (1.0 - p.hold_ratio / ratio)
        place.gained += pace / (1.0 + p.works_delay * place.works)


@rule
def bleed(w: World, p: Laws, day: int, formation: Formation) -> None:
    """Take a formation's share of today's losses: as attacker of its objective and as defender of where it stands."""
    here = w.places[formation.place]
    if took_part(p, formation):
        lose(w, day, formation, formation.strength * w.places[formation.objective].attack_loss, LOST_ASSAULTING)
    cause = LOST_DEFENDING if here.attackers > 0.0 else LOST_HOLDING
    lose(w, day, formation, formation.strength * min(1.0, here.defence_loss), cause)
    if formation.order == ASSAULT:
        formation.dug_in = 0.0
    elif here.attackers > 0.0:
        formation.dug_in *= 1.0 - w.sides[1 - formation.side].bombing

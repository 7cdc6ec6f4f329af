"""Combat: both sides lose men where one assaults across a border or lies opposite it, and ground is won along it."""

from sim.rules.battle.advance import advance
from sim.rules.battle.assault import concentrate
from sim.rules.battle.attrition import duel
from sim.rules.battle.culmination import tire
from sim.rules.battle.losses import lose
from sim.rules.battle.noise import battle_noise, daily_noise
from sim.rules.battle.pace import pace, ratio_of, resist
from sim.rules.battle.sectors import engage
from sim.rules.battle.skirmish import skirmish
from sim.rules.battle.strength import muster
from sim.rules.depth.intelligence import fire_effect
from sim.vocabulary import ASSAULT, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, Neighbour, Place, World

LOST_HOLDING = LEDGER.index("lost_holding_0")
LOST_ASSAULTING = LEDGER.index("lost_assaulting_0")
LOST_DEFENDING = LEDGER.index("lost_defending_0")


@rule
def fight(w: World, p: Constants, day: int) -> None:
    """Fight today's battles everywhere at once, then let the front move where ground was won."""
    muster(w, p)
    concentrate(w, p, day)
    engage(w, p)
    resist(w, p)
    for place in w.places:
        if place.fronts > 0:
            meet(w, p, day, place)
    share_losses(w)
    for formation in w.formations:
        if formation.status == PRESENT:
            bleed(w, p, day, formation)
    advance(w, p, day)


@rule
def meet(w: World, p: Constants, day: int, place: Place) -> None:
    """Let skirmishes and battles happen along a place's front."""
    for border in w.neighbours[place.first : place.last]:
        if w.places[border.place].holder != place.holder:
            opposite = w.neighbours[border.mirror]
            if w.conditions[0].ceasefire == 0:
                skirmish(w, p, place, border)
            place.attackers += opposite.pushers
            place.attack += opposite.push
    if place.attackers <= 0.0:
        return
    attacker, defender = w.sides[1 - place.holder], w.sides[place.holder]
    place.works *= 1.0 - attacker.bombing
    place.attack /= 1.0 + attacker.artillery
    luck = daily_noise(w, p, day, place)
    favour, against = battle_noise(w, p, day, attacker, place), battle_noise(w, p, day, defender, place)
    for border in w.neighbours[place.first : place.last]:
        if w.places[border.place].holder != place.holder and w.neighbours[border.mirror].pushers > 0.0:
            battle(w, p, place, border, luck, favour, against)


@rule
def protection(p: Constants, place: Place, dug_in: float) -> float:
    """Return by what factor terrain, works and dug-in positions strengthen a defence (Dupuy 1979)."""
    posture = p.hasty + (p.prepared - p.hasty) * dug_in + (p.fortified - p.prepared) * place.works
    return posture * place.terrain


@rule
def battle(w: World, p: Constants, place: Place, border: Neighbour, luck: float, favour: float, against: float) -> None:
    """Set what attackers and defenders of a border lose today, and how much ground the attackers win across it."""
    attacker, defender = w.sides[1 - place.holder], w.sides[place.holder]
    opposite = w.neighbours[border.mirror]
    turned, dug_in = 0.0, 0.0
    if border.men > 0.0:
        turned = p.envelopment * border.enveloped / border.men
        dug_in = border.dug_in / border.men * (1.0 - attacker.bombing)
    shelter = 1.0 + (protection(p, place, dug_in) - 1.0) * (1.0 - turned)
    attack = opposite.push * favour
    men = border.men + p.screen * border.front
    defence = (border.power + p.screen * border.front * p.screen_quality) * (1.0 - turned) * against
    room = p.saturation * border.front * p.battle_depth
    if men > 0.0:
        reference = p.reference_aimed + (1.0 - p.reference_aimed) * p.reference_density
        to_defender = p.defender_rate * luck * (attack / opposite.pushers) ** p.weiss / (reference * shelter)
        to_attacker = p.attacker_rate / luck * (defence / men) ** p.weiss / reference
        attackers, defenders = duel(
            opposite.pushers, men, to_attacker, to_defender, p.weiss, defender.aimed, attacker.aimed, room, room,
            0.0, 0.0,
        )  # fmt: skip
        opposite.loss_attacking = 1.0 - attackers / opposite.pushers
        border.loss_holding += 1.0 - defenders / men
    attack *= luck * fire_effect(attacker.aimed, min(1.0, men / room))
    defence *= shelter * fire_effect(defender.aimed, min(1.0, opposite.pushers / room))
    speed = pace(p, w.conditions[0].mud, ratio_of(attack, defence), defender.resistance)
    border.won = border.front * speed / (1.0 + p.works_delay * place.works)


@rule
def share_losses(w: World) -> None:
    """Share the losses of borders among the places whose men fought there."""
    for base in w.places:
        base.pressed = 0.0
        base.loss_attacking = 0.0
        base.loss_holding = 0.0
        if base.men <= 0.0:
            continue
        for reach in w.reaches[base.reach_first : base.reach_last]:
            border = w.neighbours[reach.border]
            base.loss_holding += reach.hold * border.loss_holding
            if w.neighbours[border.mirror].pushers > 0.0:
                base.pressed += reach.hold
            base.loss_attacking += base.push * reach.open * border.promise * border.loss_attacking


@rule
def bleed(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Take a formation's share of today's losses: of those who attack from where it is, and of those who hold."""
    base, men = w.places[formation.place], formation.strength
    stays = 1.0
    if formation.attacking > 0.0:
        stays -= p.attack_share
        lose(w, day, formation, men * min(1.0, base.loss_attacking), LOST_ASSAULTING)
    formation.pressed = base.pressed
    cause = LOST_DEFENDING if base.pressed > 0.0 else LOST_HOLDING
    lose(w, day, formation, min(formation.strength, men * stays * base.loss_holding), cause)
    if formation.order == ASSAULT:
        formation.dug_in = 0.0
    else:
        formation.dug_in *= 1.0 - base.pressed * w.sides[1 - formation.side].bombing
    tire(p, formation)

"""Combat: assaults and skirmishes, what both sides lose in them, and the ground they gain."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from sim.vocabulary import ASSAULT, DESTROYED, FAR
from sim.world.chance import BATTLE, BATTLE_NOISE, normal

from .attrition import Force, day_of_battle, loss_rate
from .pocket import refuge

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .headquarters import Headquarters

Place = dict[str, Any]


def muster(model: ReferenceCampaign) -> None:
    """Count men and fighting power in every place, and how well its defenders are dug in."""
    for place in model.theatre.places:
        place["men"] = place["power"] = place["dug_in"] = 0.0
    for formation in model.present():
        here = formation.here
        here["men"] += formation.strength
        here["power"] += formation.power
        here["dug_in"] += formation.dug_in * formation.strength
    for place in model.theatre.places:
        if place["men"] > 0.0:
            place["dug_in"] /= place["men"]


def fight(model: ReferenceCampaign) -> None:
    """Fight today's battles everywhere at once, then let attackers advance where they won ground."""
    muster(model)
    concentrate(model)
    for name, place in model.theatre.borders.nodes(data=True):
        if place["fronts"] > 0 and place["men"] > 0.0 and not model.ceasefire:
            skirmish(model, name, place)
        if place["attackers"] > 0.0:
            battle(model, name, place)
    for formation in model.present():
        bleed(formation)
    for name, place in model.theatre.borders.nodes(data=True):
        if place["attackers"] <= 0.0:
            place["gained"] = max(0.0, place["gained"] - model.laws.restore_pace)
        elif place["gained"] >= place["depth"]:
            fall(model, name, place)


def concentrate(model: ReferenceCampaign) -> None:
    """Gather the men and power that assault each place today, and see which places are surprised."""
    for place in model.theatre.places:
        place.update(attackers=0.0, attack=0.0, unseen=True, attack_loss=0.0, defence_loss=0.0)
    for formation in model.present():
        if formation.is_assaulting:
            place = model.theatre.place(str(formation.objective))
            place["attackers"] += formation.strength
            place["attack"] += formation.power
            if not model.headquarters[1 - formation.side].is_surprised_by(formation):
                place["unseen"] = False
        if formation.order == ASSAULT:
            formation.prepared += 1


def reference_effect(model: ReferenceCampaign) -> float:
    """Return the effect of fire in the battles by which loss rates were measured."""
    return model.laws.reference_aimed + (1.0 - model.laws.reference_aimed) * model.laws.reference_density


def skirmish(model: ReferenceCampaign, name: str, place: Place) -> None:
    """Add what the men of a front place lose today to the enemies around it."""
    laws, fronts = model.laws, place["fronts"]
    aimed = model.headquarters[1 - place["holder"]].aimed
    rate = laws.quiet * laws.attacker_rate / (reference_effect(model) * place["terrain"])
    men = Force(place["men"] / fronts, 0.0, 0.0, laws.saturation * place["area"] / fronts)
    for beyond in model.theatre.around(name):
        if beyond["holder"] != place["holder"] and beyond["men"] > 0.0:
            enemy = Force(beyond["power"] / beyond["fronts"], rate, aimed, 0.0)
            place["defence_loss"] += loss_rate(men, enemy, laws.weiss) / place["men"]


def battle(model: ReferenceCampaign, name: str, place: Place) -> None:
    """Set what attackers and defenders of a place lose today, and how much ground the attackers gain."""
    laws = model.laws
    attacker, defender = model.headquarters[1 - place["holder"]], model.headquarters[place["holder"]]
    place["works"] *= 1.0 - attacker.bombs
    place["dug_in"] *= 1.0 - attacker.bombs
    luck = daily_noise(model, place)
    turned = laws.envelopment * model.theatre.enveloped(name)
    attack = place["attack"] * (1.0 + attacker.artillery)
    if place["unseen"]:
        attack *= laws.surprise
    attack *= battle_noise(model, attacker)
    defence = place["power"] + support(model, name, place) + laws.screen * laws.screen_quality
    defence *= (1.0 - turned) * battle_noise(model, defender)
    posture = laws.hasty + (laws.prepared - laws.hasty) * place["dug_in"]
    shelter = (posture + (laws.fortified - laws.prepared) * place["works"]) * place["terrain"]
    shelter = 1.0 + (shelter - 1.0) * (1.0 - turned)
    men = max(place["men"], laws.screen)
    reference = reference_effect(model)
    to_defender = laws.defender_rate * luck * (attack / place["attackers"]) ** laws.weiss / (reference * shelter)
    to_attacker = laws.attacker_rate / luck * (defence / men) ** laws.weiss / reference if men > 0.0 else 0.0
    attackers = Force(place["attackers"], to_defender, attacker.aimed, laws.saturation * open_ground(model, name))
    defenders = Force(men, to_attacker, defender.aimed, laws.saturation * place["area"])
    if men > 0.0:
        attackers_left, defenders_left = day_of_battle(attackers, defenders, laws.weiss)
        place["attack_loss"] = 1.0 - attackers_left / attackers.men
        place["defence_loss"] += 1.0 - defenders_left / men
    attack *= attackers.effect_on(defenders.density)
    defence *= defenders.effect_on(attackers.density)
    ratio = attack * luck / (defence * shelter) if defence > 0.0 else FAR
    if ratio > laws.hold_ratio:
        pace = laws.advance_pace * (1.0 - model.mud) * (1.0 - laws.hold_ratio / ratio)
        place["gained"] += pace / (1.0 + laws.works_delay * place["works"])


def open_ground(model: ReferenceCampaign, name: str) -> float:
    """Return the ground over which an assault spreads, km2: the place and some of the hostile cells around it."""
    place = model.theatre.place(name)
    around = [beyond["area"] for beyond in model.theatre.around(name) if beyond["holder"] != place["holder"]]
    return float(place["area"] + model.laws.assault_spread * sum(around))


def battle_noise(model: ReferenceCampaign, side: Headquarters) -> float:
    """Return what a side makes of its power these days."""
    length = max(1, int(model.laws.battle_days))
    spell = (model.day + side.id % length) // length
    return math.exp(model.laws.battle_spread * normal(model.key, spell, BATTLE_NOISE, side.id))


def daily_noise(model: ReferenceCampaign, place: Place) -> float:
    """Return the factor by which luck favours today's attackers."""
    laws = model.laws
    draw = normal(model.key, model.day, BATTLE, place["id"])
    place["luck"] = laws.noise_memory * place["luck"] + math.sqrt(1.0 - laws.noise_memory**2) * draw
    return math.exp(laws.noise_spread * place["luck"] - 0.5 * laws.noise_spread**2)


def support(model: ReferenceCampaign, name: str, place: Place) -> float:
    """Return the power that neighbouring places of the same side lend to a defence by fire, as far as they see."""
    borders, lent = model.theatre.borders, 0.0
    for beside in borders[name]:
        if borders.nodes[beside]["holder"] == place["holder"]:
            lent += borders.nodes[beside]["power"] / borders.degree(beside)
    return model.laws.support * model.headquarters[place["holder"]].intelligence * lent


def bleed(formation: Formation) -> None:
    """Take a formation's share of today's losses, as attacker and as defender of where it stands."""
    if formation.took_part:
        objective = formation.model.theatre.place(str(formation.objective))
        formation.lose(formation.strength * objective["attack_loss"])
    formation.lose(formation.strength * min(1.0, formation.here["defence_loss"]))
    if formation.order == ASSAULT:
        formation.dug_in = 0.0
    elif formation.here["attackers"] > 0.0:
        formation.dug_in *= 1.0 - formation.headquarters.enemy.bombs


def fall(model: ReferenceCampaign, name: str, place: Place) -> None:
    """Give a place to its strongest attacker; what is left of its defenders falls back or is captured."""
    attackers = [each for each in model.present() if each.took_part and each.objective == name and each.strength > 0.0]
    if not attackers:
        return
    lead = max(attackers, key=lambda each: each.strength)
    loser = place["holder"]
    picture = lead.strength * (1.0 - lead.headquarters.deception)
    place.update(holder=1 - loser, gained=0.0, works=0.0, taken=model.day, picture=picture)
    model.theatre.moved = True
    fall_back(model, name, loser)
    for formation in model.present():
        if formation.order == ASSAULT and formation.objective == name:
            formation.stand()
    lead.place, lead.dug_in = name, 0.0


def fall_back(model: ReferenceCampaign, name: str, loser: int) -> None:
    """Move the defenders of a fallen place to the neighbour nearest their rear; with none left, few of them escape."""
    theatre = model.theatre
    ways = [beyond for beyond in theatre.borders[name] if theatre.place(beyond)["holder"] == loser]
    back = min(ways, key=lambda beyond: theatre.place(beyond)["retreat"], default=None)
    for formation in [each for each in model.present(loser) if each.place == name]:
        if back is None:
            formation.surrender(model.laws.storm_captured * formation.strength)
            slip_away(formation)
        else:
            formation.lose(model.laws.overrun * formation.strength)
            formation.place, formation.dug_in = back, 0.0
            formation.stand()


def slip_away(formation: Formation) -> None:
    """Bring those who escape a stormed pocket to a place that leads to the rear; without one none escapes."""
    goal, _ = refuge(formation)
    formation.stock = 0.0
    if goal is None:
        formation.surrender(formation.strength)
        formation.status = DESTROYED
    else:
        formation.place, formation.dug_in = goal, 0.0
        formation.stand()

"""Combat: assaults across the borders of the front and skirmishes along them, and what both sides lose there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT, FAR

from .advance import advance
from .attrition import Force, day_of_battle, loss_rate
from .noise import battle_noise, daily_noise
from .reconnaissance import is_surprised
from .sectors import engage

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation
    from .headquarters import Headquarters
    from .theatre import Border, Place


def muster(model: ReferenceCampaign) -> None:
    """Count men and fighting power in every place, and how well its defenders are dug in."""
    for place in model.theatre.places:
        place["men"] = place["power"] = place["dug_in"] = 0.0
    for formation in model.present():
        here = formation.here
        here["men"] += formation.strength
        here["power"] += formation.power
        here["dug_in"] += formation.dug_in * formation.strength


def fight(model: ReferenceCampaign) -> None:
    """Fight today's battles everywhere at once, then let the front move where ground was won."""
    muster(model)
    concentrate(model)
    engage(model)
    for place, borders in model.theatre.front_places():
        if not model.ceasefire:
            for border in borders:
                skirmish(model, place, border)
        battle(model, place, borders)
    share_losses(model)
    for formation in model.present():
        bleed(formation)
    advance(model)


def concentrate(model: ReferenceCampaign) -> None:
    """Find who attacks today, with what surprise and how much of his strength, and who holds the line."""
    laws = model.laws
    for place in model.theatre.places:
        place.update(force=0.0, strike=0.0, attackers=0.0, attack=0.0)
        place.update(staying=place["men"], staying_power=place["power"], staying_dug_in=place["dug_in"])
    surprised = set()
    for formation in model.present():
        if formation.is_assaulting:
            base, formation.attacking = formation.here, 1.0
            if is_surprised(formation.headquarters.enemy, formation):
                formation.attacking = laws.surprise
                surprised.add(str(formation.objective))
            base["force"] += formation.strength
            base["strike"] += formation.power * (1.0 - laws.exhaustion * formation.strain) * formation.attacking
            base["staying"] -= laws.attack_share * formation.strength
            base["staying_power"] -= laws.attack_share * formation.power
            base["staying_dug_in"] -= laws.attack_share * formation.strength * formation.dug_in
        if formation.order == ASSAULT:
            formation.prepared += 1
    for name in surprised:
        model.note("surprises", model.theatre.place(name)["holder"], 1.0)


def reference_effect(model: ReferenceCampaign) -> float:
    """Return the effect of fire in the battles by which loss rates were measured."""
    return model.laws.reference_aimed + (1.0 - model.laws.reference_aimed) * model.laws.reference_density


def skirmish(model: ReferenceCampaign, place: Place, border: Border) -> None:
    """Add what the men who hold a border lose today to those who hold its other side."""
    laws, enemy = model.laws, model.headquarters[1 - place["holder"]]
    if border["men"] > 0.0:
        rate = laws.quiet * laws.attacker_rate / (reference_effect(model) * place["terrain"])
        men = Force(border["men"], 0.0, 0.0, laws.saturation * border["front"] * laws.battle_depth)
        fire = Force(border["opposite"]["power"], rate, enemy.aimed, 0.0)
        border["loss_holding"] += loss_rate(men, fire, laws.weiss) / border["men"]


def battle(model: ReferenceCampaign, place: Place, borders: list[Border]) -> None:
    """Let those who attack a place fight for its borders."""
    attacker, defender = model.headquarters[1 - place["holder"]], model.headquarters[place["holder"]]
    place["attackers"] = sum(border["opposite"]["pushers"] for border in borders)
    if place["attackers"] <= 0.0:
        return
    place["attack"] = sum(border["opposite"]["push"] for border in borders) / (1.0 + attacker.artillery)
    place["works"] *= 1.0 - attacker.bombing
    luck = daily_noise(model, place)
    noise = battle_noise(attacker, place), battle_noise(defender, place)
    for border in borders:
        if border["opposite"]["pushers"] > 0.0:
            contest(attacker, defender, border, luck, noise)


def contest(
    attacker: Headquarters, defender: Headquarters, border: Border, luck: float, noise: tuple[float, float]
) -> None:
    """Set what attackers and defenders of a border lose today, and how much ground the attackers win across it."""
    laws, place, pushers = attacker.model.laws, border["here"], border["opposite"]["pushers"]
    held = border["men"]
    turned = laws.envelopment * border["enveloped"] / held if held > 0.0 else 0.0
    dug_in = border["dug_in"] / held * (1.0 - attacker.bombing) if held > 0.0 else 0.0
    posture = laws.hasty + (laws.prepared - laws.hasty) * dug_in + (laws.fortified - laws.prepared) * place["works"]
    shelter = 1.0 + (posture * place["terrain"] - 1.0) * (1.0 - turned)
    screen = laws.screen * border["front"]
    men = held + screen
    attack = border["opposite"]["push"] * noise[0]
    defence = (border["power"] + screen * laws.screen_quality) * (1.0 - turned) * noise[1]
    room = laws.saturation * border["front"] * laws.battle_depth
    reference = reference_effect(attacker.model)
    to_defender = laws.defender_rate * luck * (attack / pushers) ** laws.weiss / (reference * shelter)
    to_attacker = laws.attacker_rate / luck * (defence / men) ** laws.weiss / reference if men > 0.0 else 0.0
    attackers = Force(pushers, to_defender, attacker.aimed, room)
    defenders = Force(men, to_attacker, defender.aimed, room)
    if men > 0.0:
        attackers_left, defenders_left = day_of_battle(attackers, defenders, laws.weiss)
        border["opposite"]["loss_attacking"] = 1.0 - attackers_left / pushers
        border["loss_holding"] += 1.0 - defenders_left / men
    attack *= luck * attackers.effect_on(defenders.density)
    defence *= shelter * defenders.effect_on(attackers.density)
    ratio = min(FAR, attack / defence) if defence > 0.0 else FAR
    border["won"] = border["front"] * pace(defender, ratio) / (1.0 + laws.works_delay * place["works"])


def pace(defender: Headquarters, ratio: float) -> float:
    """Return how fast a front moves at a ratio of powers, km/day: drones that see slow every advance."""
    laws = defender.model.laws
    if ratio <= laws.hold_ratio:
        return 0.0
    resistance = laws.resistance + laws.drone_resistance * defender.drone_threat
    march = laws.advance_pace * (1.0 - defender.model.mud)
    return march * (1.0 - laws.hold_ratio / ratio) * ratio / (ratio + resistance)


def share_losses(model: ReferenceCampaign) -> None:
    """Share the losses of borders among the places whose men fought there."""
    for place in model.theatre.places:
        place.update(pressed=0.0, loss_attacking=0.0, loss_holding=0.0)
        if place["men"] <= 0.0:
            continue
        for share in model.reach(place["name"]).shares:
            border = share.border
            place["loss_holding"] += share.hold * border["loss_holding"]
            place["pressed"] += share.hold if border["opposite"]["pushers"] > 0.0 else 0.0
            place["loss_attacking"] += place["push"] * share.open * border["promise"] * border["loss_attacking"]


def bleed(formation: Formation) -> None:
    """Take a formation's share of today's losses: of those who attack from where it is, and of those who hold."""
    laws, base, men = formation.model.laws, formation.here, formation.strength
    stays = 1.0
    if formation.attacking > 0.0:
        stays -= laws.attack_share
        formation.lose(men * min(1.0, base["loss_attacking"]), "lost_assaulting")
    formation.pressed = base["pressed"]
    cause = "lost_defending" if base["pressed"] > 0.0 else "lost_holding"
    formation.lose(min(formation.strength, men * stays * base["loss_holding"]), cause)
    formation.dug_in *= 1.0 - base["pressed"] * formation.headquarters.enemy.bombing
    if formation.order == ASSAULT:
        formation.dug_in = 0.0
    formation.tire()

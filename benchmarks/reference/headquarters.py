"""A headquarters as an agent: what it is lent, what it sees, what it orders, and its will to go on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import mesa

from sim.vocabulary import ASSAULT
from sim.world.chance import ALARM, DETECTION, ESTIMATE, ORDER, WARNING, normal, uniform

from .orders import give_order, leave
from .reserves import call_for_troops

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation

Place = dict[str, Any]


class Headquarters(mesa.Agent):
    """A side's headquarters, which knows its enemy from a picture."""

    model: ReferenceCampaign
    id: int
    assaults: int
    crosses_border: int
    may_withdraw: int
    withdraws: int
    own_coverage: float
    intelligence: float
    deception: float
    aimed: float
    artillery: float
    drones: float
    road_strikes: float
    crossing_strikes: float
    depot_strikes: float
    bombs: float
    raids: float
    trucks: float
    most_trucks: float
    replacement: float
    materiel: float
    money: float
    dependence: float
    reliance: float
    threshold: float
    reserve: float
    stickiness: float
    will: float
    momentum: float
    lost: float

    def __init__(self, model: ReferenceCampaign, side: int, row: dict[str, Any]) -> None:
        super().__init__(model)
        self.__dict__.update(row)
        self.side = side

    @property
    def enemy(self) -> Headquarters:
        """Return the other side's headquarters."""
        return self.model.headquarters[1 - self.side]

    @property
    def arms(self) -> float:
        """Return the share of its fire that the foreign materiel at hand allows."""
        return 1.0 - self.reliance * (1.0 - self.materiel)

    def lag(self) -> float:
        """Return the days between two reviews of its orders."""
        return self.model.laws.order_lag + self.model.laws.order_lag_blind * (1.0 - self.intelligence)

    def receive_aid(self) -> None:
        """Add up what its supporters give today."""
        supporters = [each for each in self.model.supporters if each.side == self.side]
        delivered = max(0.0, 1.0 - sum(each.share * (1.0 - each.materiel) for each in supporters))
        self.materiel += (delivered - self.materiel) / max(1.0, self.model.laws.materiel_days)
        self.money = max(0.0, 1.0 - sum(each.money_share * (1.0 - each.money) for each in supporters))
        lent = sum(each.coverage * each.intelligence for each in supporters)
        self.intelligence = min(1.0, self.own_coverage + lent)
        least, most = self.model.laws.aimed_least, self.model.laws.aimed_most
        self.aimed = least + (most - least) * self.intelligence

    def look(self) -> None:
        """Let reconnaissance report the enemy by place; where nothing is reported, belief returns to the expected."""
        model, laws = self.model, self.model.laws
        self.raise_alarm()
        theirs = [place for place in model.theatre.places if place["holder"] != self.side]
        fronts = sum(place["fronts"] > 0 for place in theirs)
        men = sum(formation.established for formation in model.present(1 - self.side))
        spread = men * (1.0 - self.enemy.deception) / fronts if fronts else 0.0
        memory = laws.picture_memory if model.day > 0 else 0.0
        for place in theirs:
            self.misjudge(place)
            chance = laws.detection * self.intelligence
            if place["fronts"] > 0:
                chance = 1.0 - (1.0 - chance) * (1.0 - laws.contact_detection)
            if uniform(model.key, model.day, DETECTION, place["id"]) < chance:
                place["picture"] = self.report(place)
            else:
                expected = spread if place["fronts"] > 0 else 0.0
                place["picture"] = expected + memory * (place["picture"] - expected)

    def report(self, place: Place) -> float:
        """Return how many men reconnaissance believes to be in a place."""
        if place["men"] <= 0.0:
            return 0.0
        error = self.model.laws.estimate_spread * (1.0 - self.intelligence) * place["misjudged"]
        return float(place["men"] * (1.0 - self.enemy.deception) * math.exp(error))

    def misjudge(self, place: Place) -> None:
        """Let the error of its estimate wander at the front: a misjudgement outlasts the report that made it."""
        if place["fronts"] == 0 and self.model.day > 0:
            return
        kept = self.model.laws.estimate_memory if self.model.day > 0 else 0.0
        draw = normal(self.model.key, self.model.day, ESTIMATE, place["id"])
        place["misjudged"] = kept * place["misjudged"] + math.sqrt(1.0 - kept**2) * draw

    def raise_alarm(self) -> None:
        """Notice preparations against its places as the days go by; an assault under way is noticed at once."""
        model, laws = self.model, self.model.laws
        for place in model.theatre.places:
            if place["holder"] == self.side:
                place["alarm"] = 0.0
        chance = laws.detection * self.intelligence * (1.0 - self.enemy.deception)
        for formation in model.present(1 - self.side):
            if formation.order == ASSAULT:
                draw = uniform(model.key, model.day, WARNING, formation.id)
                if formation.prepared > laws.preparation or draw < chance:
                    formation.noticed = 1
                if formation.noticed:
                    model.theatre.place(str(formation.objective))["alarm"] += formation.strength

    def is_surprised_by(self, formation: Formation) -> bool:
        """Return whether an enemy assault surprises it: not noticed in time, and begun too lately to react."""
        laws = self.model.laws
        under_way = formation.prepared - math.ceil(laws.preparation)
        if under_way >= self.lag():
            return False
        detection = laws.detection * self.intelligence * (1.0 - self.enemy.deception)
        chance = 1.0 - (1.0 - detection) ** max(laws.preparation - self.lag(), 0.0)
        return bool(uniform(self.model.key, self.model.day - under_way, ALARM, formation.id) >= chance)

    def command(self) -> None:
        """Look at every formation whose turn it is."""
        theatre = self.model.theatre
        call_for_troops(self)
        for formation in self.model.present(self.side):
            if formation.order == ASSAULT and theatre.place(str(formation.objective))["holder"] == self.side:
                formation.stand()
            if leave(formation):
                continue
            if formation.wait > 0:
                formation.wait -= 1
            else:
                give_order(formation)
                draw = uniform(self.model.key, self.model.day, ORDER, formation.id)
                formation.wait = int(self.lag() + draw)

    def weigh_will(self) -> None:
        """Change its will: losses, ground and symbols lost and an unpaid war wear it; gains embolden."""
        model, laws = self.model, self.model.laws
        men = sum(formation.strength for formation in model.present(self.side))
        losses = laws.will_loss * self.lost / (men + self.lost) if self.lost > 0.0 else 0.0
        fallen = [place for place in model.theatre.places if place["taken"] == model.day]
        symbols = sum(-place["symbol"] if place["holder"] == self.side else place["symbol"] for place in fallen)
        setbacks = -laws.will_ground * self.momentum
        want = laws.will_money * self.dependence * (1.0 - self.money)
        self.will = min(1.0, max(0.0, self.will - losses - laws.will_symbol * symbols - setbacks - want))
        self.lost = 0.0

    def gather_momentum(self) -> None:
        """Update the contested ground it gains a day, smoothed over weeks."""
        fallen = [place for place in self.model.theatre.places if place["taken"] == self.model.day]
        gained = sum(
            place["area"] if place["holder"] == self.side else -place["area"] for place in fallen if place["contested"]
        )
        today = gained / self.model.laws.momentum_ground
        self.momentum += (today - self.momentum) / self.model.laws.momentum_days

"""A headquarters as an agent: what it is lent, what it may take, when it gives orders, and its will to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mesa

from sim.vocabulary import ASSAULT
from sim.world.chance import ORDER, uniform

from .by_hand import obeys
from .orders import give_order
from .reconnaissance import look
from .reserves import call_for_troops
from .trucks import Fleet
from .withdrawal import leave

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .theatre import Place


class Headquarters(mesa.Agent):
    """A side's headquarters, which knows its enemy from a picture."""

    model: ReferenceCampaign
    id: int
    assaults: float
    may_assault: float
    crosses_border: int
    may_withdraw: int
    withdraws: int
    own_coverage: float
    lent_coverage: float
    intelligence: float
    depth: float
    disrupted: float
    deception: float
    aimed: float
    artillery: float
    drones: float
    road_strikes: float
    crossing_strikes: float
    depot_strikes: float
    bombs: float
    assembly_strikes: float
    command_strikes: float
    counter_drone: float
    raids: float
    materiel: float
    money: float
    dependence: float
    reliance: float
    replacements: float
    threshold: float
    reserve: float
    stickiness: float
    will: float
    starting_will: float
    momentum: float
    lost: float

    def __init__(self, model: ReferenceCampaign, side: int, row: dict[str, Any]) -> None:
        super().__init__(model)
        self.__dict__.update(row)
        self.side = side
        self.fleet = Fleet(row["trucks"], row["most_trucks"], row["replacement"])

    @property
    def enemy(self) -> Headquarters:
        """Return the other side's headquarters."""
        return self.model.headquarters[1 - self.side]

    @property
    def arms(self) -> float:
        """Return the share of its fire that the foreign materiel at hand allows."""
        return 1.0 - self.reliance * (1.0 - self.materiel)

    @property
    def bombing(self) -> float:
        """Return the fortification that its bombs remove today: the enemy who sees behind its front is warned."""
        return self.bombs * (1.0 - self.model.laws.bomb_warning * self.enemy.depth)

    @property
    def drones_in_use(self) -> float:
        """Return the density of its drones whose crews the enemy does not silence."""
        return self.drones * (1.0 - self.enemy.counter_drone * self.enemy.depth)

    @property
    def drone_threat(self) -> float:
        """Return the density of its drones, by how much of their targets they find."""
        least = self.model.laws.drone_sight_least
        return self.drones_in_use * (least + (1.0 - least) * self.intelligence)

    @property
    def lag(self) -> float:
        """Return the days between two reviews of its orders, and before it reacts."""
        laws = self.model.laws
        return laws.order_lag + laws.order_lag_blind * (1.0 - self.intelligence) + self.disrupted

    def may_come(self, place: Place) -> bool:
        """Return whether politics let it attack a place: its own country, the contested region, or anywhere."""
        return bool(self.crosses_border or place["home"] == self.side or place["contested"])

    def may_take(self, place: Place) -> bool:
        """Return whether it may attack a place and wants it."""
        return place["spared"][self.side] < 1.0 and self.may_come(place)

    def receive_aid(self) -> None:
        """Add up what its supporters give today."""
        supporters = [each for each in self.model.supporters if each.side == self.side]
        delivered = max(0.0, 1.0 - sum(each.share * (1.0 - each.materiel) for each in supporters))
        self.materiel += (delivered - self.materiel) / max(1.0, self.model.laws.materiel_days)
        self.money = max(0.0, 1.0 - sum(each.money_share * (1.0 - each.money) for each in supporters))
        self.lent_coverage = sum(each.coverage * each.intelligence for each in supporters)

    def cover(self) -> None:
        """See as much of the battlefield, and of what lies behind the enemy's front, as its coverage allows today."""
        laws = self.model.laws
        self.intelligence = min(1.0, self.own_coverage + self.lent_coverage)
        self.depth = min(1.0, laws.depth_share * self.own_coverage + self.lent_coverage)
        self.aimed = laws.aimed_least + (laws.aimed_most - laws.aimed_least) * self.intelligence

    def look(self) -> None:
        """Let reconnaissance report the enemy."""
        look(self)

    def command(self) -> None:
        """Look at every formation whose turn it is; who is asked first was drawn once for all."""
        call_for_troops(self)
        formations = sorted(self.model.present(self.side), key=lambda formation: formation.id)
        under_way = sum(formation.strength for formation in formations if formation.order == ASSAULT)
        self.may_assault = self.assaults * sum(formation.strength for formation in formations) - under_way
        for formation in formations:
            if formation.order == ASSAULT and self.model.theatre.place(str(formation.objective))["holder"] == self.side:
                formation.wait = 0
            if obeys(formation) or leave(formation):
                continue
            if formation.wait > 0:
                formation.wait -= 1
            else:
                give_order(formation)
                formation.wait = int(self.lag + uniform(self.model.key, self.model.day, ORDER, formation.id))

    def weigh_will(self) -> None:
        """Change its will: losses, ground and symbols lost and an unpaid war wear it; gains embolden."""
        model, laws = self.model, self.model.laws
        men = sum(formation.strength for formation in model.present(self.side))
        losses = laws.will_loss * self.lost / (men + self.lost) if self.lost > 0.0 else 0.0
        fallen = [place for place in model.theatre.places if place["taken"] == model.day]
        lost = sum(-place["symbol"] if place["holder"] == self.side else place["symbol"] for place in fallen)
        symbols = laws.will_symbol * lost
        setbacks = -laws.will_ground * self.momentum
        want = laws.will_money * self.dependence * (1.0 - self.money)
        self.will = min(1.0, max(0.0, self.will - losses - symbols - setbacks - want))
        self.lost = 0.0
        model.note("will_lost_to_losses", self.side, losses)
        model.note("will_lost_to_symbols", self.side, symbols)
        model.note("will_lost_to_setbacks", self.side, setbacks)
        model.note("will_lost_to_want", self.side, want)

    def gather_momentum(self) -> None:
        """Update the contested ground it gains a day, smoothed over weeks."""
        fallen = [place for place in self.model.theatre.places if place["taken"] == self.model.day]
        gained = sum(
            place["area"] if place["holder"] == self.side else -place["area"] for place in fallen if place["contested"]
        )
        today = gained / self.model.laws.momentum_ground
        self.momentum += (today - self.momentum) / self.model.laws.momentum_days

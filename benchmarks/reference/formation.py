"""A formation as an agent: its men and stocks, its marches, its pockets and its heart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import mesa

from sim.vocabulary import ASSAULT, FREE, HOLD, MOVE, PRESENT, WITHDRAW
from sim.world.chance import ROUT, uniform

from .orders import withdraw
from .pocket import encircle

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .headquarters import Headquarters


class Formation(mesa.Agent):
    """The smallest body of troops that is moved, supplied and worn down."""

    model: ReferenceCampaign
    id: int
    side: int
    kind: int
    status: int
    order: int
    arrives: int
    leaves: int
    wait: int
    prepared: int
    noticed: int
    cut: int
    reached: bool
    pocket: int
    strength: float
    established: float
    quality: float
    morale: float
    stock: float
    use: float
    wanted: float
    sent: float
    received: float
    effect: float
    dug_in: float
    marched: float
    loss: float
    casualties: float
    captured: float
    dispersed: float

    def __init__(self, model: ReferenceCampaign, place: str, row: dict[str, Any]) -> None:
        super().__init__(model)
        self.__dict__.update(row)
        self.place = place
        self.objective: str | None = None

    @property
    def here(self) -> dict[str, Any]:
        """Return what is true of the place where it stands."""
        return self.model.theatre.place(self.place)

    @property
    def headquarters(self) -> Headquarters:
        """Return the headquarters that commands it."""
        return self.model.headquarters[self.side]

    @property
    def power(self) -> float:
        """Return its men weighted by quality, supplies, morale and the materiel its side relies on."""
        floor = self.model.laws.morale_floor
        heart = floor + (1.0 - floor) * self.morale
        return self.strength * self.quality * self.effect * heart * self.headquarters.arms

    @property
    def is_assaulting(self) -> bool:
        """Return whether its assault is prepared and under way."""
        return self.status == PRESENT and self.order == ASSAULT and self.prepared >= self.model.laws.preparation

    @property
    def took_part(self) -> bool:
        """Return whether it took part in today's assault, now that the day counts as prepared."""
        return self.status == PRESENT and self.order == ASSAULT and self.prepared - 1 >= self.model.laws.preparation

    def comrades(self) -> list[Formation]:
        """Return the other formations in its place."""
        return [other for other in self.model.present() if other.place == self.place and other is not self]

    def stand(self) -> None:
        """Hold where it is, to be looked at again at once."""
        self.order, self.objective, self.marched, self.wait = HOLD, None, 0.0, 0

    def fall_out(self, men: float) -> None:
        """Lose men from its ranks."""
        if men > 0.0:
            self.loss += (1.0 - self.loss) * men / self.strength
            self.strength -= men
            self.headquarters.lost += men

    def lose(self, men: float) -> None:
        """Count men as killed, wounded or missing."""
        self.fall_out(men)
        self.casualties += men

    def surrender(self, men: float) -> None:
        """Count men as prisoners."""
        self.fall_out(men)
        self.captured += men

    def march(self) -> None:
        """Carry out a day of its order to move, withdraw or hold."""
        if self.status != PRESENT:
            return
        laws, theatre = self.model.laws, self.model.theatre
        self.loss = 0.0
        if self.order == HOLD:
            self.dug_in = min(1.0, self.dug_in + 1.0 / laws.dig_days)
        if self.order not in {MOVE, WITHDRAW} or self.objective is None:
            return
        is_open = theatre.borders.has_edge(self.place, self.objective)
        if not is_open or theatre.place(self.objective)["holder"] != self.side:
            self.stand()
            return
        way = theatre.borders.edges[self.place, self.objective]
        pace = laws.march_pace * (1.0 - self.model.mud) * (1.0 if way["by_road"] else laws.cross_country)
        step = min(pace, way["km"] - self.marched)
        self.marched += step
        self.dug_in = 0.0
        if self.order == WITHDRAW:
            self.run_the_gauntlet(step)
        if self.marched >= way["km"]:
            self.place = self.objective
            self.stand()

    def run_the_gauntlet(self, km: float) -> None:
        """Lose men to fire on the way back; comrades who still fight there cover it."""
        if self.model.ceasefire:
            return
        laws, enemy = self.model.laws, self.headquarters.enemy
        near = math.exp(-self.here["hostile"] / laws.drone_reach)
        hazard = laws.withdrawal_hazard * enemy.drones * enemy.intelligence * near
        covered = any(other.order in {HOLD, ASSAULT} for other in self.comrades())
        cover = laws.rear_guard_cover if covered else 0.0
        self.lose(self.strength * (1.0 - math.exp(-hazard * (1.0 - cover) * km)))

    def encircle(self) -> None:
        """Live through the evening of a day on which it may be cut off."""
        if self.status == PRESENT:
            encircle(self)

    def update_morale(self) -> None:
        """Change its morale by the day's losses, supplies, encirclement and rest; in contact it may rout."""
        if self.status != PRESENT:
            return
        laws = self.model.laws
        losses, shortage = laws.morale_loss * self.loss, laws.morale_shortage * (1.0 - self.effect)
        pocket = laws.morale_pocket if self.pocket != FREE else 0.0
        resting = self.loss <= 0.0 and self.pocket == FREE
        rest = laws.morale_rest * (1.0 - self.morale) * self.headquarters.will if resting else 0.0
        self.morale = min(1.0, max(0.0, self.morale - losses - shortage - pocket + rest))
        if self.here["fronts"] > 0:
            chance = 1.0 / (1.0 + math.exp((self.morale - laws.rout_morale) / laws.rout_spread))
            draw = uniform(self.model.key, self.model.day, ROUT, self.id)
            if draw < chance and withdraw(self):
                self.wait = max(1, self.wait)

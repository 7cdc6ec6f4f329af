"""A formation as an agent: its men and stocks, its marches, its pockets and its heart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import mesa

from sim.vocabulary import ASSAULT, DESTROYED, FREE, HOLD, MOVE, PRESENT, WITHDRAW
from sim.world.chance import ROUT, uniform

from .pocket import encircle
from .withdrawal import run_the_gauntlet, withdraw

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .headquarters import Headquarters
    from .theatre import Place


class Formation(mesa.Agent):
    """The smallest body of troops that is moved, supplied and worn down."""

    model: ReferenceCampaign
    id: int
    side: int
    kind: int
    status: int
    order: int
    ordered: int
    arrives: int
    leaves: int
    member: int
    member_will: float
    wait: int
    prepared: int
    noticed: int
    attacking: float
    pressed: float
    strain: float
    spent: int
    cut: int
    reached: int
    risk: float
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
    joined: float
    casualties: float
    captured: float
    dispersed: float

    def __init__(self, model: ReferenceCampaign, row: dict[str, Any]) -> None:
        super().__init__(model)
        self.__dict__.update(row)
        self.place: str = model.theatre.names[row["place"]]
        self.objective: str | None = None
        self.goal: str | None = None
        self.supplier: str | None = None

    @property
    def here(self) -> Place:
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

    def comrades(self) -> list[Formation]:
        """Return the other formations in its place."""
        return [other for other in self.model.present(self.side) if other.place == self.place and other is not self]

    def stand(self) -> None:
        """Hold where it is, to be looked at again at once."""
        self.order, self.objective, self.marched, self.prepared, self.wait = HOLD, None, 0.0, 0, 0

    def head_for(self, order: int, place: str | None) -> None:
        """Begin to move or to withdraw, or go on with it."""
        if self.order != order or self.objective != place:
            self.marched = 0.0
        self.order, self.objective = order, place

    def move_to(self, place: str) -> None:
        """Be in another place at once, and stand there."""
        self.place, self.dug_in = place, 0.0
        self.stand()

    def note(self, cause: str, amount: float) -> None:
        """Note in the ledger what befell its side today."""
        self.model.note(cause, self.side, amount)

    def fall_out(self, men: float, cause: str) -> None:
        """Lose men from its ranks."""
        if men > 0.0:
            self.loss = min(1.0, self.loss + (1.0 - self.loss) * men / self.strength)
            self.strength -= men
            self.headquarters.lost += men
            self.note(cause, men)

    def lose(self, men: float, cause: str) -> None:
        """Count men as killed, wounded or missing."""
        self.fall_out(men, cause)
        self.casualties += men

    def surrender(self, men: float) -> None:
        """Count men as prisoners."""
        self.fall_out(men, "surrendered")
        self.captured += men

    def join(self, men: float) -> None:
        """Receive men into its ranks."""
        self.strength += men
        self.joined += men
        self.note("joined", men)

    def abandon_stock(self) -> None:
        """Leave its supplies behind."""
        self.note("supply_abandoned", self.stock)
        self.stock = 0.0

    def perish(self) -> None:
        """End, with all who are left taken prisoner."""
        self.surrender(self.strength)
        self.end()

    def end(self) -> None:
        """Be no more."""
        self.abandon_stock()
        self.status = DESTROYED

    def set_back(self, days: int) -> None:
        """Lose days of preparation for an assault that is not under way."""
        if self.prepared < self.model.laws.preparation:
            self.prepared = max(0, self.prepared - days)

    def count_anew(self) -> None:
        """Begin to count what it loses today, and how far it is pressed and attacks."""
        if self.status == PRESENT:
            self.loss = self.pressed = self.attacking = 0.0

    def march(self) -> None:
        """Carry out a day of its order to move, withdraw or hold."""
        if self.status != PRESENT:
            return
        laws, theatre = self.model.laws, self.model.theatre
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
            run_the_gauntlet(self, step)
        if self.marched >= way["km"]:
            self.place = self.objective
            self.stand()

    def encircle(self) -> None:
        """Live through the evening of a day on which it may be cut off."""
        if self.status == PRESENT:
            encircle(self)

    def tire(self) -> None:
        """Be strained by what an assault cost it today, or refit as far as it is not under assault."""
        laws = self.model.laws
        if self.attacking > 0.0:
            self.strain = min(1.0, self.strain + self.loss / laws.relief_losses)
        else:
            self.strain = max(0.0, self.strain - (1.0 - self.pressed) / laws.refit_days)
        if self.strain >= 1.0:
            self.spent = 1
        elif self.strain <= 0.0:
            self.spent = 0

    def update_morale(self) -> None:
        """Change its morale by the day's losses, supplies, encirclement and rest; under assault it may rout."""
        if self.status != PRESENT:
            return
        laws, men = self.model.laws, self.strength
        losses, shortage = laws.morale_loss * self.loss, laws.morale_shortage * (1.0 - self.effect)
        pocket = laws.morale_pocket if self.pocket != FREE else 0.0
        resting = 1.0 - self.pressed if self.attacking <= 0.0 and self.pocket == FREE else 0.0
        rest = laws.morale_rest * resting * (1.0 - self.morale) * self.headquarters.will
        self.morale = min(1.0, max(0.0, self.morale - losses - shortage - pocket + rest))
        self.note("morale_lost_to_losses", men * losses)
        self.note("morale_lost_to_shortage", men * shortage)
        self.note("morale_lost_in_pockets", men * pocket)
        self.note("morale_restored", men * rest)
        if self.pressed > 0.0:
            chance = self.pressed / (1.0 + math.exp((self.morale - laws.rout_morale) / laws.rout_spread))
            draw = uniform(self.model.key, self.model.day, ROUT, self.id)
            if draw < chance and withdraw(self):
                self.wait = max(1, self.wait)
                self.note("routs", 1.0)

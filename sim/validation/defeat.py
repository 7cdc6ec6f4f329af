"""Defeat: why defenders gave their ground up, as McQuie (1987) asked of 52 battles."""

from collections.abc import Iterator
from enum import Enum

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment
from sim.rules.command.danger import danger
from sim.validation.engagement import DEFENDER, Layout, drawn_for, length, prepared
from sim.vocabulary import LEDGER, PRESENT, WITHDRAW
from sim.world.chance import key_of
from sim.world.constants import Constants
from sim.world.state import World
from sim.world.tables import Tables, interpreted

ROUTS, WITHDRAWALS, SURRENDERED, DISPERSED = (
    LEDGER.index(f"{name}_1") for name in ("routs", "withdrawals", "surrendered", "dispersed")
)


class Reason(Enum):
    """What made a defence end."""

    PENETRATION = "penetrated"
    FLANK = "flank threatened"
    ROAD = "road threatened"
    LOSSES = "casualties"
    ROUT = "broken morale"
    SURRENDER = "surrendered"

    @property
    def is_manoeuvre(self) -> bool:
        """Return whether the enemy's movement rather than his fire decided."""
        return self in {Reason.PENETRATION, Reason.FLANK, Reason.ROAD}

    @property
    def is_casualties(self) -> bool:
        """Return whether losses or broken morale decided; of surrender McQuie makes a third kind."""
        return self in {Reason.LOSSES, Reason.ROUT}


def reasons(base: Deployment, number: int, seed: int) -> Iterator[Reason | None]:
    """Yield for each random engagement why the defence gave up its first place, or None if it held."""
    for index in range(number):
        drawn = drawn_for(base, seed, index)
        days = length(base.laws, drawn)
        yield reason(prepared(base, drawn, key_of(seed, index), Layout.FRONTAL, days), base.laws, days)


def reason(world: Tables, laws: Constants, days: int) -> Reason | None:
    """Return the first reason, day by day, for which a defender left, broke or lost its place; None for none."""
    for day in range(days):
        before = interpreted(world)
        world = play(world, laws, day, day + 1)
        ledger = world.ledger[day]
        if ledger[ROUTS] > 0:
            return Reason.ROUT
        if ledger[WITHDRAWALS] > 0:
            return cause_of_withdrawal(before, world, laws)
        if ledger[SURRENDERED] > 0:
            return Reason.SURRENDER
        if ledger[DISPERSED] > 0:
            return Reason.LOSSES
        if any(was.holder == DEFENDER != now for was, now in zip(before.places, holders(world), strict=True)):
            return Reason.PENETRATION
    return None


def holders(world: Tables) -> list[int]:
    """Return who holds each place."""
    return [int(holder) for holder in world.places["holder"]]


def cause_of_withdrawal(before: World, after: Tables, laws: Constants) -> Reason:
    """Return which part of the danger weighed most with the formations that were ordered back today."""
    parts = {
        Reason.FLANK: laws._replace(danger_road=0.0, danger_losses=0.0),
        Reason.ROAD: laws._replace(danger_flank=0.0, danger_losses=0.0),
        Reason.LOSSES: laws._replace(danger_flank=0.0, danger_road=0.0),
    }
    orders = [int(order) for order in after.formations["order"]]
    leaving = [
        formation
        for formation, order in zip(before.formations, orders, strict=True)
        if formation.side == DEFENDER and formation.status == PRESENT and order == WITHDRAW
    ] or [formation for formation in before.formations if formation.side == DEFENDER]
    return max(parts, key=lambda cause: sum(danger(before, parts[cause], formation) for formation in leaving))

"""A day of war: the main loop. One line a phase; both sides act at once."""

from collections.abc import Callable

from sim.rules.battle.coalition import go_home
from sim.rules.battle.cohesion import update_morale, weigh_will
from sim.rules.battle.combat import fight
from sim.rules.battle.encirclement import encircle
from sim.rules.battle.losses import count_anew
from sim.rules.battle.sectors import line_up
from sim.rules.battle.strength import muster
from sim.rules.command.by_hand import take_orders
from sim.rules.command.stance import obey
from sim.rules.depth.infiltration import infiltrate
from sim.rules.depth.intelligence import see
from sim.rules.depth.interdiction import interdict, repair
from sim.rules.front import survey
from sim.rules.manoeuvre import march
from sim.rules.outside.aid import receive_aid
from sim.rules.outside.civilians import suffer
from sim.rules.outside.diplomacy import gather_momentum, reconsider
from sim.rules.outside.events import apply_events
from sim.rules.outside.mediation import mediate
from sim.rules.outside.rulings import overrule
from sim.rules.record import record
from sim.rules.supply.replacements import replace_losses
from sim.rules.supply.supply import supply
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World

Doctrine = Callable[[World, Constants, int, int], None]
"""How a headquarters commands: it is given the world, the laws, the day and its side."""


@rule
def take_stock(w: World, p: Constants, day: int) -> None:
    """Begin a day: repairs, what happens from outside, where the front runs, what aid arrives, who sees what."""
    repair(w, p)
    apply_events(w, day)
    take_orders(w, day)
    replace_losses(w, day)
    infiltrate(w, p, day)
    overrule(w, p, day)
    survey(w, p)
    receive_aid(w, p)
    muster(w, p)
    see(w, p, day)
    line_up(w, p)


@rule
def live_on(w: World, p: Constants, day: int) -> None:
    """End a day behind the front: will, civilians, and how the war seems to go.

    Nothing else depends on civilians, so they are left out of days that are only looked ahead to.
    """
    weigh_will(w, p, day)
    go_home(w, p, day)
    if day <= w.conditions[0].foreseen:
        suffer(w, p)
    gather_momentum(w, p, day)


@rule
def play_day(w: World, p: Constants, day: int, doctrines: tuple[Doctrine, Doctrine]) -> None:
    """Play one day of the campaign."""
    take_stock(w, p, day)
    doctrines[0](w, p, day, 0)
    doctrines[1](w, p, day, 1)
    obey(w)
    count_anew(w)
    interdict(w, p, day)
    supply(w, p, day)
    for formation in w.formations:
        march(w, p, day, formation)
    fight(w, p, day)
    survey(w, p)
    for formation in w.formations:
        encircle(w, p, day, formation)
    for formation in w.formations:
        update_morale(w, p, day, formation)
    live_on(w, p, day)
    for supporter in w.supporters:
        reconsider(w, supporter)
    for mediator in w.mediators:
        mediate(w, mediator)
    record(w, day)


def campaign(w: World, p: Constants, first: int, last: int, doctrines: tuple[Doctrine, Doctrine]) -> None:
    """Play the days from ``first`` up to but without ``last``."""
    for day in range(first, last):
        play_day(w, p, day, doctrines)

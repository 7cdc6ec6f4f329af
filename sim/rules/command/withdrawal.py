"""Withdrawal: place by place towards the rear, under fire, and behind a rear guard that leaves last."""

import math

from sim.rules.battle.losses import lose
from sim.rules.battle.strength import fighting_power
from sim.rules.command.aims import may_come
from sim.vocabulary import ASSAULT, FAR, HOLD, LEDGER, PRESENT, WITHDRAW
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, Place, World

LOST_WITHDRAWING = LEDGER.index("lost_withdrawing_0")
WITHDRAWALS = LEDGER.index("withdrawals_0")


@rule
def withdraw(w: World, day: int, formation: Formation) -> bool:
    """Order a formation back to the neighbouring place nearest to its rear; in a sealed pocket, to break out."""
    here = w.places[formation.place]
    back, way = -1, here.retreat
    for neighbour in w.neighbours[here.first : here.last]:
        place = w.places[neighbour.place]
        if place.holder == formation.side and place.retreat < way:
            back, way = neighbour.place, place.retreat
    if back < 0 and here.retreat < FAR:
        return False
    if formation.order != WITHDRAW or formation.objective != back:
        formation.marched = 0.0
        w.ledger[day][WITHDRAWALS + formation.side] += 1.0
    formation.order = WITHDRAW
    formation.objective = back
    return True


@rule
def is_free_to_leave(w: World, formation: Formation) -> bool:
    """Return whether politics let a formation go: foreign ground in the contested region is held until they do."""
    here = w.places[formation.place]
    return here.contested == 0 or here.home == formation.side or w.sides[formation.side].may_withdraw == 1


@rule
def is_given_up(w: World, place: Place, s: int) -> bool:
    """Return whether side ``s`` has ordered its formations out of a place: foreign ground in the contested region."""
    return w.sides[s].withdraws == 1 and place.contested == 1 and place.home != s


@rule
def is_rear_guard(w: World, p: Constants, formation: Formation) -> bool:
    """Return whether a formation is the strongest of several in a place: it stays until the others have gone.

    Of equals one stays, or none would ever leave. A sealed pocket has no rear: there all break out together.
    """
    if w.places[formation.place].retreat >= FAR:
        return False
    others = 0
    power = fighting_power(w, p, formation)
    for other in w.formations:
        if other.status == PRESENT and other.place == formation.place and other.id != formation.id:
            others += 1
            its_power = fighting_power(w, p, other)
            if its_power > power or (its_power == power and other.id > formation.id):
                return False
    return others > 0


@rule
def is_covered(w: World, formation: Formation) -> bool:
    """Return whether another formation still fights where a formation withdraws from."""
    for other in w.formations:
        stays = other.order in (HOLD, ASSAULT)
        if other.status == PRESENT and other.place == formation.place and other.id != formation.id and stays:
            return True
    return False


@rule
def gauntlet_survival(hazard: float, cover: float, km: float) -> float:
    """Return the share of men that ``km`` of withdrawal under fire leave: e^(-h (1 - c) L)."""
    return math.exp(-hazard * (1.0 - cover) * km)


@rule
def run_the_gauntlet(w: World, p: Constants, day: int, formation: Formation, km: float) -> None:
    """Lose men to fire on the way back: the nearer the enemy and the more it sees, the more.

    A rear guard covers; where the enemy may not follow, nobody is lost.
    """
    enemy = w.sides[1 - formation.side]
    if not may_come(w, 1 - formation.side, w.places[formation.place]):
        return
    near = math.exp(-w.places[formation.place].hostile / p.drone_reach)
    hazard = p.withdrawal_hazard * enemy.drones * enemy.intelligence * near * (1.0 - w.conditions[0].ceasefire)
    cover = p.rear_guard_cover if is_covered(w, formation) else 0.0
    lose(w, day, formation, formation.strength * (1.0 - gauntlet_survival(hazard, cover, km)), LOST_WITHDRAWING)

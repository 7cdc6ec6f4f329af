"""Advance: places fall when the whole of their depth is gained; defenders fall back or are overrun."""

from sim.rules.orders import stand
from sim.vocabulary import ASSAULT, DESTROYED, FAR, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import World

AREA_BY_ASSAULT = LEDGER.index("area_by_assault_0")
AREA_BY_WITHDRAWAL = LEDGER.index("area_by_withdrawal_0")
LOST_DEFENDING = LEDGER.index("lost_defending_0")


@rule
def advance(w: World, p: Laws, day: int) -> None:
    """Let every place fall whose depth is gained; where no one attacks any more, its holder restores the line."""
    for n in range(len(w.places)):
        place = w.places[n]
        if place.gained >= place.depth:
            fall(w, p, day, n)
        elif place.attackers <= 0.0:
            place.gained = max(0.0, place.gained - p.restore_pace)


@rule
def fall(w: World, p: Laws, day: int, n: int) -> None:
    """Give a place to the attacker: what is left of its defenders falls back, and the strongest attacker moves in."""
    place = w.places[n]
    loser = place.holder
    if place.contested == 1:
        cause = AREA_BY_ASSAULT if place.men > 0.0 else AREA_BY_WITHDRAWAL
        w.ledger[day][cause + loser] += place.area
    place.holder = 1 - loser
    place.gained = 0.0
    place.works = 0.0
    place.taken = day
    place.picture = 0.0
    w.conditions[0].moved = 1
    fall_back(w, p, day, n, loser)
    lead = -1
    for i in range(len(w.formations)):
        formation = w.formations[i]
        if formation.status == PRESENT and formation.order == ASSAULT and formation.objective == n:
            if lead < 0 or formation.strength > w.formations[lead].strength:
                lead = i
            stand(formation)
    if lead >= 0:
        w.formations[lead].place = n
        w.formations[lead].dug_in = 0.0


@rule
def fall_back(w: World, p: Laws, day: int, n: int, loser: int) -> None:
    """Move the defenders of a fallen place to the neighbour nearest their rear; with none left, they are captured."""
    place = w.places[n]
    back, way = -1, 2.0 * FAR
    for neighbour in w.neighbours[place.first : place.last]:
        beyond = w.places[neighbour.place]
        if beyond.holder == loser and beyond.retreat < way:
            back, way = neighbour.place, beyond.retreat
    for formation in w.formations:
        if formation.status != PRESENT or formation.side != loser or formation.place != n:
            continue
        if back >= 0:
            lost = p.overrun * formation.strength
            formation.strength -= lost
            formation.casualties += lost
            w.ledger[day][LOST_DEFENDING + loser] += lost
            formation.place = back
            formation.dug_in = 0.0
            stand(formation)
        else:
            formation.captured += formation.strength
            formation.strength = 0.0
            formation.status = DESTROYED

"""Advance: places fall when the whole of their depth is gained; defenders fall back or are overrun."""

from sim.rules.assault import took_part
from sim.rules.losses import abandon_stock, lose, surrender
from sim.rules.refuge import refuge
from sim.rules.stance import stand
from sim.vocabulary import ASSAULT, DESTROYED, FAR, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.laws import Laws
from sim.world.state import Formation, World

AREA_BY_ASSAULT = LEDGER.index("area_by_assault_0")
AREA_UNDEFENDED = LEDGER.index("area_undefended_0")
LOST_DEFENDING = LEDGER.index("lost_defending_0")


@rule
def advance(w: World, p: Laws, day: int) -> None:
    """Let every place fall whose depth is gained; where no one attacks any more, its holder restores the line."""
    for n in range(len(w.places)):
        place = w.places[n]
        if place.attackers <= 0.0:
            place.gained = max(0.0, place.gained - p.restore_pace)
        elif place.gained >= place.depth:
            lead = strongest_attacker(w, p, n)
            if lead >= 0:
                fall(w, p, day, n, lead)


@rule
def strongest_attacker(w: World, p: Laws, n: int) -> int:
    """Return the strongest formation that assaulted a place today and was not itself thrown back; -1 for none."""
    lead = -1
    for i in range(len(w.formations)):
        formation = w.formations[i]
        stronger = formation.strength > (w.formations[lead].strength if lead >= 0 else 0.0)
        if stronger and took_part(p, formation) and formation.objective == n:
            lead = i
    return lead


@rule
def fall(w: World, p: Laws, day: int, n: int, lead: int) -> None:
    """Give a place to the attacker: what is left of its defenders falls back, and the strongest attacker moves in."""
    place = w.places[n]
    loser = place.holder
    if place.contested == 1:
        cause = AREA_BY_ASSAULT if place.men > 0.0 else AREA_UNDEFENDED
        w.ledger[day][cause + loser] += place.area
    place.holder = 1 - loser
    place.gained = 0.0
    place.works = 0.0
    place.taken = day
    place.picture = w.formations[lead].strength * (1.0 - w.sides[1 - loser].deception)
    w.conditions[0].moved = 1
    fall_back(w, p, day, n, loser)
    for formation in w.formations:
        if formation.status == PRESENT and formation.order == ASSAULT and formation.objective == n:
            stand(formation)
    w.formations[lead].place = n
    w.formations[lead].dug_in = 0.0


@rule
def fall_back(w: World, p: Laws, day: int, n: int, loser: int) -> None:
    """Move the defenders of a fallen place to the neighbour nearest their rear; with none left, few of them escape."""
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
            lose(w, day, formation, p.overrun * formation.strength, LOST_DEFENDING)
            formation.place = back
            formation.dug_in = 0.0
            stand(formation)
        else:
            surrender(w, day, formation, p.storm_captured * formation.strength)
            abandon_stock(w, day, formation)
            slip_away(w, day, formation)


@rule
def slip_away(w: World, day: int, formation: Formation) -> None:
    """Bring those who escape a stormed pocket to the nearest place that leads to the rear; without one none escapes."""
    goal, _ = refuge(w, formation)
    if goal < 0:
        surrender(w, day, formation, formation.strength)
        formation.status = DESTROYED
        return
    formation.place = goal
    formation.dug_in = 0.0
    stand(formation)

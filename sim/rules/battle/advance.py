"""Advance: the front moves along its borders; cells fall when the whole of their ground is gained.

All cells that fall are found before anybody moves, so that nothing depends on the order of places or formations.
"""

from sim.rules.battle.assault import is_assaulting
from sim.rules.battle.losses import abandon_stock, lose, surrender
from sim.rules.battle.refuge import refuge, take_refuge
from sim.rules.command.aims import may_take
from sim.rules.command.stance import stand
from sim.vocabulary import FAR, LEDGER, PRESENT
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import Formation, Neighbour, Place, World

AREA_BY_ASSAULT = LEDGER.index("area_by_assault_0")
AREA_UNDEFENDED = LEDGER.index("area_undefended_0")
LOST_DEFENDING = LEDGER.index("lost_defending_0")


@rule
def advance(w: World, p: Constants, day: int) -> None:
    """Move the front by the ground won today; who stood on lost ground falls back, who won it follows."""
    move_borders(w, p, day)
    has_fallen = let_cells_fall(w, day)
    if not has_fallen:
        return
    while has_fallen:
        spread_gains(w, day)
        has_fallen = let_cells_fall(w, day)
    w.conditions[0].moved = 1
    for formation in w.formations:
        if formation.status == PRESENT:
            if w.places[formation.place].holder != formation.side:
                fall_back(w, p, day, formation)
            elif is_assaulting(p, formation):
                follow(w, day, formation)


@rule
def move_borders(w: World, p: Constants, day: int) -> None:
    """Move every border of the front by the ground won across it today."""
    for place in w.places:
        place.lost = 0.0
        place.lost_empty = 0.0
    for place in w.places:
        if place.fronts > 0:
            for border in w.neighbours[place.first : place.last]:
                if w.places[border.place].holder != place.holder:
                    move_border(w, p, day, place, border)


@rule
def move_border(w: World, p: Constants, day: int, place: Place, border: Neighbour) -> None:
    """Move a border by what its attackers won beyond what they lost: first back over ground of theirs, then on."""
    won = border.won - w.neighbours[border.mirror].won
    if won <= 0.0:
        return
    empty = 1.0 if border.men < p.screen * border.front else 0.0
    beyond = w.places[border.place]
    back = min(beyond.gained, won)
    beyond.gained -= back
    note_loss(w, day, beyond, place.holder, back, empty * back)
    lose_ground(w, day, place, won - back, empty * (won - back))


@rule
def lose_ground(w: World, day: int, place: Place, ground: float, empty: float) -> None:
    """Let the holder of a place lose some of its ground, a part of which hardly anybody held."""
    place.gained += ground
    place.lost += ground
    place.lost_empty += empty
    note_loss(w, day, place, place.holder, ground, empty)


@rule
def note_loss(w: World, day: int, place: Place, loser: int, ground: float, empty: float) -> None:
    """Note in the ledger the contested ground that a side loses, by whether anybody held it."""
    if place.contested == 1:
        w.ledger[day][AREA_BY_ASSAULT + loser] += ground - empty
        w.ledger[day][AREA_UNDEFENDED + loser] += empty


@rule
def let_cells_fall(w: World, day: int) -> bool:
    """Give every cell that is gained whole to the attacker; what was gained beyond it waits to be spread."""
    has_fallen = False
    for place in w.places:
        place.spilt = 0.0
        if place.gained >= place.area:
            has_fallen = True
            place.spilt = min(place.gained - place.area, place.lost)
            place.holder = 1 - place.holder
            place.gained = 0.0
            place.works = 0.0
            place.picture = 0.0
            place.taken = day
    return has_fallen


@rule
def spread_gains(w: World, day: int) -> None:
    """Carry what was gained beyond whole cells on to the loser's cells behind, by the length of their borders."""
    for place in w.places:
        if place.spilt <= 0.0:
            continue
        winner = place.holder
        km = 0.0
        for border in w.neighbours[place.first : place.last]:
            if w.places[border.place].holder != winner and may_take(w, winner, w.places[border.place]):
                km += border.length
        empty = place.spilt * place.lost_empty / place.lost
        place.lost -= place.spilt
        place.lost_empty -= empty
        note_loss(w, day, place, 1 - winner, -place.spilt, -empty)
        for border in w.neighbours[place.first : place.last]:
            beyond = w.places[border.place]
            if beyond.holder != winner and may_take(w, winner, beyond):
                part = border.length / km
                lose_ground(w, day, beyond, part * place.spilt, part * empty)


@rule
def follow(w: World, day: int, formation: Formation) -> None:
    """Let an assaulting formation that has no enemy before it any more move into ground just won, if that has."""
    here = w.places[formation.place]
    if hostile_km(w, here) > 0.0:
        return
    goal, longest = -1, 0.0
    for neighbour in w.neighbours[here.first : here.last]:
        beyond = w.places[neighbour.place]
        if beyond.taken == day and beyond.holder == formation.side:
            km = hostile_km(w, beyond)
            if km > longest:
                goal, longest = neighbour.place, km
    if goal >= 0:
        formation.place = goal
        formation.dug_in = 0.0
        w.places[goal].picture += formation.strength * (1.0 - w.sides[formation.side].deception)


@rule
def hostile_km(w: World, place: Place) -> float:
    """Return how much of a place's border is hostile, km."""
    km = 0.0
    for border in w.neighbours[place.first : place.last]:
        if w.places[border.place].holder != place.holder:
            km += border.length
    return km


@rule
def fall_back(w: World, p: Constants, day: int, formation: Formation) -> None:
    """Move a defender of fallen ground to the neighbour nearest its rear; with none left, few of them escape."""
    here = w.places[formation.place]
    back, way, km = -1, 2.0 * FAR, 0.0
    for neighbour in w.neighbours[here.first : here.last]:
        beyond = w.places[neighbour.place]
        if beyond.holder == formation.side and beyond.retreat < way:
            back, way, km = neighbour.place, beyond.retreat, neighbour.km
    if back >= 0:
        lose(w, day, formation, min(1.0, p.overrun * km) * formation.strength, LOST_DEFENDING)
        formation.place = back
        formation.dug_in = 0.0
        stand(formation)
    else:
        surrender(w, day, formation, p.storm_captured * formation.strength)
        abandon_stock(w, day, formation)
        goal, _ = refuge(w, formation)
        take_refuge(w, day, formation, goal)

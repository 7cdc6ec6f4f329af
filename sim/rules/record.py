"""Record: the day's series, as a historian would note them."""

from sim.vocabulary import ASSAULT, FREE, POROUS, PRESENT, SEALED, SERIES
from sim.world.compilation import rule
from sim.world.state import World

AREA = SERIES.index("area_0")
STRENGTH = SERIES.index("strength_0")
CASUALTIES = SERIES.index("casualties_0")
CAPTURED = SERIES.index("captured_0")
STOCK_DAYS = SERIES.index("stock_days_0")
EFFECT = SERIES.index("effect_0")
DELIVERED = SERIES.index("delivered_0")
INTELLIGENCE = SERIES.index("intelligence_0")
AIMED = SERIES.index("aimed_0")
MORALE = SERIES.index("morale_0")
WILL = SERIES.index("will_0")
ENCIRCLED = SERIES.index("encircled_0")
ASSAULTS = SERIES.index("assaults_0")
PLACES = SERIES.index("places_0")
ROADS_CUT = SERIES.index("roads_cut_0")
TRUCKS = SERIES.index("trucks_0")
SEALED_MEN = SERIES.index("sealed_0")
POROUS_MEN = SERIES.index("porous_0")
DISPLACED = SERIES.index("displaced")
HARMED = SERIES.index("harmed")


@rule
def record(w: World, day: int) -> None:
    """Write the day's row of the series."""
    record_formations(w, day)
    record_ground(w, day)
    row = w.series[day]
    for s in range(2):
        side = w.sides[s]
        row[INTELLIGENCE + s] = side.intelligence
        row[AIMED + s] = side.aimed
        row[WILL + s] = side.will
        row[TRUCKS + s] += side.trucks


@rule
def record_formations(w: World, day: int) -> None:
    """Note men, losses, supplies and morale; means are weighted by men."""
    row = w.series[day]
    for formation in w.formations:
        s = formation.side
        row[CASUALTIES + s] += formation.casualties
        row[CAPTURED + s] += formation.captured
        if formation.status == PRESENT:
            men = formation.strength
            row[STRENGTH + s] += men
            row[STOCK_DAYS + s] += men * (formation.stock / formation.use if formation.use > 0.0 else 0.0)
            row[EFFECT + s] += men * formation.effect
            row[MORALE + s] += men * formation.morale
            row[DELIVERED + s] += formation.received
            row[ENCIRCLED + s] += men if formation.pocket != FREE else 0.0
            row[SEALED_MEN + s] += men if formation.pocket == SEALED else 0.0
            row[POROUS_MEN + s] += men if formation.pocket == POROUS else 0.0
            row[ASSAULTS + s] += 1.0 if formation.order == ASSAULT else 0.0
    for s in range(2):
        if row[STRENGTH + s] > 0.0:
            row[STOCK_DAYS + s] /= row[STRENGTH + s]
            row[EFFECT + s] /= row[STRENGTH + s]
            row[MORALE + s] /= row[STRENGTH + s]


@rule
def record_ground(w: World, day: int) -> None:
    """Note who holds what of the contested region - ground gained in a place counts in part - and civilians."""
    row = w.series[day]
    for place in w.places:
        row[PLACES + place.holder] += 1.0
        if place.trucks > 0.0:
            row[TRUCKS + place.depot] += place.trucks
        row[DISPLACED] += place.population - place.harmed - place.civilians
        row[HARMED] += place.harmed
        if place.contested == 1:
            lost = min(place.area, place.gained)
            row[AREA + place.holder] += place.area - lost
            row[AREA + 1 - place.holder] += lost
    for road in w.roads:
        if road.holder >= 0 and road.damage >= 1.0:
            row[ROADS_CUT + road.holder] += 1.0

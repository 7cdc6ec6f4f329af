"""Constants of what lies outside the fighting: civilians, foreign opinion, foreign arms and money."""

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import SHARE, Quantity, off, quantity


class SocietyLaws(Declaration):
    """Civilians and foreign opinion (sim/rules/outside/civilians.py, diplomacy.py)."""

    civilian_harm: Quantity = quantity(
        "km2/man/day",
        "Civilians harmed a day per man firing, per civilian a km2, by fire that finds no soldier.",
        bounds=SHARE,
    )
    flight: Quantity = quantity("1/day", "Share of the civilians near the fighting who leave a day.", bounds=SHARE)
    flight_distance: Quantity = quantity(
        "km", "Distance from hostile ground within which they leave.", bounds=(0, 1000)
    )
    flight_fire: Quantity = quantity(
        "men/km2",
        "Men firing at a km2 at which all but a third are exposed; 0 for flight from mere nearness to hostile ground.",
        off("men/km2"),
        bounds=(0, 1e6),
    )
    flight_reach: Quantity = quantity(
        "km",
        "Distance over which fire at neighbouring ground is felt less by two thirds.",
        off("km", 1.0),
        bounds=(0.01, 1000),
    )
    homecoming: Quantity = quantity("1/day", "Share of the displaced who return a day where it is quiet.", bounds=SHARE)
    momentum_days: Quantity = quantity("day", "Days over which supporters smooth what they see.", bounds=(1, 3650))
    momentum_ground: Quantity = quantity(
        "km2", "Contested ground whose gain in a day is a momentum of one.", bounds=(0.01, 1e6)
    )


class AidLaws(Declaration):
    """What foreign arms and money do (sim/rules/outside/aid.py, cohesion.py)."""

    materiel_days: Quantity = quantity(
        "day", "Days over which the arms at hand follow the deliveries.", bounds=(1, 3650)
    )
    will_money: Quantity = quantity(
        "1/day", "Will lost a day by a side whose whole war budget stays unpaid.", bounds=SHARE
    )

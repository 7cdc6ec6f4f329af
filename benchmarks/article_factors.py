"""The factors of the article: what each is off and on, what it acts on first, and who documents its direction."""

from sim.scenario.scenario import Scenario
from sim.validation.factor import Factor, Mechanism, Values

FIRE = Mechanism("enemy casualties", ("casualties_1",), 1)
SUFFERED = Mechanism("own casualties", ("casualties_0",), 1)
SHORT = Mechanism("own supply short, t", ("supply_short_of_trucks_0", "supply_short_of_road_0"), 1)
ENEMY_SHORT = Mechanism("enemy supply short, t", ("supply_short_of_trucks_1", "supply_short_of_road_1"), 1)
SHORT_OF_TRUCKS = Mechanism("own supply short of trucks, t", ("supply_short_of_trucks_0",), -1)
GROUND_KEPT = Mechanism("ground lost, km2", ("area_by_assault_0", "area_undefended_0"), -1)
GROUND_LOST = Mechanism("ground lost, km2", ("area_by_assault_0", "area_undefended_0"), 1)


def absent(path: str) -> Values:
    """Return the change that sets a quantity to nothing, whatever its range."""
    return {f"{path}.value": 0.0, f"{path}.range": [0.0, 1.0]}


def dose(scenario: Scenario, side: str, part: str, name: str) -> tuple[Values, Values]:
    """Return the changes that set a side's quantity to nothing, and to the most that its range allows."""
    path = f"sides.{side}.{part}.{name}"
    return absent(path), {f"{path}.value": getattr(getattr(scenario.sides[side], part), name).range[1]}


def unrepaired() -> Values:
    """Return the change by which no road recovers."""
    return {**absent("laws.interdiction.road_repair"), **absent("laws.interdiction.crossing_repair")}


def closed(scenario: Scenario) -> Values:
    """Return the change that closes, for good, the first side's roads to what it holds abroad."""
    first = next(iter(scenario.sides))
    abroad = set(scenario.held[first])
    country = {name for name, place in scenario.theatre.places.items() if place.side == first}
    crossing = [
        road for road in scenario.theatre.roads if {road.start, road.end} & abroad and {road.start, road.end} & country
    ]
    closing = [
        {"kind": "road", "date": scenario.start, "from": road.start, "to": road.end, "damage": 1.0} for road in crossing
    ]
    kept = [event.model_dump(by_alias=True, exclude_none=True) for event in scenario.events]
    return {**unrepaired(), "events": [*kept, *closing]}


def fortified(scenario: Scenario) -> Values:
    """Return the change that fortifies every place which the first side holds abroad."""
    return {f'theatre.places."{name}".works': 1.0 for name in scenario.held[next(iter(scenario.sides))]}


def of_the_autumn(scenario: Scenario) -> list[Factor]:
    """Return the factors of four months of 2024: Ukraine's strikes on the bridges of the Seym, Russia's on roads."""
    bridges = dose(scenario, "Ukraine", "deep_fires", "crossing_strikes")
    roads = dose(scenario, "Russia", "deep_fires", "road_strikes")
    return [
        Factor("own strikes on crossings, autumn 2024", 1, ENEMY_SHORT, "the bridges of the Seym", *bridges),
        Factor("enemy strikes on roads, autumn 2024", -1, SHORT, "the article", *roads),
    ]


def of_march(scenario: Scenario) -> list[Factor]:
    """Return the factors of the article, each with the documented sign of what it does to the ground Ukraine holds."""
    return [*seeing(scenario), *seeing_in_depth(scenario), *supplied(scenario), *holding(scenario)]


def seeing(scenario: Scenario) -> list[Factor]:
    """Return intelligence and aid."""
    ours, theirs = "sides.Ukraine", "sides.Russia"
    kept: Values = {"events": []}
    friend = 'supporters."United States"'
    cdb90 = "CDB90: odds of winning 2.9 times a step"
    return [
        Factor("lent intelligence", 1, FIRE, cdb90, {**kept, **absent(f"{friend}.intelligence")}, kept),
        Factor("own reconnaissance", 1, FIRE, cdb90, absent(f"{ours}.reconnaissance.own_coverage")),
        Factor("enemy reconnaissance", -1, SUFFERED, cdb90, absent(f"{theirs}.reconnaissance.own_coverage")),
        Factor(
            "enemy deception",
            -1,
            Mechanism("places surprised, days", ("surprises_0",), 1),
            "CDB90: odds 1.8 times a step of surprise",
            *dose(scenario, "Russia", "reconnaissance", "deception"),
        ),
        Factor("aid: arms", 1, FIRE, "Lend-Lease to ATACMS", {**kept, **absent(f"{friend}.materiel")}, kept),
        Factor(
            "aid: money",
            1,
            Mechanism("own will", ("will_0",), 1),
            "a war budget unpaid wears down will",
            {**kept, **absent(f"{friend}.money")},
            kept,
        ),
    ]


def seeing_in_depth(scenario: Scenario) -> list[Factor]:
    """Return what coverage behind the enemy's front is good for, and trucks that supply the troops."""
    places = fortified(scenario)
    depth = "what TIME (2025) names as lost with lent intelligence"

    def strikes(on: str, part: str, hit: str) -> Factor:
        words = Mechanism(f"{on} hit", (f"{hit}_1",), 1)
        return Factor(f"own strikes on {on}", 1, words, depth, *dose(scenario, "Ukraine", "deep_fires", part))

    return [
        strikes("assembly areas", "assembly_strikes", "assemblies_hit"),
        strikes("command posts", "command_strikes", "command_hit"),
        Factor(
            "own strikes on drone crews",
            1,
            Mechanism("own supply destroyed, t", ("supply_destroyed_0",), -1),
            depth,
            *dose(scenario, "Ukraine", "deep_fires", "counter_drone"),
        ),
        Factor(
            "warning of bombers, places fortified",
            1,
            GROUND_KEPT,
            depth,
            {**places, **absent("laws.intelligence.bomb_warning")},
            {**places, "laws.intelligence.bomb_warning.value": float(scenario.laws.intelligence.bomb_warning.range[1])},
        ),
        Factor(
            "own trucks",
            1,
            SHORT_OF_TRUCKS,
            "Vershinin 2021: trucks limit an army's reach",
            halved(scenario, "Ukraine"),
        ),
    ]


def halved(scenario: Scenario, side: str) -> Values:
    """Return the change that halves a side's trucks, which then follow no demand."""
    trucks = scenario.sides[side].sustainment.trucks
    return {
        f"sides.{side}.sustainment.trucks.value": trucks.value / 2,
        f"sides.{side}.sustainment.trucks.range": [0.0, trucks.range[1]],
        **absent("laws.supply.truck_response"),
    }


def supplied(scenario: Scenario) -> list[Factor]:
    """Return the supply road and what strikes at it."""

    def strikes(name: str, part: str) -> Factor:
        return Factor(f"enemy {name}", -1, SHORT, "the article", *dose(scenario, "Russia", "deep_fires", part))

    return [
        Factor(
            "supply roads open",
            1,
            Mechanism("own orders to withdraw", ("withdrawals_0",), -1),
            "the article; McQuie 1987",
            closed(scenario),
            unrepaired(),
        ),
        Factor(
            "enemy drones on roads",
            -1,
            Mechanism("own supply destroyed, t", ("supply_destroyed_0",), 1),
            "the article; Baltic Sentinel 2025",
            absent("sides.Russia.deep_fires.drones"),
        ),
        strikes("strikes on roads", "road_strikes"),
        strikes("strikes on crossings", "crossing_strikes"),
        strikes("strikes on depots", "depot_strikes"),
        strikes("raids", "raids"),
        Factor(
            "own drones on roads",
            1,
            Mechanism("enemy supply destroyed, t", ("supply_destroyed_1",), 1),
            "as the enemy's",
            absent("sides.Ukraine.deep_fires.drones"),
        ),
        Factor(
            "own strikes on roads",
            1,
            ENEMY_SHORT,
            "as the enemy's",
            *dose(scenario, "Ukraine", "deep_fires", "road_strikes"),
        ),
    ]


def holding(scenario: Scenario) -> list[Factor]:
    """Return reserves, fortification and the fires against both."""
    places = fortified(scenario)
    waiting = {"sides.Ukraine.doctrine.reserve.value": 1e6, "sides.Ukraine.doctrine.reserve.range": [0, 1e6]}
    bombs, artillery = "sides.Russia.force.bombs", "sides.Russia.force.artillery"
    undefended = Mechanism("ground left undefended, km2", ("area_undefended_0",), -1)
    return [
        Factor("reserves", 1, undefended, "Biddle 2004", waiting),
        Factor("fortification", 1, FIRE, "Dupuy 1979: 1.6; CDB90: odds .74", {}, places),
        Factor("enemy artillery", -1, SUFFERED, "the article; Dupuy 1979", absent(artillery)),
        Factor("enemy bombs, places fortified", -1, GROUND_LOST, "the article", {**places, **absent(bombs)}, places),
    ]

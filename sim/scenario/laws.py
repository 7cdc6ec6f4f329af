"""The laws' constants: what the rules of war need to know, each with a unit."""

from sim.scenario.declaration import Declaration
from sim.scenario.front_laws import AdvanceLaws, FrontLaws
from sim.scenario.ground_laws import RoadCapacities, TerrainFactors
from sim.scenario.outside_laws import AidLaws, SocietyLaws
from sim.scenario.quantity import SHARE, Quantity, off, quantity


class IntelligenceLaws(Declaration):
    """What sides see (sim/rules/depth/intelligence.py)."""

    aimed_least: Quantity = quantity("1", "Share of fire that is aimed without any reconnaissance.", bounds=SHARE)
    aimed_most: Quantity = quantity("1", "Share of fire that is aimed under complete coverage.", bounds=SHARE)
    detection: Quantity = quantity(
        "1/day", "Chance that complete coverage notices a place's strength, or a preparation, in a day.", bounds=SHARE
    )
    contact_detection: Quantity = quantity(
        "1/day", "Chance that troops in contact notice the strength opposite in a day.", bounds=SHARE
    )
    picture_memory: Quantity = quantity("1", "Share of an old report that is still believed a day later.", bounds=SHARE)
    estimate_spread: Quantity = quantity(
        "1", "Log standard deviation of a report's error without any coverage.", bounds=(0, 5)
    )
    estimate_memory: Quantity = quantity("1", "Autocorrelation of that error from day to day.", bounds=SHARE)
    order_lag: Quantity = quantity(
        "day", "Days between two reviews of a formation's orders under complete coverage.", bounds=(0, 365)
    )
    order_lag_blind: Quantity = quantity("day", "Days added to that without any coverage.", bounds=(0, 365))
    depth_share: Quantity = quantity(
        "1",
        "Share of own coverage that reaches behind the enemy's front; lent coverage does so in full.",
        off("1", 1.0),
        bounds=SHARE,
    )
    bomb_warning: Quantity = quantity(
        "1",
        "Share of bombs that warning of their bombers spares, under complete coverage in depth.",
        off("1"),
        bounds=SHARE,
    )


class OrdersLaws(Declaration):
    """How headquarters weigh things (sim/rules/command/orders.py, reserves.py, danger.py)."""

    call_reach: Quantity = quantity("km", "Distance over which a call for troops halves.", bounds=(0.01, 10000))
    lateral: Quantity = quantity(
        "1", "How much louder a call must be than the gap that answering it leaves.", bounds=(0, 1000)
    )
    concentration: Quantity = quantity("1", "Weight of a main axis in the call for troops.", bounds=(0, 1000))
    alarm: Quantity = quantity(
        "1", "Weight of noticed preparations for an assault in the call for troops.", bounds=(0, 1000)
    )
    danger_flank: Quantity = quantity("1", "Weight of open flanks in the decision to withdraw.", bounds=(0, 10))
    danger_road: Quantity = quantity("1", "Weight of a threatened road in the decision to withdraw.", bounds=(0, 10))
    danger_losses: Quantity = quantity("1", "Weight of casualties in the decision to withdraw.", bounds=(0, 10))
    loss_tolerance: Quantity = quantity("1/day", "Daily losses that count as unbearable.", bounds=(0.0001, 1))
    assaulting: Quantity = quantity(
        "1",
        "Share of its men who may be ordered to assault at once, if a side says no more than that it attacks.",
        bounds=SHARE,
    )
    screen: Quantity = quantity(
        "men/km", "Border guards and stragglers that hold any front at the least.", bounds=(0, 10000)
    )
    screen_quality: Quantity = quantity("1", "Fighting value of such a man.", bounds=(0, 100))


class AttritionLaws(Declaration):
    """What combat costs (sim/rules/battle/attrition.py, combat.py, skirmish.py)."""

    weiss: Quantity = quantity(
        "1", "Exponent W of the Helmbold-Weiss law: 1 is the square law, 1/2 linear, 0 logarithmic.", bounds=SHARE
    )
    defender_rate: Quantity = quantity(
        "1/day", "Loss of an unprotected defender per man and day of assault at parity.", bounds=(0, 10)
    )
    attacker_rate: Quantity = quantity(
        "1/day", "Loss of an attacker per man and day of assault at parity.", bounds=(0, 10)
    )
    quiet: Quantity = quantity(
        "1", "Intensity of fire between forces in contact without an assault, relative to one.", bounds=(0, 10)
    )
    saturation: Quantity = quantity(
        "men/km2", "Density of men at which unaimed fire is as deadly as aimed fire.", bounds=(0.01, 1e6)
    )
    reference_aimed: Quantity = quantity("1", "Aimed share of fire for which the rates hold.", bounds=SHARE)
    reference_density: Quantity = quantity(
        "1", "Density of targets, relative to saturation, for which the rates hold.", bounds=(0.001, 1)
    )
    noise_spread: Quantity = quantity("1", "Log standard deviation of daily losses.", bounds=(0, 5))
    noise_memory: Quantity = quantity("1", "Autocorrelation of that noise from day to day.", bounds=SHARE)
    battle_spread: Quantity = quantity(
        "1", "Log standard deviation of what, beyond numbers, each side makes of its power in a battle.", bounds=(0, 5)
    )
    battle_days: Quantity = quantity("day", "Days that such battle noise lasts.", bounds=(1, 3650))
    surprise: Quantity = quantity("1", "Factor of surprise on the power of an assault.", bounds=(1, 100))
    envelopment: Quantity = quantity(
        "1", "Share of its fire and shelter that a defence loses when hostile ground surrounds it.", bounds=SHARE
    )
    hasty: Quantity = quantity("1", "Strength of a hasty defence.", bounds=(0.1, 100))
    prepared: Quantity = quantity("1", "Strength of a prepared defence.", bounds=(0.1, 100))
    fortified: Quantity = quantity("1", "Strength of a fortified defence.", bounds=(0.1, 100))
    dig_days: Quantity = quantity("day", "Days it takes to prepare a position.", bounds=(0.01, 3650))
    preparation: Quantity = quantity("day", "Days of preparation before an assault begins.", bounds=(0, 365))


class SupplyLaws(Declaration):
    """What formations use and trucks bring (sim/rules/supply/supply.py, delivery.py)."""

    use_quiet: Quantity = quantity("t/man/day", "Consumption behind the line.", bounds=(0, 10))
    use_in_contact: Quantity = quantity("t/man/day", "Consumption in contact.", bounds=(0, 10))
    use_assaulting: Quantity = quantity("t/man/day", "Consumption in an assault.", bounds=(0, 10))
    stock_days: Quantity = quantity("day", "Days of supply that a formation can hold.", bounds=(0, 365))
    resupply_days: Quantity = quantity("day", "Days of supply that it can take in a day.", bounds=(0, 365))
    critical_days: Quantity = quantity(
        "day", "Days of supply below which it fights with less than its full value.", bounds=(0.01, 365)
    )
    least_effect: Quantity = quantity("1", "Share of its value that it keeps without any supplies.", bounds=SHARE)
    payload: Quantity = quantity("t", "Load of a truck.", bounds=(0.01, 1000))
    truck_hours: Quantity = quantity("h/day", "Hours that a truck works.", bounds=(0.1, 24))
    truck_speed: Quantity = quantity("km/h", "Speed of a truck on a dry road.", bounds=(0.1, 200))
    turnaround: Quantity = quantity("h", "Loading and unloading a trip.", bounds=(0, 240))
    truck_loss: Quantity = quantity("1", "Trucks lost with a truck-load of supplies destroyed.", bounds=SHARE)
    danger_aversion: Quantity = quantity(
        "km", "Detour that drivers take to avoid one expected loss.", bounds=(0, 100000)
    )
    cut_share: Quantity = quantity(
        "1", "Share of its consumption below which a formation counts as not supplied.", bounds=SHARE
    )
    depot_capacity: Quantity = quantity(
        "t/day", "What a whole depot can send, if nothing is declared of it.", bounds=(0, 1e7)
    )
    last_mile: Quantity = quantity(
        "1",
        "Kilometres of road that a kilometre across country counts for, from adjoining own ground; 0 for no such haul.",
        off("1"),
        bounds=(0, 100),
    )
    last_mile_capacity: Quantity = quantity(
        "t/day", "What such a haul can bring to the ground of one place.", off("t/day"), bounds=(0, 1e7)
    )
    truck_response: Quantity = quantity(
        "1/day",
        "Share of the trucks that demand lacks which comes in a day, beside replacements.",
        off("1/day"),
        bounds=SHARE,
    )
    closed_border_use: Quantity = quantity(
        "1",
        "Share of what contact adds to consumption that is used where the enemy may not come.",
        off("1", 1.0),
        bounds=SHARE,
    )


class InterdictionLaws(Declaration):
    """What happens to roads and depots (sim/rules/depth/interdiction.py, strikes.py, vital_roads.py, raids.py)."""

    exposure: Quantity = quantity(
        "1/km", "Loss per km of traffic beside hostile ground, under usual drones that see everything.", bounds=(0, 10)
    )
    drone_reach: Quantity = quantity(
        "km", "Distance from hostile ground over which that loss falls to a third.", bounds=(0.01, 1000)
    )
    drone_sight_least: Quantity = quantity("1", "Share of it that remains without reconnaissance.", bounds=SHARE)
    strike_reach: Quantity = quantity(
        "km", "Distance from hostile ground within which roads are struck.", bounds=(0, 10000)
    )
    strike_accuracy: Quantity = quantity(
        "1", "Chance that a sortie under complete coverage hits its target.", bounds=SHARE
    )
    road_damage: Quantity = quantity("1", "Capacity that a hit takes from a road, as a share.", bounds=SHARE)
    crossing_damage: Quantity = quantity(
        "1", "Capacity that a hit takes from a bridge or pontoon, as a share.", bounds=SHARE
    )
    road_repair: Quantity = quantity(
        "1/day", "Capacity that repair restores to a road a day, as a share.", bounds=SHARE
    )
    crossing_repair: Quantity = quantity(
        "1/day", "Capacity that repair or a pontoon restores to a crossing a day, as a share.", bounds=SHARE
    )
    depot_reach: Quantity = quantity(
        "km", "Distance from hostile ground within which depots are struck.", bounds=(0, 10000)
    )
    depot_damage: Quantity = quantity("1", "Capacity that a hit takes from a depot, as a share.", bounds=SHARE)
    depot_repair: Quantity = quantity(
        "1/day", "Capacity that repair restores to a depot a day, as a share.", bounds=SHARE
    )
    assembly_loss: Quantity = quantity(
        "men", "Men killed and wounded by a sortie that hits troops massed for an assault.", off("men"), bounds=(0, 1e6)
    )
    assembly_delay: Quantity = quantity(
        "day", "Days of preparation that such a hit costs.", off("day"), bounds=(0, 365)
    )
    command_delay: Quantity = quantity(
        "day",
        "Days that a hit on a command post adds to the lag of orders, and costs who prepares an assault.",
        off("day"),
        bounds=(0, 365),
    )
    command_recovery: Quantity = quantity(
        "1/day", "Share of that delay which command recovers in a day.", off("1/day", 1.0), bounds=SHARE
    )
    raid_reach: Quantity = quantity("km", "Distance at which special forces reach a road.", bounds=(0, 10000))
    raid_success: Quantity = quantity(
        "1/day", "Chance that a raid under complete coverage succeeds in a day.", bounds=SHARE
    )


class EncirclementLaws(Declaration):
    """Pockets (sim/rules/battle/encirclement.py)."""

    cut_days: Quantity = quantity(
        "day", "Days without supply after which a formation counts as cut off.", bounds=(0, 365)
    )
    surrender: Quantity = quantity(
        "1/day", "Hazard of surrender in a sealed pocket without supplies or morale.", bounds=(0, 10)
    )
    breakout_hazard: Quantity = quantity("1/km", "Loss per km of a breakout without cover.", bounds=(0, 10))
    breakout_cover: Quantity = quantity("1", "Share of that loss that night and woods avoid.", bounds=SHARE)
    breakout_captured: Quantity = quantity("1", "Share of a breakout's losses that are prisoners.", bounds=SHARE)
    breakout_least: Quantity = quantity(
        "1", "Share that must survive a breakout, or nobody tries.", off("1"), bounds=SHARE
    )
    destroyed_share: Quantity = quantity(
        "1", "Share of its first strength below which a formation is broken up.", bounds=SHARE
    )


class CohesionLaws(Declaration):
    """Morale and will (sim/rules/battle/cohesion.py, strength.py)."""

    morale_floor: Quantity = quantity("1", "Share of its value that a man without morale keeps.", bounds=SHARE)
    morale_loss: Quantity = quantity("1", "Morale lost per share of men lost.", bounds=(0, 100))
    morale_shortage: Quantity = quantity("1/day", "Morale lost a day without supplies.", bounds=SHARE)
    morale_pocket: Quantity = quantity("1/day", "Morale lost a day in a pocket.", bounds=SHARE)
    morale_rest: Quantity = quantity("1/day", "Share of lost morale that a quiet day restores.", bounds=SHARE)
    rout_morale: Quantity = quantity("1", "Morale at which a formation breaks on every other day.", bounds=(-1, 1))
    rout_spread: Quantity = quantity("1", "How gradually it breaks around that morale.", bounds=(0.01, 10))
    will_loss: Quantity = quantity("1", "Will lost per share of all men lost.", bounds=(0, 100))
    will_symbol: Quantity = quantity("1", "Will won or lost with a place of the greatest symbolic value.", bounds=SHARE)
    will_ground: Quantity = quantity(
        "1", "Will won or lost with ``momentum_ground`` km2 of contested ground, as momentum is felt.", bounds=(0, 100)
    )
    will_member: Quantity = quantity(
        "1", "Will that a member of a coalition loses with all of its men.", off("1"), bounds=(0, 100)
    )


class LawsDeclared(Declaration):
    """All constants of the laws, by the phenomenon they belong to."""

    intelligence: IntelligenceLaws
    orders: OrdersLaws
    attrition: AttritionLaws
    advance: AdvanceLaws
    front: FrontLaws
    supply: SupplyLaws
    interdiction: InterdictionLaws
    encirclement: EncirclementLaws
    cohesion: CohesionLaws
    society: SocietyLaws
    aid: AidLaws
    terrain: TerrainFactors
    road_capacity: RoadCapacities

"""The laws' constants: what the rules of war need to know, each with a unit."""

from sim.scenario.declaration import Declaration
from sim.scenario.ground_laws import RoadCapacities, TerrainFactors
from sim.scenario.quantity import Quantity, quantity


class IntelligenceLaws(Declaration):
    """What sides see (sim/rules/intelligence.py)."""

    aimed_least: Quantity = quantity("1", "Share of fire that is aimed without any reconnaissance.")
    aimed_most: Quantity = quantity("1", "Share of fire that is aimed under complete coverage.")
    detection: Quantity = quantity(
        "1/day", "Chance that complete coverage notices a place's strength, or a preparation, in a day."
    )
    contact_detection: Quantity = quantity(
        "1/day", "Chance that troops in contact notice the strength opposite in a day."
    )
    picture_memory: Quantity = quantity("1", "Share of an old report that is still believed a day later.")
    estimate_spread: Quantity = quantity("1", "Log standard deviation of a report's error without any coverage.")
    estimate_memory: Quantity = quantity("1", "Autocorrelation of that error from day to day.")
    order_lag: Quantity = quantity("day", "Days between two reviews of a formation's orders under complete coverage.")
    order_lag_blind: Quantity = quantity("day", "Days added to that without any coverage.")


class OrdersLaws(Declaration):
    """How headquarters weigh things (sim/rules/orders.py, reserves.py, danger.py)."""

    call_reach: Quantity = quantity("km", "Distance over which a call for troops halves.")
    lateral: Quantity = quantity("1", "How much louder a call must be than the gap that answering it leaves.")
    concentration: Quantity = quantity("1", "Weight of a main axis in the call for troops.")
    alarm: Quantity = quantity("1", "Weight of noticed preparations for an assault in the call for troops.")
    danger_flank: Quantity = quantity("1", "Weight of open flanks in the decision to withdraw.")
    danger_road: Quantity = quantity("1", "Weight of a threatened road in the decision to withdraw.")
    danger_losses: Quantity = quantity("1", "Weight of casualties in the decision to withdraw.")
    loss_tolerance: Quantity = quantity("1/day", "Daily losses that count as unbearable.")
    assaulting: Quantity = quantity(
        "1", "Share of its men who may be ordered to assault at once, if a side says no more than that it attacks."
    )
    screen: Quantity = quantity("men/km", "Border guards and stragglers that hold any front at the least.")
    screen_quality: Quantity = quantity("1", "Fighting value of such a man.")


class AttritionLaws(Declaration):
    """What combat costs (sim/rules/attrition.py, combat.py, skirmish.py)."""

    weiss: Quantity = quantity(
        "1", "Exponent W of the Helmbold-Weiss law: 1 is the square law, 1/2 linear, 0 logarithmic."
    )
    defender_rate: Quantity = quantity("1/day", "Loss of an unprotected defender per man and day of assault at parity.")
    attacker_rate: Quantity = quantity("1/day", "Loss of an attacker per man and day of assault at parity.")
    quiet: Quantity = quantity("1", "Intensity of fire between forces in contact without an assault, relative to one.")
    saturation: Quantity = quantity("men/km2", "Density of men at which unaimed fire is as deadly as aimed fire.")
    reference_aimed: Quantity = quantity("1", "Aimed share of fire for which the rates hold.")
    reference_density: Quantity = quantity("1", "Density of targets, relative to saturation, for which the rates hold.")
    noise_spread: Quantity = quantity("1", "Log standard deviation of daily losses.")
    noise_memory: Quantity = quantity("1", "Autocorrelation of that noise from day to day.")
    battle_spread: Quantity = quantity(
        "1", "Log standard deviation of what, beyond numbers, each side makes of its power in a battle."
    )
    battle_days: Quantity = quantity("day", "Days that such fortune lasts.")
    surprise: Quantity = quantity("1", "Factor of surprise on the power of an assault.")
    envelopment: Quantity = quantity(
        "1", "Share of its fire and shelter that a defence loses when hostile ground surrounds it."
    )
    hasty: Quantity = quantity("1", "Strength of a hasty defence.")
    prepared: Quantity = quantity("1", "Strength of a prepared defence.")
    fortified: Quantity = quantity("1", "Strength of a fortified defence.")
    dig_days: Quantity = quantity("day", "Days it takes to prepare a position.")
    preparation: Quantity = quantity("day", "Days of preparation before an assault begins.")


class AdvanceLaws(Declaration):
    """How ground changes hands (sim/rules/combat.py, advance.py, manoeuvre.py, withdrawal.py)."""

    advance_pace: Quantity = quantity("km/day", "Pace of an advance that meets no resistance.")
    hold_ratio: Quantity = quantity("1", "Ratio of power, protection included, below which a defence loses no ground.")
    works_delay: Quantity = quantity("1", "How much complete fortification slows an advance.")
    overrun: Quantity = quantity("1/km", "Share of a defender's men lost for each km they are thrown back.")
    storm_captured: Quantity = quantity("1", "Share of a sealed pocket's men who are captured when it is stormed.")
    march_pace: Quantity = quantity("km/day", "March on a road behind the line.")
    cross_country: Quantity = quantity("1", "Pace without a road, as a share.")
    withdrawal_hazard: Quantity = quantity(
        "1/km", "Loss on withdrawal under an enemy that sees everything, next to hostile ground."
    )
    rear_guard_cover: Quantity = quantity("1", "Share of that loss that a rear guard prevents.")


class FrontLaws(Declaration):
    """How men cover a front, and what slows an advance along it (sim/rules/reach.py, sectors.py, pace.py)."""

    reach: Quantity = quantity("km", "Distance over own ground at which men cover a third of what they cover nearby.")
    half_front: Quantity = quantity("km", "Length of front in reach at which half of a force stands in the line.")
    idle: Quantity = quantity("1", "Weight of a front that the enemy may not cross, beside one that he may.")
    garrison: Quantity = quantity("1", "How much more men a front gets for what is worth holding there.")
    axis_reach: Quantity = quantity(
        "km", "Distance at which a third of the pull of an aim, or a worthy place, is left."
    )
    attack_share: Quantity = quantity("1", "Share of an assaulting formation that attacks; the rest holds the line.")
    battle_depth: Quantity = quantity("km", "Depth of the ground that a force on the line takes up.")
    battle_width: Quantity = quantity("km", "Width of a battle, over which luck is the same.")
    resistance: Quantity = quantity(
        "1", "Ratio of power, protection included, at which an advance reaches half the pace of a march."
    )
    drone_resistance: Quantity = quantity("1", "What usual drones that see everything add to that ratio.")


class SupplyLaws(Declaration):
    """What formations use and trucks bring (sim/rules/supply.py, delivery.py)."""

    use_quiet: Quantity = quantity("t/man/day", "Consumption behind the line.")
    use_in_contact: Quantity = quantity("t/man/day", "Consumption in contact.")
    use_assaulting: Quantity = quantity("t/man/day", "Consumption in an assault.")
    stock_days: Quantity = quantity("day", "Days of supply that a formation can hold.")
    resupply_days: Quantity = quantity("day", "Days of supply that it can take in a day.")
    critical_days: Quantity = quantity("day", "Days of supply below which it fights with less than its full value.")
    least_effect: Quantity = quantity("1", "Share of its value that it keeps without any supplies.")
    payload: Quantity = quantity("t", "Load of a lorry.")
    truck_hours: Quantity = quantity("h/day", "Hours that a lorry works.")
    truck_speed: Quantity = quantity("km/h", "Speed of a lorry on a dry road.")
    turnaround: Quantity = quantity("h", "Loading and unloading a trip.")
    truck_loss: Quantity = quantity("1", "Lorries lost with a lorry-load of supplies destroyed.")
    danger_aversion: Quantity = quantity("km", "Detour that drivers take to avoid one expected loss.")
    cut_share: Quantity = quantity("1", "Share of its consumption below which a formation counts as not supplied.")
    depot_capacity: Quantity = quantity("t/day", "What a whole depot can send.")


class InterdictionLaws(Declaration):
    """What happens to roads and depots (sim/rules/interdiction.py, strikes.py, depots.py, raids.py)."""

    exposure: Quantity = quantity(
        "1/km", "Loss per km of traffic beside hostile ground, under usual drones that see everything."
    )
    drone_reach: Quantity = quantity("km", "Distance from hostile ground over which that loss falls to a third.")
    drone_sight_least: Quantity = quantity("1", "Share of it that remains without reconnaissance.")
    strike_reach: Quantity = quantity("km", "Distance from hostile ground within which roads are struck.")
    strike_accuracy: Quantity = quantity("1", "Chance that a sortie under complete coverage hits its target.")
    road_damage: Quantity = quantity("1", "Capacity that a hit takes from a road, as a share.")
    crossing_damage: Quantity = quantity("1", "Capacity that a hit takes from a bridge or pontoon, as a share.")
    road_repair: Quantity = quantity("1/day", "Capacity that repair restores to a road a day, as a share.")
    crossing_repair: Quantity = quantity(
        "1/day", "Capacity that repair or a pontoon restores to a crossing a day, as a share."
    )
    depot_reach: Quantity = quantity("km", "Distance from hostile ground within which depots are struck.")
    depot_damage: Quantity = quantity("1", "Capacity that a hit takes from a depot, as a share.")
    depot_repair: Quantity = quantity("1/day", "Capacity that repair restores to a depot a day, as a share.")
    raid_reach: Quantity = quantity("km", "Distance at which special forces reach a road.")
    raid_success: Quantity = quantity("1/day", "Chance that a raid under complete coverage succeeds in a day.")


class EncirclementLaws(Declaration):
    """Pockets (sim/rules/encirclement.py)."""

    cut_days: Quantity = quantity("day", "Days without supply after which a formation counts as cut off.")
    surrender: Quantity = quantity("1/day", "Hazard of surrender in a sealed pocket without supplies or morale.")
    breakout_hazard: Quantity = quantity("1/km", "Loss per km of a breakout without cover.")
    breakout_cover: Quantity = quantity("1", "Share of that loss that night and woods avoid.")
    breakout_captured: Quantity = quantity("1", "Share of a breakout's losses that are prisoners.")
    destroyed_share: Quantity = quantity("1", "Share of its first strength below which a formation is broken up.")


class CohesionLaws(Declaration):
    """Morale and will (sim/rules/cohesion.py, strength.py)."""

    morale_floor: Quantity = quantity("1", "Share of its value that a man without morale keeps.")
    morale_loss: Quantity = quantity("1", "Morale lost per share of men lost.")
    morale_shortage: Quantity = quantity("1/day", "Morale lost a day without supplies.")
    morale_pocket: Quantity = quantity("1/day", "Morale lost a day in a pocket.")
    morale_rest: Quantity = quantity("1/day", "Share of lost morale that a quiet day restores.")
    rout_morale: Quantity = quantity("1", "Morale at which a formation breaks on every other day.")
    rout_spread: Quantity = quantity("1", "How gradually it breaks around that morale.")
    will_loss: Quantity = quantity("1", "Will lost per share of all men lost.")
    will_symbol: Quantity = quantity("1", "Will won or lost with a place of the greatest symbolic value.")
    will_ground: Quantity = quantity(
        "1", "Will won or lost with ``momentum_ground`` km2 of contested ground, as momentum is felt."
    )


class SocietyLaws(Declaration):
    """Civilians and foreign opinion (sim/rules/civilians.py, diplomacy.py)."""

    civilian_harm: Quantity = quantity(
        "km2/man/day", "Civilians harmed a day per man firing, per civilian a km2, by fire that finds no soldier."
    )
    flight: Quantity = quantity("1/day", "Share of the civilians near the fighting who leave a day.")
    flight_distance: Quantity = quantity("km", "Distance from hostile ground within which they leave.")
    homecoming: Quantity = quantity("1/day", "Share of the displaced who return a day where it is quiet.")
    momentum_days: Quantity = quantity("day", "Days over which supporters smooth what they see.")
    momentum_ground: Quantity = quantity("km2", "Contested ground whose gain in a day is a momentum of one.")


class AidLaws(Declaration):
    """What foreign arms and money do (sim/rules/aid.py, cohesion.py)."""

    materiel_days: Quantity = quantity("day", "Days over which the arms at hand follow the deliveries.")
    will_money: Quantity = quantity("1/day", "Will lost a day by a side whose whole war budget stays unpaid.")


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

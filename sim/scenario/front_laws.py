"""Constants of the front: how men cover it, and how ground changes hands along it."""

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import SHARE, Quantity, off, quantity


class AdvanceLaws(Declaration):
    """How ground changes hands (sim/rules/battle/combat.py, advance.py, culmination.py, sim/rules/manoeuvre.py)."""

    advance_pace: Quantity = quantity("km/day", "Pace of an advance that meets no resistance.", bounds=(0, 1000))
    hold_ratio: Quantity = quantity(
        "1", "Ratio of power, protection included, below which a defence loses no ground.", bounds=(0, 1000)
    )
    works_delay: Quantity = quantity("1", "How much complete fortification slows an advance.", bounds=(0, 1000))
    overrun: Quantity = quantity(
        "1/km", "Share of a defender's men lost for each km they are thrown back.", bounds=SHARE
    )
    storm_captured: Quantity = quantity(
        "1", "Share of a sealed pocket's men who are captured when it is stormed.", bounds=SHARE
    )
    relief_losses: Quantity = quantity(
        "1",
        "Share of its men that a formation loses on days of assault before it is spent and relieved.",
        off("1", 1e6),
        bounds=(0.001, 1e6),
    )
    refit_days: Quantity = quantity(
        "day", "Days without assaults in which a spent formation refits.", off("day", 1.0), bounds=(0.1, 3650)
    )
    exhaustion: Quantity = quantity(
        "1", "Share of its power to attack that a spent formation has lost.", off("1"), bounds=SHARE
    )
    march_pace: Quantity = quantity("km/day", "March on a road behind the line.", bounds=(0, 1000))
    cross_country: Quantity = quantity("1", "Pace without a road, as a share.", bounds=SHARE)
    withdrawal_hazard: Quantity = quantity(
        "1/km", "Loss on withdrawal under an enemy that sees everything, next to hostile ground.", bounds=(0, 10)
    )
    rear_guard_cover: Quantity = quantity("1", "Share of that loss that a rear guard prevents.", bounds=SHARE)


class FrontLaws(Declaration):
    """How men cover a front, and what slows an advance along it (sim/rules/battle/reach.py, sectors.py, pace.py)."""

    reach: Quantity = quantity(
        "km", "Distance over own ground at which men cover a third of what they cover nearby.", bounds=(0.01, 1e12)
    )
    half_front: Quantity = quantity(
        "km", "Length of front in reach at which half of a force stands in the line.", bounds=(0, 1000)
    )
    idle: Quantity = quantity(
        "1", "Weight of a front that the enemy may not cross, beside one that he may.", bounds=SHARE
    )
    garrison: Quantity = quantity(
        "1", "How much more men a front gets for what is worth holding there.", bounds=(0, 1000)
    )
    axis_reach: Quantity = quantity(
        "km", "Distance at which a third of the pull of an aim, or a worthy place, is left.", bounds=(0.01, 10000)
    )
    attack_share: Quantity = quantity(
        "1", "Share of an assaulting formation that attacks; the rest holds the line.", bounds=SHARE
    )
    battle_depth: Quantity = quantity(
        "km", "Depth of the ground that a force on the line takes up.", bounds=(0.01, 1000)
    )
    battle_width: Quantity = quantity("km", "Width of a battle, over which luck is the same.", bounds=(0.01, 10000))
    resistance: Quantity = quantity(
        "1",
        "Ratio of power, protection included, at which an advance reaches half the pace of a march.",
        bounds=(0, 1e6),
    )
    drone_resistance: Quantity = quantity(
        "1", "What usual drones that see everything add to that ratio.", bounds=(0, 1e6)
    )

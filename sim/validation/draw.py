"""Draws: what differs from one random engagement to the next, within the ranges that the scenario declares."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario

POSTURES: dict[str, tuple[float, float]] = {"hasty": (0.0, 0.0), "prepared": (1.0, 0.0), "fortified": (1.0, 1.0)}
"""How far positions are dug and fortified in Dupuy's three postures of defence."""

RATIOS = {"hasty": 0.66, "prepared": 1.0, "fortified": 1.25}
"""Force ratio that attackers bring against a posture, over that of all battles: the better the position, the more.
Mean logarithms in CDB90, 1914-73, training rows: 0.23, 0.64 and 0.86; of all, 0.62."""
WITHIN = 0.93
"""Spread of the logarithm of the ratio within a posture over that of all battles (the same rows: 0.67 over 0.71)."""
BATTLE_DAYS, BATTLE_DAYS_SPREAD, LONGEST_BATTLE = 2.25, 0.95, 14
"""Median and log standard deviation of the days of a battle (the same rows: quartiles 1, 2.2 and 4), and where it is
cut: longer ones are campaigns."""


@dataclass(frozen=True)
class Draw:
    """One engagement's circumstances; pairs are attacker and defender."""

    strength: tuple[float, float]
    """Factor on every formation's declared strength."""
    quality: tuple[float, float]
    """Factor on every formation's declared quality."""
    morale: tuple[float, float]
    own_coverage: tuple[float, float]
    deception: tuple[float, float]
    artillery: tuple[float, float]
    stickiness: tuple[float, float]
    posture: str
    terrain: str
    protection: float
    """Factor by which the terrain strengthens the defence."""
    battle_days: int
    """Days that the battle lasts once the attack is prepared."""

    def apply(self, tables: Mapping[str, NDArray[Any]]) -> None:
        """Write the circumstances into the tables of a first day."""
        formations, places, sides = tables["formations"], tables["places"], tables["sides"]
        of_side = formations["side"]
        for column in ("strength", "established", "stock", "use"):
            formations[column] *= np.take(self.strength, of_side)
        formations["quality"] *= np.take(self.quality, of_side)
        formations["morale"] = np.take(self.morale, of_side)
        dug_in, works = POSTURES[self.posture]
        formations["dug_in"] = np.where(of_side == 1, dug_in, 0.0)
        places["works"] = works
        places["terrain"] = self.protection
        for column in ("own_coverage", "deception", "artillery", "stickiness"):
            sides[column] = getattr(self, column)


def draw(scenario: Scenario, luck: np.random.Generator) -> Draw:
    """Return one engagement's circumstances: parameters within their ranges, posture and terrain from what there is."""
    first, second = scenario.sides.values()

    def pair(part: str, name: str) -> tuple[float, float]:
        return (
            uniform(getattr(getattr(first, part), name), luck),
            uniform(getattr(getattr(second, part), name), luck),
        )

    terrain = str(luck.choice(list(type(scenario.laws.terrain).model_fields)))
    posture = str(luck.choice(list(POSTURES)))
    return Draw(
        strength=(
            RATIOS[posture] * factor(first.force.strength_scale, luck) ** WITHIN,
            factor(second.force.strength_scale, luck),
        ),
        quality=(factor(first.force.quality, luck), factor(second.force.quality, luck)),
        morale=pair("force", "morale"),
        own_coverage=pair("reconnaissance", "own_coverage"),
        deception=pair("reconnaissance", "deception"),
        artillery=pair("force", "artillery"),
        stickiness=pair("doctrine", "stickiness"),
        posture=posture,
        terrain=terrain,
        protection=float(getattr(scenario.laws.terrain, terrain)),
        battle_days=days_of_battle(luck),
    )


def days_of_battle(luck: np.random.Generator) -> int:
    """Return how many days a battle lasts, at least one."""
    days = BATTLE_DAYS * np.exp(BATTLE_DAYS_SPREAD * luck.normal())
    return int(np.clip(round(days), 1, LONGEST_BATTLE))


def uniform(quantity: Quantity, luck: np.random.Generator) -> float:
    """Return a value drawn evenly from a quantity's range."""
    return float(luck.uniform(*quantity.range))


def factor(quantity: Quantity, luck: np.random.Generator) -> float:
    """Return a factor on a quantity's value: the product is lognormal, its range holding 95 of 100."""
    low, high = np.log(quantity.range)
    spread = (high - low) / 2 / stats.norm.ppf(0.975)
    return float(np.exp(luck.normal((low + high) / 2, spread))) / float(quantity)

"""Patterns of direction: more men, open roads and lent intelligence never cost ground (6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.validation.pattern import Pattern
from sim.validation.patterns_of_a_salient import roads_cut
from sim.vocabulary import SERIES

LEAST = 1.0
"""Ground, km2 over the path, below which a difference is none."""


@dataclass(frozen=True)
class State:
    """What differs from one random state to the next: factors and values by side."""

    strength: tuple[float, float]
    quality: tuple[float, float]
    own_coverage: tuple[float, float]
    trucks: tuple[float, float]
    drones: tuple[float, float]

    @classmethod
    def drawn(cls, scenario: Scenario, luck: np.random.Generator) -> "State":
        """Return a state drawn evenly from the ranges of a scenario."""
        sides = list(scenario.sides.values())

        def pair(part: str, name: str, *, factor: bool = False) -> tuple[float, float]:
            found = [getattr(getattr(side, part), name) for side in sides]
            one, other = (luck.uniform(*each.range) / (float(each) if factor else 1.0) for each in found)
            return float(one), float(other)

        return cls(
            pair("force", "strength_scale", factor=True),
            pair("force", "quality", factor=True),
            pair("reconnaissance", "own_coverage"),
            pair("sustainment", "trucks"),
            pair("deep_fires", "drones"),
        )

    def ground(self, deployment: Deployment, replication: int, men: float = 1.0) -> float:
        """Return the mean ground that the first side holds from here, with so many times its men, km2."""
        world = deployment.world(1, replication)
        formations, sides = world.formations, world.sides
        strength = np.take([self.strength[0] * men, self.strength[1]], formations["side"])
        for column in ("strength", "established", "stock", "use"):
            formations[column] *= strength
        formations["quality"] *= np.take(self.quality, formations["side"])
        sides["own_coverage"] = self.own_coverage
        sides["trucks"] = sides["most_trucks"] = self.trucks
        sides["drones"] = self.drones
        days = deployment.scenario.days
        played = play(world, deployment.laws, 0, days)
        return float(played.series[:days, SERIES.index("area_0")].mean())


def signs(file: Path, states: int, lucks: int = 8, seed: int = 1) -> list[Pattern]:
    """Return whether men, roads and lent intelligence ever cost ground, in random states.

    What each adds is compared under common luck and averaged over several lucks: in a single game the first place that
    falls on another day brings other luck with it, so that a gain may end as a loss.
    """
    scenario = read_scenario(file)
    as_is = deploy(scenario)
    cut = deploy(read_scenario(file, {"events": roads_cut(scenario, 0)}))
    blind = deploy(read_scenario(file, without_intelligence(scenario)))
    luck = np.random.default_rng(seed)
    gains: list[list[tuple[float, float, float]]] = []
    for _ in range(states):
        state = State.drawn(scenario, luck)
        games = []
        for n in range(lucks):
            base = state.ground(as_is, n)
            more, less, unseeing = state.ground(as_is, n, 1.25), state.ground(cut, n), state.ground(blind, n)
            games.append((more - base, base - less, base - unseeing))
        gains.append(games)
    words = ("a quarter more men", "roads that stay open", "lent intelligence")
    return [
        judged(f"6{letter}", word, gain)
        for letter, word, gain in zip("abc", words, np.moveaxis(np.array(gains), -1, 0), strict=True)
    ]


def judged(number: str, word: str, gains: np.ndarray[Any, np.dtype[np.float64]]) -> Pattern:
    """Return the pattern that something never costs ground, from what it adds by state and luck."""
    against = int((gains.mean(axis=1) < -LEAST).sum())
    games = int((gains < -LEAST).sum())
    return Pattern(
        number,
        f"{word}: random states in which it costs ground, on average of {gains.shape[1]} lucks",
        "none",
        f"{against} of {len(gains)}, and {games} of {gains.size} single games; {gains.mean():+.1f} km2 on average",
        against == 0,
    )


def without_intelligence(scenario: Scenario) -> Mapping[str, Any]:
    """Return the change by which no supporter lends intelligence, on any day."""
    events = [event.model_dump(by_alias=True, exclude_none=True) for event in scenario.events]
    kept = [event for event in events if event["kind"] != "support" or {"materiel", "money"} & event.keys()]
    for event in kept:
        event.pop("intelligence", None)
    silent = {f'supporters."{name}".intelligence.value': 0.0 for name in scenario.supporters}
    return {**silent, "events": kept}

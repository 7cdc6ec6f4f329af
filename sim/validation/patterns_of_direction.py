"""Patterns of direction: more men, open roads and lent intelligence never cost ground (6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.validation.pattern import Pattern
from sim.validation.patterns_of_a_salient import roads_cut
from sim.vocabulary import SERIES

LEAST = 1.0
"""Ground, km2 over the path, below which a difference is none."""
CONFIRMED = 100
"""Fresh lucks on which a state that goes against the rule is looked at again."""


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


@dataclass(frozen=True)
class Choice:
    """What is given or taken, in words, and how a state is played with it and without."""

    words: str
    with_it: tuple[Deployment, float]
    """The theatre, and how many times its men the first side has."""
    without: tuple[Deployment, float]

    def gains(self, state: State, lucks: range) -> NDArray[np.float64]:
        """Return the ground that it adds to a state by luck, under common luck, km2."""
        ground = [[state.ground(theatre, n, men) for theatre, men in (self.with_it, self.without)] for n in lucks]
        return -np.diff(ground, axis=1)[:, 0]


def signs(file: Path, states: int, lucks: int = 8, seed: int = 1) -> list[Pattern]:
    """Return whether men, roads and lent intelligence ever cost ground, in random states.

    What each adds is compared under common luck and averaged over several lucks: in a single game the first place that
    falls on another day brings other luck with it, so that a gain may end as a loss. Of many states the unluckiest
    goes against the rule by luck alone; so a state that seems to is played again with a hundred fresh lucks.
    """
    scenario = read_scenario(file)
    as_is = deploy(scenario)
    cut = deploy(read_scenario(file, {"events": roads_cut(scenario, 0)}))
    blind = deploy(read_scenario(file, without_intelligence(scenario)))
    choices = (
        Choice("a quarter more men", (as_is, 1.25), (as_is, 1.0)),
        Choice("roads that stay open", (as_is, 1.0), (cut, 1.0)),
        Choice("lent intelligence", (as_is, 1.0), (blind, 1.0)),
    )
    luck = np.random.default_rng(seed)
    drawn = [State.drawn(scenario, luck) for _ in range(states)]
    return [judged(f"6{letter}", choice, drawn, lucks) for letter, choice in zip("abc", choices, strict=True)]


def judged(number: str, choice: Choice, states: Sequence[State], lucks: int) -> Pattern:
    """Return the pattern that something never costs ground, from what it adds by state and luck."""
    gains = np.array([choice.gains(state, range(lucks)) for state in states])
    seem = [state for state, gain in zip(states, gains.mean(axis=1), strict=True) if gain < -LEAST]
    again = [float(choice.gains(state, range(lucks, lucks + CONFIRMED)).mean()) for state in seem]
    against = sum(gain < -LEAST for gain in again)
    games = int((gains < -LEAST).sum())
    looked_at = f" (with {CONFIRMED} fresh ones {', '.join(f'{gain:+.1f}' for gain in again)} km2)" if again else ""
    return Pattern(
        number,
        f"{choice.words}: random states in which it costs ground, on average of lucks",
        "none",
        f"{against} of {len(gains)}; {len(seem)} by {lucks} lucks{looked_at}, {games} of {gains.size} single games; "
        f"{gains.mean():+.1f} km2 on average",
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

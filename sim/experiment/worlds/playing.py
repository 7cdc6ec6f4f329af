"""Playing worlds: a scenario's campaign with its talks in any world drawn from its ranges, as a row with its paths."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar

import numpy as np

from sim.campaign.holders import HoldersByDay
from sim.campaign.negotiation.table import Talks
from sim.campaign.outcome import Outcome, run
from sim.campaign.setup.deployment import Deployment, deploy, redeployed
from sim.experiment.designs.factors import Parts, with_parts
from sim.experiment.sweeps.study import Values
from sim.results.digest import digest_of
from sim.results.rows import Row, outcome_rows
from sim.scenario.files.located import Steps, dotted
from sim.scenario.parameters import located_quantities
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario
from sim.vocabulary import LEDGER, SERIES

WORLD = "world"
"""Name of the number of a world among the values of its quantities."""
BROKE_OUT = "broke_out_0"
"""Men of the first side who broke out of sealed pockets, to the last day."""
MORNINGS = "mornings "
"""Begins the name of a list with a value for the first morning and for the morning after each day."""
TALKS = "talks "
"""Begins the name of a list with a value for each date of talks; a run that an agreement ended keeps its last."""
SHARE = "share of "
"""Begins the name of what the first side is given of an issue."""


@dataclass(frozen=True)
class Worlds:
    """A scenario playable at any values of its quantities; equal marks play the same."""

    alike: ClassVar[bool] = False
    mark: str
    scenario: Scenario = field(compare=False)
    seed: int = field(compare=False)
    each: int = field(compare=False)
    """Runs of each world."""
    talking: bool = field(default=True, compare=False)

    def at(self, values: Values) -> Callable[[int], Row]:
        """Return what plays a replication of one world, numbered by ``WORLD``.

        Every run of every world has luck of its own, the same in every scenario that is played over the same draws.
        """
        deployment = deployed_at(self, values)
        issues = list(deployment.scenario.talks.issues)
        first = int(values[WORLD]) * self.each

        def play(replication: int) -> Row:
            luck = first + replication
            holders = HoldersByDay(deployment)
            outcome = run(deployment, self.seed, luck, talking=self.talking, alone=True, witness=holders.note)
            (row,) = outcome_rows([outcome], issues)
            row["replication"] = replication
            row[BROKE_OUT] = float(outcome.ledger[:, LEDGER.index(BROKE_OUT)].sum())
            row["holders"] = [each.tobytes().decode() for each in holders.until(outcome.agreed) + np.int8(ord("0"))]
            row |= by_morning(deployment, outcome) | by_talks(deployment.scenario, outcome)
            return row | {"digest": digest_of([outcome])}

        return play


def by_morning(deployment: Deployment, outcome: Outcome) -> Row:
    """Return every measure as a list by morning; before the first day only ground is known, all else is 0."""
    first = first_morning(deployment)
    return {
        f"{MORNINGS}{name}": [first[name], *outcome.series[:, column].tolist()] for column, name in enumerate(SERIES)
    }


def first_morning(deployment: Deployment) -> dict[str, float]:
    """Return every measure before the first day: the contested ground that each side holds, and 0 for all else."""
    held = {f"area_{side}": area for side, area in enumerate(deployment.area)}
    return {**dict.fromkeys(SERIES, 0.0), **held}


def by_talks(scenario: Scenario, outcome: Outcome) -> Row:
    """Return the path of what is talked about as lists by date of talks."""
    if not outcome.talks:
        return {}
    held = {talks.day: talks for talks in outcome.talks}
    path: list[Talks] = []
    for day in dates_of_talks(scenario):
        path.append(held.get(day) or path[-1])
    chances = [held[day].chance if day in held else 0.0 for day in dates_of_talks(scenario)]
    return {
        f"{TALKS}leverage_0": [talks.leverage for talks in path],
        f"{TALKS}counter": [talks.chip_value for talks in path],
        f"{TALKS}zone": [float(talks.zone) for talks in path],
        f"{TALKS}chance": chances,
        **{f"{TALKS}leverage_0 by {name}": [talks.by_rule[name] for talks in path] for name in path[0].by_rule},
        **{
            f"{TALKS}{SHARE}{issue}": [shares[n] for shares in _shares(path, len(scenario.talks.issues))]
            for n, issue in enumerate(scenario.talks.issues)
        },
    }


def _shares(path: list[Talks], issues: int) -> list[tuple[float | None, ...]]:
    """Return the first side's share of each issue on each date; None where nothing is settled."""
    settled = [talks.terms.settlement for talks in path]
    return [tuple(each.shares) if each else (None,) * issues for each in settled]


def dates_of_talks(scenario: Scenario) -> tuple[int, ...]:
    """Return the days on whose morning the sides talk: at intervals from the first day, and after the last."""
    return (*range(0, scenario.days, scenario.talks.every), scenario.days)


@lru_cache(maxsize=4)
def _deployed(worlds: Worlds) -> tuple[Deployment, dict[str, tuple[Steps, Quantity]]]:
    """Return the scenario deployed as it is declared, and its quantities by name."""
    known = {dotted(steps): (steps, quantity) for steps, quantity in located_quantities(worlds.scenario)}
    return deploy(worlds.scenario), known


def deployed_at(worlds: Worlds, values: Values) -> Deployment:
    """Return the scenario deployed with some quantities at other values."""
    base, known = _deployed(worlds)
    parts: Parts = {
        steps: quantity.model_copy(update={"value": float(values[name])})
        for name, (steps, quantity) in known.items()
        if name in values
    }
    scenario = with_parts(base.scenario, parts)
    return redeployed(base, scenario) if scenario.theatre is base.scenario.theatre else deploy(scenario)

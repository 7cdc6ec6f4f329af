"""Every quantity at both its bounds, alone and with all the others at theirs, plays to what a war can leave."""

import random
from functools import cache

import pytest

from sim.campaign.outcome import Outcome, run
from sim.campaign.setup.deployment import Deployment, deploy, redeployed
from sim.experiment.designs.factors import Parts, with_parts
from sim.scenario.files.located import Steps, dotted
from sim.scenario.files.reading import read_scenario
from sim.scenario.parameters import bounds_of, located_quantities
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario
from tests.scenarios.shipped import FOLDER

SHARE = "{value: 0.1, unit: '1', range: [0, 0.5], source: me, confidence: low}"
LIFT = (
    "{kind: air, from: Lgov, to: Sudzha,"
    " capacity: {value: 9, unit: t/day, range: [1, 20], source: me, confidence: low},"
    " carriers: {value: 9, unit: carriers, range: [1, 20], source: me, confidence: low},"
    f" loss: {SHARE}, carrier_loss: {SHARE}, weather: {SHARE}}}"
)
BRIEF = [
    "days=4",
    "talks.every=4",
    "talks.horizon=2",
    "talks.rollouts=2",
    "talks.perceived=false",
    "talks.chips={}",
]


@cache
def war() -> Deployment:
    """Return the widest war that ships, with what it lacks added, over a few days."""
    lift = f"sides.Russia.sustainment.links={{Lift: {LIFT}}}"
    return deploy(read_scenario(FOLDER / "kursk" / "2025-03-mediated-ceasefire.yaml", [*BRIEF, lift]))


def quantities() -> list[tuple[Steps, Quantity]]:
    return list(located_quantities(war().scenario))


def ends(steps: Steps) -> tuple[float, float]:
    bounds = bounds_of(Scenario, steps)
    assert bounds is not None, f"{dotted(steps)} declares no bounds"
    return bounds.least, bounds.most


def at(quantity: Quantity, value: float) -> Quantity:
    return quantity.model_copy(update={"value": float(value), "range": (float(value), float(value))})


def played(parts: Parts) -> Outcome:
    return run(redeployed(war(), with_parts(war().scenario, parts)), 1, 0)


@pytest.mark.slow
def test_each_quantity_plays_at_both_its_bounds() -> None:
    failed: list[str] = []
    for steps, quantity in quantities():
        for value in ends(steps):
            try:
                outcome = played({steps: at(quantity, value)})
            except (ArithmeticError, ValueError) as error:
                failed.append(f"{dotted(steps)}={value:g}: {type(error).__name__}: {error}")
            else:
                assert outcome.talks

    assert failed == []


@pytest.mark.parametrize("draw", range(40))
def test_all_quantities_play_together_at_ends_of_their_ranges_or_at_their_bounds(draw: int) -> None:
    chosen = random.Random(draw)  # noqa: S311 - no secret
    extreme = draw % 2 == 1
    parts = {
        steps: at(quantity, chosen.choice(ends(steps) if extreme else quantity.range))
        for steps, quantity in quantities()
        if "weights" not in steps
    }

    outcome = played(parts)

    assert outcome.series.min() >= -1e-6

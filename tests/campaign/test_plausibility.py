"""A run that left what no war can leave is a failed run, and says what it is."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome, run
from sim.campaign.plausibility import ImpossibleOutcomeError, check_outcome
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import LEDGER, SERIES
from tests.scenarios.shipped import FOLDER


@cache
def deployment() -> Deployment:
    return deploy(read_scenario(FOLDER / "theory" / "equal-sides.yaml", ["days=2"]))


@cache
def outcome() -> Outcome:
    return run(deployment(), 1, 0, talking=False)


@pytest.mark.parametrize(
    ("measure", "value", "told"),
    [
        ("casualties_0", -1.0, "casualties_0 is -1, less than nothing"),
        ("captured_1", float("nan"), "captured_1 is no finite number"),
        ("morale_1", 1.1, "morale_1 is 1.1, more than all"),
        ("area_0", 1e6, "km2 of the contested"),
        ("captured_0", 1e6, "of 5000 men"),
    ],
)
def test_impossible_measures_are_named(measure: str, value: float, told: str) -> None:
    series = outcome().series.copy()
    series[-1, SERIES.index(measure)] = value

    with pytest.raises(ImpossibleOutcomeError, match=told):
        check_outcome(deployment(), series, outcome().ledger, ())


def test_an_infinite_reason_is_impossible() -> None:
    with pytest.raises(ImpossibleOutcomeError, match="the ledger of causes"):
        check_outcome(deployment(), outcome().series, outcome().ledger + np.inf, ())


def test_a_run_with_an_impossible_outcome_fails_as_data() -> None:
    wrong = replace(deployment(), laws=deployment().laws._replace(attacker_rate=-1.0))

    (failure,) = ensemble(wrong, 1, [0], talking=False)

    assert isinstance(failure, Failure)
    assert failure.error.startswith("ImpossibleOutcomeError: ")


def test_men_who_joined_may_be_lost_too() -> None:
    series, ledger = outcome().series.copy(), outcome().ledger.copy()
    men = float(deployment().tables["formations"]["established"].sum())
    series[-1, SERIES.index("casualties_0")] = men + 50.0
    ledger[0, LEDGER.index("joined_0")] = men + 100.0

    check_outcome(deployment(), series, ledger, ())

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from sim.cli import application
from sim.experiment.contrasts.compared import comparison_of
from sim.experiment.contrasts.comparison import attribution, common_luck, comparison, differences, rules_disagree
from sim.experiment.contrasts.endings import under_one_luck
from sim.experiment.sensitivity.certainty import Certain, certain
from sim.results.spread import required
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput
from tests.experiment.short_war import KURSK, SHORT, kept, suspended

RUNS = 4


def test_parts_sum_to_the_change_of_leverage_under_common_random_numbers() -> None:
    play = under_one_luck(1, RUNS)

    compared = comparison({"kept": kept(), "suspended": suspended()}, play)
    divided = attribution(kept(), suspended(), play)

    change = compared.measures["suspended"].leverage["Ukraine"].mean
    assert divided.attributed.cells == 4
    assert change != 0.0
    assert sum(required(part.mean) for part in divided.parts.values()) == pytest.approx(change, abs=1e-9)
    assert divided.sum == pytest.approx(change, abs=1e-9)
    assert divided.largest_gap < 1e-9


def test_the_sides_gain_what_the_other_loses() -> None:
    compared = comparison({"kept": kept(), "suspended": suspended()}, under_one_luck(1, RUNS))

    both = compared.measures["suspended"].leverage
    assert both["Ukraine"].mean == pytest.approx(-required(both["Russia"].mean), abs=1e-12)


def test_a_scenario_does_not_differ_from_itself_under_the_same_luck() -> None:
    compared = comparison({"one": kept(), "other": kept()}, under_one_luck(1, RUNS))

    assert compared.measures["other"].leverage["Ukraine"].low == 0.0
    assert compared.measures["other"].leverage["Ukraine"].high == 0.0
    assert compared.measures["other"].area_km2["Russia"].mean == 0.0


def test_the_same_scenario_is_played_once_under_one_luck() -> None:
    told: list[str] = []

    def watched(items, total, what):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        told.append(what)
        return items

    play = under_one_luck(1, 2, watch=watched)
    play(kept(), "first")
    play(kept(), "second")

    assert told == ["first"]


def test_runs_that_failed_in_one_scenario_are_left_out_of_both() -> None:
    before, after = under_one_luck(1, 3)(kept(), ""), under_one_luck(1, 3)(suspended(), "").drop(index=1)

    measures = differences(kept(), before, after)
    expected = (after["leverage_0"] - before["leverage_0"].drop(index=1)).mean()
    assert measures.leverage["Ukraine"].mean == pytest.approx(expected, abs=1e-15)


def test_scenarios_without_any_difference_have_nothing_to_attribute() -> None:
    with pytest.raises(BadInput, match="differ in 0 factors"):
        attribution(kept(), kept(), under_one_luck(1, 2))


def test_one_scenario_cannot_be_compared() -> None:
    with pytest.raises(BadInput, match="name another"):
        comparison({"kept": kept()}, under_one_luck(1, 2))


def test_scenarios_with_other_sides_cannot_be_compared() -> None:
    declared = kept()
    renamed: Scenario = declared.model_copy(update={"sides": dict(zip("AB", declared.sides.values(), strict=True))})

    with pytest.raises(BadInput, match="same sides"):
        comparison({"kept": declared, "renamed": renamed}, under_one_luck(1, 2))


def test_the_interval_of_a_mean_is_narrower_than_the_spread_and_holds_the_mean() -> None:
    values = np.random.default_rng(1).normal(3.0, 2.0, size=400)

    found = certain(values)

    low, mean_low, mean, mean_high, high = map(
        required, (found.low, found.mean_low, found.mean, found.mean_high, found.high)
    )
    assert low < mean_low < mean < mean_high < high
    width = mean_high - mean_low
    assert width == pytest.approx(2 * 1.645 * values.std() / 20.0, rel=0.1)


def test_what_is_missing_everywhere_has_no_mean() -> None:
    assert certain(np.array([np.nan, np.nan])) == Certain(None, None, None, None, None)


def test_a_comparison_is_read_back_from_its_json() -> None:
    play = under_one_luck(1, RUNS)
    compared = comparison({"kept": kept(), "suspended": suspended()}, play)
    divided = replace(compared, attribution=attribution(kept(), suspended(), play), seed=3, replications=RUNS)

    assert comparison_of(json.loads(json.dumps(compared.as_json()))) == compared
    assert comparison_of(json.loads(json.dumps(divided.as_json()))) == divided
    with pytest.raises(BadInput, match=r"comparison\.json: measures is not as this release writes it; call `compare`"):
        comparison_of({**compared.as_json(), "measures": 3})


def test_common_luck_makes_equal_shifts_exact() -> None:
    before = pd.DataFrame({"leverage_0": [0.2, 0.3, 0.5]})

    found = common_luck(before, before + 0.1)
    assert found.correlation == pytest.approx(1.0)
    assert found.variance_ratio == pytest.approx(0.0, abs=1e-12)


def test_the_command_prints_one_object_whose_parts_sum_to_the_difference() -> None:
    files = [str(KURSK / f"2025-03-support-{name}.yaml") for name in ("kept", "suspended")]
    options = [option for value in SHORT for option in ("--set", value)]
    asked = ["compare", *files, "--attribute", "--json", "--replications", "3", *options]

    told = json.loads(CliRunner().invoke(application(), asked).stdout)

    assert set(told) >= {"baseline", "scenarios", "difference", "parts", "sum"}
    assert told["baseline"] == files[0]
    parts = sum(part["mean"] for part in told["parts"].values())
    assert parts == pytest.approx(told["difference"][files[1]]["Ukraine"]["mean"], abs=1e-9)


def test_rules_disagree_when_one_is_sure_of_a_gain_and_another_of_a_loss() -> None:
    def between(low: float, high: float) -> Certain:
        return Certain((low + high) / 2, None, None, low, high)

    assert rules_disagree({"nash": between(0.01, 0.02), "kalai": between(-0.02, -0.01)})
    assert not rules_disagree({"nash": between(0.01, 0.02), "kalai": between(-0.02, 0.01)})
    assert not rules_disagree({"nash": between(0.01, 0.02), "kalai": Certain(None, None, None, None, None)})

"""Bounds: what no number of a scenario may leave, whatever range its author declares."""

from pathlib import Path

import pytest

from sim.scenario.laws import LawsDeclared
from sim.scenario.parameters import bounds_of, located_quantities
from sim.scenario.scenario import Scenario
from tests.scenario.duel import examined_duel


def told(folder: Path, changes: str = "", *overrides: str) -> list[str]:
    return [
        f"{error.where}: {error.message}; {error.remedy}" for error in examined_duel(folder, changes, overrides).errors
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("laws.attrition.attacker_rate", -1),
        ("laws.interdiction.exposure", -1),
        ("laws.supply.critical_days", 0),
        ("laws.orders.loss_tolerance", 0),
        ("laws.advance.rear_guard_cover", 1e9),
        ("sides.Blue.sustainment.trucks", -1),
        ("sides.Blue.will", 1.7),
        ("talks.whole", 0),
        ("talks.issues.land.weights.Blue", -0.1),
    ],
)
def test_a_value_beyond_its_bounds_is_refused_however_wide_its_range(tmp_path: Path, path: str, value: float) -> None:
    low, high = min(value, 0), max(value, 1)

    (error,) = told(tmp_path, "", f"{path}.value={value}", f"{path}.range=[{low}, {high}]")

    assert error.startswith(path.removesuffix(".Blue") if "weights" in path else path)
    assert "is impossible; stay within [" in error


def test_a_range_beyond_the_bounds_is_refused_although_the_value_lies_within(tmp_path: Path) -> None:
    (error,) = told(tmp_path, "", "laws.attrition.weiss.range=[0, 1.5]")

    assert error == ("laws.attrition.weiss: the range [0, 1.5] holds what is impossible; stay within [0, 1], in 1")


def test_every_quantity_has_finite_bounds_that_hold_its_declared_range(tmp_path: Path) -> None:
    scenario = examined_duel(tmp_path).scenario
    assert scenario is not None

    quantities = list(located_quantities(scenario))

    assert len(quantities) > 150
    for steps, quantity in quantities:
        bounds = bounds_of(Scenario, steps)
        assert bounds is not None, steps
        assert bounds.least <= quantity.range[0] <= quantity.range[1] <= bounds.most < float("inf")


def test_the_schema_tells_the_bounds_beside_the_unit() -> None:
    part = LawsDeclared.model_json_schema()["$defs"]["AttritionLaws"]["properties"]["weiss"]

    assert (part["unit"], part["bounds"]) == ("1", [0, 1])


@pytest.mark.parametrize(
    "changes",
    [
        "days: true",
        'days: "10"',
        "days: 1_0",
        "days: 2.5",
        "days: .inf",
        "start: 1740787200",
        'start: "1740787200"',
        "talks: {horizon: true}",
        "talks: {horizon: 1000000000}",
        "talks: {rollouts: 1000000000}",
        "talks: {every: .nan}",
        "order_of_battle: {formations: {1st Blue: {strength: true}}}",
        'order_of_battle: {formations: {1st Blue: {strength: "2000"}}}',
        "order_of_battle: {formations: {1st Blue: {strength: .inf}}}",
        "theatre: {places: {West: {population: true}}}",
        'theatre: {places: {West: {lon: "35.2"}}}',
        "events: [{date: 2025-03-02, kind: trucks, side: Red, change: .inf}]",
        "events: [{date: 2025-03-02, kind: ceasefire, holds: 1}]",
        "events: [{date: 20250302, kind: ceasefire, holds: true}]",
        "sides: {Blue: {doctrine: {may_withdraw: 1}}}",
        "laws: {attrition: {weiss: {value: true}}}",
        "laws: {attrition: {weiss: .nan}}",
    ],
)
def test_what_is_written_is_taken_as_nothing_else(tmp_path: Path, changes: str) -> None:
    assert len(told(tmp_path, changes)) == 1


def test_what_is_set_is_taken_as_nothing_else(tmp_path: Path) -> None:
    for assignment in ("days=true", "days='10'", "days=1_0", "days=2,200", "start=1740787200", "talks.horizon=.inf"):
        assert len(told(tmp_path, "", assignment)) == 1, assignment


def test_a_day_may_stand_in_quotes(tmp_path: Path) -> None:
    assert told(tmp_path, 'start: "2025-03-01"\n') == []
    assert len(told(tmp_path, 'start: "2025-02-30"\n')) == 1


def test_a_side_that_wants_nothing_cannot_bargain(tmp_path: Path) -> None:
    (error,) = told(tmp_path, "", "talks.issues.land.weights.Red.value=0", "talks.issues.land.weights.Red.range=[0, 1]")

    assert error == "talks.issues: nothing at the table is worth anything to Red; give one issue a weight above 0"

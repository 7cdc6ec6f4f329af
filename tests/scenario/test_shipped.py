"""The scenarios that ship."""

from pathlib import Path

import pytest

from sim.scenario.fingerprint import fingerprint
from sim.scenario.parameters import parameters
from sim.scenario.reading import examine_scenario, read_scenario
from tests.scenarios.shipped import WHOLE


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_shipped_scenario_is_without_errors_and_warnings(path: Path) -> None:
    examination = examine_scenario(path)

    assert [str(fault) for fault in examination.faults if fault.severity != "note"] == []


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_parameter_of_a_shipped_scenario_can_be_set_by_its_path(path: Path) -> None:
    scenario = read_scenario(path)
    found = parameters(scenario)

    lowest = read_scenario(path, {name: quantity.range[0] for name, quantity in found.items()})

    assert all(quantity.value == quantity.range[0] for quantity in parameters(lowest).values())
    assert fingerprint(lowest) != fingerprint(scenario)

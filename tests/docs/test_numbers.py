"""The document of numbers is what the classes declare."""

from pathlib import Path

from sim.scenario.number_table import number_table
from sim.scenario.parameters import located_quantities
from sim.scenario.reading import read_scenario
from sim.scenario.scenario import Scenario

ROOT = Path(__file__).parents[2]


def test_the_document_of_numbers_is_generated() -> None:
    written = (ROOT / "docs/numbers.md").read_text(encoding="utf-8")

    assert written == number_table(Scenario), "westphalia schema --table > docs/numbers.md"


def test_every_quantity_of_a_scenario_has_its_line() -> None:
    table = number_table(Scenario)
    quantities = located_quantities(read_scenario(ROOT / "scenarios/kursk/2025-03-mediated-ceasefire.yaml"))

    assert {str(steps[-1]) for steps, _ in quantities if steps[0] == "laws"} <= set(table.replace("`", ".").split("."))
    for path in ("sides.*.sustainment.trucks", "talks.issues.*.weights.*", "days", "theatre.places.*.lat"):
        assert f"| `{path}` |" in table

"""Counterfactuals: the scenarios that one names under `against`, so that `run` contrasts it with them."""

from collections.abc import Sequence
from pathlib import Path

from sim.scenario.alike import difference
from sim.scenario.files.examination import Examination
from sim.scenario.files.faults import Fault, fault_at, suggestion
from sim.scenario.files.reading import examine_scenario
from sim.scenario.files.shipped import file_meant, names
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

KEY = "against"


def counterfactual_file(file: Path, name: str) -> Path:
    """Return the file of a scenario that another names: relative to that one, or as on the command line."""
    beside = file_meant(file).parent / name
    return beside if beside.is_file() else file_meant(name)


def own_counterfactuals(file: Path, scenario: Scenario) -> dict[str, Path]:
    """Return the files of the scenarios that one names, by the names.

    Raises:
        BadInput: one is not there, told at its line.

    """
    found = {name: counterfactual_file(file, name) for name in scenario.against}
    if not all(each.is_file() for each in found.values()):
        raise BadInput(*map(str, faults_of_counterfactuals(file, examine_scenario(file))))
    return found


def faults_of_counterfactuals(file: Path, examination: Examination[Scenario]) -> list[Fault]:
    """Return an error at the line of each scenario under `against` that is not there, has errors, or is another war."""
    scenario, tree = examination.scenario, examination.tree
    found: list[Fault] = []
    named: Sequence[str] = scenario.against if scenario else ()
    for position, name in enumerate(named):
        steps = (KEY, position)
        other = counterfactual_file(file, name)
        mark = tree.follow(steps)[0].mark if tree else None
        if mark is None or other == file_meant(file):
            continue
        if not other.is_file():
            remedy = suggestion(name, names(), "write a path from this file, or a name that `westphalia list` prints")
            found.append(fault_at(mark, steps, f'there is no scenario "{name}"', remedy))
            continue
        examined = examine_scenario(other)
        if examined.scenario is None:
            message = f'the scenario "{name}" has an error: {examined.errors[0]}'
            found.append(fault_at(mark, steps, message.partition("; ")[0], "mend that one first"))
        elif scenario and (told := difference(examined.scenario, scenario)):
            message = f'of "{name}", {told[0]} {told[1]}, and {told[2]} here'
            found.append(fault_at(mark, steps, message, "name a scenario that has these in common"))
    return found

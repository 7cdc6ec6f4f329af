"""Counterfactuals: the scenarios that one names under `against`, so that `run` contrasts it with them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sim.scenario.alike import difference
from sim.scenario.files.examination import Examination
from sim.scenario.files.faults import Fault, fault_at, suggestion
from sim.scenario.files.located import Mark
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


def inherited_of_other_wars(file: Path, scenario: Scenario, others: Mapping[str, Scenario]) -> list[str]:
    """Return which of the scenarios to be contrasted with are another war that the file has only inherited.

    Who takes over a scenario and plays fewer days of it did not ask for its contrasts.
    """
    differing = [
        name for name in dict.fromkeys(scenario.against) if name in others and difference(others[name], scenario)
    ]
    tree = examine_scenario(file).tree if differing else None
    marks = [(name, tree.follow((KEY, scenario.against.index(name)))[0].mark) for name in differing] if tree else []
    return [name for name, mark in marks if _is_inherited(mark, file)]


def faults_of_counterfactuals(file: Path, examination: Examination[Scenario]) -> list[Fault]:
    """Return an error at the line of each scenario under `against` that is not there, has errors, or is another war.

    Another war is a warning where the file has only inherited it: it is left out.
    """
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
            if _is_inherited(mark, file):
                found.append(fault_at(mark, steps, message, "it is left out; name others under `against`", "warning"))
            else:
                found.append(fault_at(mark, steps, message, "name a scenario that has these in common"))
    return found


def _is_inherited(mark: Mark, file: Path) -> bool:
    return mark.line is not None and mark.file != str(file_meant(file))

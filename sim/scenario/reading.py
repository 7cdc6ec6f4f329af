"""Reading a scenario: from a file and overrides to a scenario that can be played."""

from pathlib import Path

from sim.scenario.completion import completed
from sim.scenario.examination import Examination, examined
from sim.scenario.lint import CHECKS
from sim.scenario.overrides import Overrides
from sim.scenario.scenario import Scenario
from sim.scenario.shipped import file_meant
from sim.vocabulary import BadInput


def read_scenario(file: str | Path, overrides: Overrides = ()) -> Scenario:
    """Return the scenario a file declares, with some values overridden; what ships may be named without its folder.

    Raises:
        BadInput: the scenario has errors: all of them, each with file, line and remedy.
    """
    examination = examine_scenario(file, overrides)
    if examination.scenario is None:
        raise BadInput(*(str(error) for error in examination.errors))
    return examination.scenario


def examine_scenario(file: str | Path, overrides: Overrides = ()) -> Examination[Scenario]:
    """Return a scenario with all its faults: errors, warnings and notes."""
    return examined(str(file_meant(file)), overrides, Scenario, CHECKS, completed)

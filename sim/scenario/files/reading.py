"""Reading a scenario: from a file and overrides to a scenario that can be played."""

from pathlib import Path

from sim.scenario.checks.lint import CHECKS
from sim.scenario.files.completion import completed
from sim.scenario.files.examination import Examination, examined
from sim.scenario.files.overrides import Overrides
from sim.scenario.files.shipped import file_meant
from sim.scenario.permission import require_permission
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput


def read_scenario(file: str | Path, overrides: Overrides = ()) -> Scenario:
    """Return the scenario a file declares, with some values overridden; what ships may be named without its folder.

    Raises:
        BadInput: the scenario has errors: all of them, each with file, line and remedy; or its doctrine is code, and
            ``sim.allow_code()`` was not called.

    """
    examination = examine_scenario(file, overrides)
    if examination.scenario is None:
        raise BadInput(*(str(error) for error in examination.errors))
    require_permission(examination.scenario)
    return examination.scenario


def examine_scenario(file: str | Path, overrides: Overrides = ()) -> Examination[Scenario]:
    """Return a scenario with all its faults: errors, warnings and notes."""
    return examined(str(file_meant(file)), overrides, Scenario, CHECKS, completed)
